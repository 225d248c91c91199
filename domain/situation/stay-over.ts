import type { KeySituation } from './key-situation.ts';
import { isLive } from '#domain/key/key-status';
import { isStanding } from '#domain/key/opened-doors';
import { periodOf } from '#domain/key/period';
import { localAt } from '#domain/time/time';

type Stay = Pick<KeySituation, 'key' | 'reservation' | 'settings' | 'now'>;

/**
 * In house by the PMS's word while the time of its doors is over: the guest stands before a closed door. A key whose doors were all
 * taken from it (its room is mapped to none any more) has another alert.
 */
export function isStayOver({ key, reservation }: Stay): boolean {
  return key.status === 'past' && reservation?.state === 'in-house' && key.doors.some((door) => isStanding(door));
}

/** Whether staff may still change what the key opens: it is live, or its guest may be there yet, in house or gone since today. */
export function mayBeExtended(stay: Stay): boolean {
  const { key, settings, now } = stay;
  if (isLive(key) || isStayOver(stay)) return true;
  const { departure } = periodOf(key);
  return (
    key.status === 'past' && departure !== null && departure.slice(0, 10) >= localAt(now, settings.zone).slice(0, 10)
  );
}
