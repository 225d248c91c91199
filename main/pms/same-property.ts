import type { Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import type { PmsAnswer, PmsConnector } from './pms-connector.ts';

/** So many stays are enough to tell one property from another. */
const enough = 20;

/**
 * Whether the PMS knows any of the live stays that came through a connection; true where there are none. A connection from before
 * properties had ids learns its id only from a PMS that does: a token of another property would end all its keys.
 */
export async function knowsItsStays(
  base: Base,
  connectionId: string,
  connector: PmsConnector,
  signal: AbortSignal,
): Promise<PmsAnswer<boolean>> {
  const stays = await base.store.read((view) => liveStays(view, connectionId));
  if (stays.length === 0) return { outcome: 'answered', value: true };
  const ids = stays.slice(0, enough).map(({ pmsId }) => pmsId);
  const answer = await connector.staysById(ids, signal);
  if (answer.outcome !== 'answered') return answer;
  return { outcome: 'answered', value: answer.value.stays.length + (answer.unreadable?.length ?? 0) > 0 };
}

/** Of the connection's keys that are not over. */
export async function liveStays(view: View, connectionId: string): Promise<readonly Reservation[]> {
  const { keys } = await view.getMany({
    keys: { collection: 'keys', index: 'status', values: ['current', 'upcoming'] },
  });
  const ids = [...keys.values()].flat().flatMap(({ reservationId }) => reservationId ?? []);
  const { stays } = await view.getMany({ stays: { collection: 'reservations', ids } });
  return [...stays.values()].filter((stay) => stay.connectionId === connectionId);
}
