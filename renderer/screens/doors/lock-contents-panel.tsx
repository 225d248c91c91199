import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { DoorDetails, LockContents, LockView } from '#api/views';
import type { LockId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { StateTag, type Tone } from '../../components/state-tag.tsx';
import styles from './doors.module.css';
import { compareContents, type ComparedEntry, type Verdict } from './lock-contents.ts';
import { windowText } from './lock-credentials.tsx';
import { lockTexts as texts } from './sentences.ts';

export interface LockContentsPanelProps {
  readonly lockId: LockId;
  /** Who answers: the lock, or its maker's cloud. */
  readonly proof: LockView['proof'];
  readonly credentials: DoorDetails['credentials'];
}

/** What the lock itself answers when asked, held against what it should hold. */
export function LockContentsPanel({ lockId, proof, credentials }: LockContentsPanelProps) {
  const [contents, setContents] = useState<LockContents | null>(null);
  const ask = useAct(() => portal.doors.lockContents.query({ lockId }), { done: setContents });
  return (
    <Panel
      title={texts.contents}
      acts={
        <Button loading={ask.pending} onClick={() => void ask.run(undefined)}>
          {contents === null ? texts.ask : texts.askAgain}
        </Button>
      }
    >
      <div className={styles['padded']} aria-live="polite">
        {ask.pending ? <Waiting>{texts.asking}</Waiting> : <Said contents={contents} credentials={credentials} />}
        <FailureNotice failure={ask.failure} />
      </div>
      {contents?.outcome === 'listed' && !ask.pending ? (
        <>
          {proof === 'cloud' ? <p className={styles['padded']}>{texts.fromCloud}</p> : null}
          <Entries entries={compareContents(contents.entries, credentials)} />
        </>
      ) : null}
    </Panel>
  );
}

function Said({
  contents,
  credentials,
}: {
  readonly contents: LockContents | null;
  readonly credentials: DoorDetails['credentials'];
}) {
  if (contents === null) return texts.notAsked;
  if (contents.outcome === 'no-answer') return texts.noAnswer;
  const entries = compareContents(contents.entries, credentials);
  if (entries.length === 0) return texts.empty;
  const wrong = entries.filter((entry) => entry.verdict !== 'right' && entry.verdict !== 'unexpected').length;
  const hasForeign = entries.some((entry) => entry.verdict === 'foreign');
  return `${wrong === 0 ? texts.matches : texts.differs(wrong)}${hasForeign ? ` ${texts.foreignHint}` : ''}`;
}

function Entries({ entries }: { readonly entries: readonly ComparedEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{texts.entry}</th>
          <th scope="col">{texts.kinds}</th>
          <th scope="col">{texts.access}</th>
          <th scope="col">{texts.verdict}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id}>
            <td>
              {entry.keyId === null ? (
                entry.title
              ) : (
                <Link to="/keys/$keyId" params={{ keyId: entry.keyId }} className={styles['name']}>
                  {entry.title}
                </Link>
              )}
            </td>
            <td>{entry.credentials.map((kind) => texts.kindNames[kind]).join(', ')}</td>
            <td>{windowText(entry.from, entry.to)}</td>
            <td>
              <StateTag {...looks[entry.verdict]}>{texts.verdicts[entry.verdict]}</StateTag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const looks: Record<Verdict, { readonly tone: Tone; readonly icon: ReactNode }> = {
  right: { tone: 'ok', icon: <IconCheck aria-hidden /> },
  foreign: { tone: 'warn', icon: <IconAlertTriangle aria-hidden /> },
  missing: { tone: 'bad', icon: <IconAlertTriangle aria-hidden /> },
  excess: { tone: 'bad', icon: <IconAlertTriangle aria-hidden /> },
  unexpected: { tone: 'info', icon: <IconClock aria-hidden /> },
};
