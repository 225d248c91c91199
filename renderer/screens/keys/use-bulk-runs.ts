import { useQueryClient } from '@tanstack/react-query';
import type { BulkRunView } from '#api/bulk';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';

const asked = ['keys', 'bulk', 'runs'] as const;
const whileRunningMs = 400;

/** What runs over many keys, and what has; asked often while something runs. */
export function useBulkRuns(): readonly BulkRunView[] {
  const known = useQueryClient().getQueryData<readonly BulkRunView[]>(asked) ?? [];
  const isRunning = known.some(({ state }) => state === 'running');
  const runs = useAnswer(asked, () => portal.bulk.runs.query(), isRunning ? { everyMs: whileRunningMs } : {});
  return runs.data ?? [];
}
