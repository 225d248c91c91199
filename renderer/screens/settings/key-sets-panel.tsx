import { Button } from '@mantine/core';
import { IconCircleCheck, IconClockHour4, IconRefresh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CardKeySetsView } from '#api/encoder';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { endText, momentText } from '../../text/format.ts';
import { keySetsText as text } from './key-set-sentences.ts';
import styles from './settings.module.css';

type KeySet = CardKeySetsView['sets'][number];
type Asked = { readonly act: 'replace' } | { readonly act: 'end'; readonly set: KeySet };
/** Keys named per set; the others are counted. */
const most = 6;

/** What is still sealed with the older secret, and the way to end it. */
export function KeySetsPanel() {
  const zone = useZone();
  const view = useAnswer(['encoder', 'key-sets'], () => portal.encoder.cardKeySets.query());
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const replace = useAct(() => portal.encoder.rotate.mutate(), { done: close });
  const end = useAct((set: KeySet) => portal.encoder.retire.mutate({ set: set.set, anyway: set.cards > 0 }), {
    done: close,
  });
  const act = asked?.act === 'end' ? end : replace;
  return (
    <Panel
      title={text.title}
      acts={
        <Button
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={() => {
            replace.reset();
            setAsked({ act: 'replace' });
          }}
        >
          {text.replace}
        </Button>
      }
    >
      <div className={styles['body']}>
        <p className={styles['soft']}>{text.words}</p>
        <FailureNotice failure={view.failure} />
      </div>
      {view.data?.sets.length === 0 ? (
        <div className={styles['body']}>
          <p className={styles['soft']}>{text.none}</p>
        </div>
      ) : null}
      {view.data === undefined || view.data.sets.length === 0 ? null : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{text.columns.set}</th>
              <th scope="col">{text.columns.since}</th>
              <th scope="col" className={styles['number']}>
                {text.columns.cards}
              </th>
              <th scope="col">{text.columns.keys}</th>
              <th scope="col" className={styles['number']}>
                {text.columns.acts}
              </th>
            </tr>
          </thead>
          <tbody>
            {view.data.sets.map((set) => (
              <tr key={set.set}>
                <td>
                  <strong>{text.set(set.set)}</strong>{' '}
                  {set.set === view.data?.current ? (
                    <StateTag tone="ok" icon={<IconCircleCheck aria-hidden />}>
                      {text.current}
                    </StateTag>
                  ) : (
                    <StateTag tone="warn" icon={<IconClockHour4 aria-hidden />}>
                      {text.old}
                    </StateTag>
                  )}
                </td>
                <td>{momentText(set.since, zone)}</td>
                <td className={styles['number']}>{set.cards}</td>
                <td>
                  <KeysOf set={set} />
                </td>
                <td className={styles['number']}>
                  {set.set === view.data?.current ? null : (
                    <Button
                      onClick={() => {
                        end.reset();
                        setAsked({ act: 'end', set });
                      }}
                    >
                      {text.end}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        opened={asked !== null}
        title={asked?.act === 'end' ? text.endTitle(asked.set.set) : text.replaceTitle}
        consequence={asked?.act === 'end' ? endWords(asked.set) : text.replaceWords}
        confirm={confirmWord(asked)}
        danger={asked?.act === 'end'}
        pending={act.pending}
        failure={act.failure}
        onClose={close}
        onConfirm={() => {
          if (asked?.act === 'end') void end.run(asked.set);
          else void replace.run(undefined);
        }}
      />
    </Panel>
  );
}

function KeysOf({ set }: { readonly set: KeySet }) {
  if (set.keys.length === 0) return <span className={styles['said']}>–</span>;
  return (
    <>
      {set.keys.slice(0, most).map((key) => (
        <div key={key.keyId}>
          <Link to="/keys/$keyId" params={{ keyId: key.keyId }} className={styles['link']}>
            {key.owner}
          </Link>
          <span className={styles['said']}> · {endText(key.until)}</span>
        </div>
      ))}
      {set.keys.length > most ? <div className={styles['said']}>{text.moreKeys(set.keys.length - most)}</div> : null}
    </>
  );
}

function confirmWord(asked: Asked | null): string {
  if (asked?.act !== 'end') return text.replace;
  return asked.set.cards > 0 ? text.endAnyway : text.end;
}

function endWords({ cards }: KeySet): string {
  return cards === 0 ? text.unused : text.inUse(cards);
}
