import type { KeySituation } from './key-situation.ts';
import { isLive } from '#domain/key/key-status';
import { periodOf } from '#domain/key/period';
import { localAt } from '#domain/time/time';

type Stay = Pick<KeySituation, 'key' | 'reservation' | 'settings' | 'now'>;

/** In house by the PMS's word while the key's time is over: the guest stands before a closed door. */
export function isStayOver({ key, reservation }: Stay): boolean {
  return key.status === 'past' && reservation?.state === 'in-house';
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
