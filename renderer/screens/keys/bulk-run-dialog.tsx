import { Button, Modal, Stack } from '@mantine/core';
import type { BulkRunView } from '#api/bulk';
import { sheetCsv } from '#domain/text/sheet';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { download } from '../../components/download.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { BulkLines } from './bulk-lines.tsx';
import { BulkProgress, StopButton } from './bulk-runs.tsx';
import { bulkText as text, bulkTitle, runWords } from './bulk-sentences.ts';
import styles from './bulk.module.css';
import { reportSheetWords } from './sheet-sentences.ts';

/** Lines that are shown; all of them are in the exported report. */
const shown = 200;

/** How far a run is, and afterwards what became of each key. Closing it stops nothing. */
export function BulkRunDialog({ run, onClose }: { readonly run: BulkRunView; readonly onClose: () => void }) {
  const { id, state } = run;
  const isRunning = state === 'running';
  const report = useAnswer(
    ['keys', 'bulk', 'report', id, state],
    () => portal.bulk.report.query({ id, limit: shown }),
    { enabled: !isRunning },
  );
  const save = useAct(async () =>
    download('report.csv', sheetCsv(await portal.bulk.exportReport.mutate({ id }), reportSheetWords)),
  );
  return (
    <Modal opened onClose={onClose} title={bulkTitle(run.action)} size={640}>
      <Stack gap="md">
        <p className={styles['words']} role="status">
          {runWords(run)}
        </p>
        {isRunning ? <BulkProgress run={run} /> : null}
        <FailureNotice failure={report.failure ?? save.failure} />
        {report.data === undefined ? null : (
          <BulkLines report lines={report.data.lines} action={run.action} total={report.data.total} />
        )}
        <div className={styles['foot']}>
          {isRunning ? (
            <StopButton id={id} />
          ) : (
            <Button onClick={() => void save.run(undefined)}>{text.exportReport}</Button>
          )}
          <Button onClick={onClose} {...(isRunning ? {} : { variant: 'filled' })}>
            {isRunning ? text.goesOn : text.close}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
