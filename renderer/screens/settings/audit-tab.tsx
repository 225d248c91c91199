import { Button } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditView } from '#api/staff-views';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { download } from '../../components/download.ts';
import { EmptyState, FailureNotice, Waiting } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { momentText } from '../../text/format.ts';
import { actorText } from '../../text/timeline.ts';
import { AuditFilter } from './audit-filter.tsx';
import { noFilter, questionOf } from './audit-question.ts';
import { auditChanges, auditCsv, auditSentence, auditText as text, verdictSentence } from './audit-sentences.ts';
import styles from './settings.module.css';

/** What staff did, newest first, with its filter, its export and its proof. */
export function AuditTab() {
  const [filter, setFilter] = useState(noFilter);
  const question = questionOf(filter);
  const page = useAnswer(['settings', 'audit', question], () => portal.audit.list.query(question), { keep: true });
  const save = useAct(() => portal.audit.export.mutate(question), {
    done: (sheet) => download('audit.csv', auditCsv(sheet)),
  });
  const verify = useAct(() => portal.audit.verify.query());
  const [verdict, setVerdict] = useState<string | null>(null);

  return (
    <Panel
      title={text.title}
      acts={
        <>
          <Button
            leftSection={<IconShieldCheck size={16} />}
            loading={verify.pending}
            onClick={() => {
              void verify
                .run(undefined)
                .then((found) => setVerdict(found === undefined ? null : verdictSentence(found)));
            }}
          >
            {text.verify}
          </Button>
          <Button
            leftSection={<IconDownload size={16} />}
            loading={save.pending}
            onClick={() => void save.run(undefined)}
          >
            {text.export}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p className={styles['soft']}>{text.words}</p>
        <p role="status" className={styles['soft']}>
          {verdict}
        </p>
        <AuditFilter value={filter} onChange={setFilter} />
        <FailureNotice failure={page.failure ?? save.failure ?? verify.failure} />
      </div>
      {page.waiting ? <Waiting>{text.loading}</Waiting> : null}
      {page.data === undefined ? null : <AuditTable entries={page.data.entries} />}
      {page.data?.entries.length === 0 ? <EmptyState title={text.none}>{text.noneWords}</EmptyState> : null}
      {page.data?.more === true ? <p className={styles['more']}>{text.more}</p> : null}
    </Panel>
  );
}

function AuditTable({ entries }: { readonly entries: readonly AuditView[] }) {
  const zone = useZone();
  if (entries.length === 0) return null;
  return (
    <div className={styles['wide']} tabIndex={0} role="region" aria-label={text.title}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.columns.at}</th>
            <th scope="col">{text.columns.who}</th>
            <th scope="col">{text.columns.pc}</th>
            <th scope="col">{text.columns.what}</th>
            <th scope="col">{text.columns.changes}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={styles['still']}>{momentText(entry.at, zone)}</td>
              <td className={styles['still']}>{entry.by.kind === 'staff' ? entry.by.name : whoElse(entry)}</td>
              <td>{entry.from}</td>
              <td>
                {auditSentence(entry)}
                {entry.keyId === null ? null : (
                  <>
                    {' · '}
                    <Link to="/keys/$keyId" params={{ keyId: entry.keyId }} className={styles['link']}>
                      {text.openKey}
                    </Link>
                  </>
                )}
              </td>
              <td>
                {auditChanges(entry, zone).map((change) => (
                  <div key={change}>{change}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A refused sign-in was nobody's yet. */
function whoElse(entry: AuditView): string {
  return entry.what === 'sign-in-refused' ? text.nobody : actorText(entry.by);
}
