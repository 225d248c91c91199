import type { KeyCounts } from '#api/key-counts';
import type { StatusStrip } from '#api/status-strip';
import type { InstantText } from '#domain/time/time';

/** How long after the connection came back staff are still told of what was missed. */
const toldForMs = 24 * 60 * 60 * 1000;

/** The list that shows them, and how many are in it. */
export interface StuckAfterOutage {
  readonly access: 'not-allowed' | 'late';
  readonly count: number;
}

/**
 * While the PMS is not connected nobody hears of check-ins: every current key that is not allowed may be a guest's at the
 * door. After it is back, those are left of whose stays Portal heard too late. null: nobody waits because of the PMS.
 */
export function stuckKeys(
  { notAllowed, late }: Pick<KeyCounts, 'notAllowed' | 'late'>,
  connections: readonly Pick<StatusStrip['pms'][number], 'state' | 'since'>[],
  now: InstantText,
): StuckAfterOutage | null {
  if (connections.some(({ state }) => state === 'broken' || state === 'degraded')) {
    return notAllowed === 0 ? null : { access: 'not-allowed', count: notAllowed };
  }
  const isBack = connections.some(
    ({ state, since }) => state === 'connected' && Date.parse(now) - Date.parse(since) < toldForMs,
  );
  return isBack && late > 0 ? { access: 'late', count: late } : null;
}
