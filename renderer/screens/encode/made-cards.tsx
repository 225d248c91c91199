import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import type { EncoderJob } from '#api/encoder';
import { StateTag } from '../../components/state-tag.tsx';
import { cardName, encodeText as text, madeOutcomes } from '../../text/encode.ts';
import styles from './encode.module.css';

const icons = {
  ok: <IconCheck aria-hidden />,
  warn: <IconClock aria-hidden />,
  bad: <IconAlertTriangle aria-hidden />,
  neutral: <IconCircleDashed aria-hidden />,
} as const;

/** What has been done so far, the newest first: of a stack that is enrolled, only the last ones are in sight. */
export function MadeCards({ made, titled }: { readonly made: EncoderJob['made']; readonly titled: boolean }) {
  const cards = made.map((card, index) => ({ ...card, place: index + 1 })).toReversed();
  return (
    <section className={styles['made']} aria-label={text.soFar}>
      {titled ? <p className={styles['label']}>{text.soFar}</p> : null}
      <ul tabIndex={0} aria-label={text.soFar}>
        {cards.map((card) => {
          const { label, tone } = madeOutcomes[card.outcome];
          return (
            <li key={card.place}>
              <span className={styles['place']}>{card.place}</span>
              <span className={styles['cardName']}>{cardName(card)}</span>
              <StateTag tone={tone} icon={icons[tone]}>
                {label}
              </StateTag>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
