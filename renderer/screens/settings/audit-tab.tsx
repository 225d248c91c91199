import { Button } from '@mantine/core';
import { IconDownload, IconShieldCheck } from '@tabler/icons-react';
import { sheetCsv } from '#domain/text/sheet';
import { useState } from 'react';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Panel } from '../../components/panel.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { download } from '../../download.ts';
import { auditText as text, verdictSentence } from './audit-sentences.ts';
import { auditSheetWords } from '../../text/exports.ts';
import { AuditFilter } from './audit-filter.tsx';
import { AuditTable } from './audit-table.tsx';
import { noFilter, questionOf } from './audit-question.ts';
import styles from './settings.module.css';

/** What staff did, newest first, with its filter, its export and its proof. */
export function AuditTab() {
  const [filter, setFilter] = useState(noFilter);
  const question = questionOf(filter);
  const page = useAnswer(['settings', 'audit', question], () => portal.audit.list.query(question), { keep: true });
  const save = useAct(() => portal.audit.export.mutate(question), {
    done: (sheet) => download('audit.csv', sheetCsv(sheet, auditSheetWords)),
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
