import type { AlertView } from '#api/views';
import type { Alert } from '#domain/alerts/alert';
import { isOfCard, isProblem } from '#domain/locks/entry-problem';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { View } from '#main/storage/store';
import { alertViews } from '#main/timeline/views';
import { oneLineEach } from './one-line.ts';

/** Everything that needs a person, the newest first: the alerts, and each lock that keeps codes waiting. */
export async function needsAttention(view: View): Promise<readonly AlertView[]> {
  const { alerts, unfinished } = await view.getMany({
    alerts: { collection: 'alerts', all: true },
    unfinished: { collection: 'entries', index: 'jobState', values: ['waiting', 'running'] },
  });
  const waiting = waitingLocks([...unfinished.values()].flat());
  const views = await alertViews(view, oneLineEach([...alerts, ...waiting]));
  return views.toSorted((one, other) => (one.raisedAt < other.raisedAt ? 1 : -1));
}

/** Not stored: it holds as long as the jobs wait. One a lock, and about its key where there is just one. */
function waitingLocks(unfinished: readonly LockEntry[]): readonly Alert[] {
  const failing = unfinished.filter((entry) => entry.wanted !== null && isProblem(entry));
  return [...Map.groupBy(failing, ({ lockId }) => lockId).values()].flatMap(waitingAt);
}

function waitingAt(entries: readonly LockEntry[]): readonly Alert[] {
  const [first] = entries.toSorted((one, other) => (queuedAt(one) < queuedAt(other) ? -1 : 1));
  if (first?.job == null) return [];
  const keys = new Set(entries.map(({ keyId }) => keyId)).size;
  return [
    {
      id: `write-waiting/${first.lockId}`,
      kind: 'write-waiting',
      raisedAt: first.job.queuedAt,
      keyId: keys === 1 ? first.keyId : null,
      doorId: first.doorId,
      lockId: first.lockId,
      reservationId: null,
      facts: {
        keys: String(keys),
        error: first.job.lastError?.kind ?? 'not-confirmed',
        ...(entries.every(isOfCard) ? { credential: 'card' } : {}),
      },
    },
  ];
}

function queuedAt({ job }: LockEntry): string {
  return job?.queuedAt ?? '';
}
