import { Button, Progress } from '@mantine/core';
import type { BulkRunView } from '#api/bulk';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { bulkText as text, bulkTitle, runWords } from './bulk-sentences.ts';
import styles from './bulk.module.css';

/** What runs over many keys goes on when the page is left; here it is found again. */
export function BulkRuns(props: { readonly runs: readonly BulkRunView[]; readonly onReport: (id: string) => void }) {
  const forget = useAct((id: string) => portal.bulk.forget.mutate({ id }));
  return props.runs.map((run) => (
    <div key={run.id} role="group" className={`${styles['bar']} ${styles['run']}`} aria-label={text.runs}>
      <span role="status">{runWords(run)}</span>
      {run.state === 'running' ? <BulkProgress run={run} /> : null}
      <div className={styles['acts']}>
        {run.state === 'running' ? <StopButton id={run.id} /> : null}
        <Button onClick={() => props.onReport(run.id)}>{text.report}</Button>
        {run.state === 'running' ? null : (
          <Button variant="subtle" onClick={() => void forget.run(run.id)}>
            {text.dismiss}
          </Button>
        )}
      </div>
    </div>
  ));
}

export function BulkProgress({ run }: { readonly run: BulkRunView }) {
  return (
    <Progress.Root className={styles['grow'] ?? ''} size="sm">
      <Progress.Section value={(100 * run.reached) / Math.max(1, run.total)} aria-label={bulkTitle(run.action)} />
    </Progress.Root>
  );
}

export function StopButton({ id }: { readonly id: string }) {
  const stop = useAct(() => portal.bulk.stop.mutate({ id }));
  return (
    <Button onClick={() => void stop.run(undefined)} loading={stop.pending}>
      {text.stop}
    </Button>
  );
}
