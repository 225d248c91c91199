import { IconDoor, IconMinus } from '@tabler/icons-react';
import type { EncodePlan } from '#api/encoder';
import type { KeycardKind } from '#domain/key/key';
import { FactList } from '../../components/page.tsx';
import { periodText } from '../../text/format.ts';
import styles from './encode.module.css';
import { encodeText as text } from './sentences.ts';

/** Which doors, from when until when, and which doors of the key the card does not open. */
export function EncodePlanFacts({ plan, kind }: { readonly plan: EncodePlan; readonly kind: KeycardKind }) {
  const { from, doors, leftOut } = plan;
  const until = kind === 'one-shot' ? plan.oneShotUntil : plan.until;
  if (doors.length === 0 && leftOut.length === 0) return null;
  return (
    <div className={styles['plan']}>
      <FactList
        facts={[
          {
            name: kind === 'one-shot' ? text.doorsOnce : text.doors,
            value: (
              <span className={styles['doors']}>
                {doors.map((door) => (
                  <span key={door} className={styles['door']}>
                    <IconDoor size={14} aria-hidden />
                    {door}
                  </span>
                ))}
              </span>
            ),
          },
          ...(from === null || until === null ? [] : [{ name: text.period, value: periodText(from, until) }]),
        ]}
      />
      {leftOut.length === 0 ? null : (
        <div className={styles['leftOut']}>
          <p className={styles['label']}>{text.leftOut.title}</p>
          <ul>
            {leftOut.map(({ name, why }) => (
              <li key={name}>
                <IconMinus size={13} aria-hidden />
                <span>
                  <strong>{name}</strong>: {text.leftOut[why]}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
