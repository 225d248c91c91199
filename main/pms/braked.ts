import { heldOf, type Ending, type HeldEnding, type HeldEndings } from '#domain/brake/brake';
import { endingCause, endingCauses, needsSecondProof, type EndingCause } from '#domain/brake/ending';
import type { ReservationId } from '#domain/ids';
import { losesGuests } from '#domain/brake/lost-guests';
import { isLive } from '#domain/key/key-status';
import { guestsOf } from '#domain/pms/pms-people';
import type { Guest, Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import { pmsIdOf, type StayNews } from '#main/reservations/apply-stay';
import { roomDoors } from '#main/reservations/room-doors';
import type { Transaction, View } from '#main/storage/store';
import { changeAlerts, clear } from '#main/timeline/record';
import { isDeepStrictEqual } from 'node:util';
import type { PmsSource } from './pms-source.ts';

/** The stays that are held and that a round does not tell by itself: it asks for each by its id. */
export async function heldStays(
  base: Base,
  { connection: { id } }: PmsSource,
  told: ReadonlySet<ReservationId>,
): Promise<readonly Pick<Reservation, 'id' | 'pmsId'>[]> {
  const held = await base.store.read((view) => view.get('heldEndings', id));
  return (held?.endings ?? [])
    .filter(({ reservationId }) => !told.has(reservationId))
    .map(({ reservationId, pmsId }) => ({ id: reservationId, pmsId }));
}

/**
 * The brake: of everything that a round tells, what may be applied. Endings that wait are written down with an alert for each
 * cause, in one commit, before anything is applied; the locks keep what they hold.
 */
export async function braked(base: Base, source: PmsSource, news: readonly StayNews[]): Promise<readonly StayNews[]> {
  const { id } = source.connection;
  const waiting = await base.store.transact(async (transaction) => {
    const before = (await transaction.get('heldEndings', id)) ?? { id, endings: [], allowed: [] };
    // Most rounds bring no news.
    if (news.length === 0 && before.endings.length === 0) return before.endings;
    const after = await judged(transaction, base, news, before);
    if (!isDeepStrictEqual(before, after)) await keep(transaction, base, source, after);
    return after.endings;
  });
  const held = new Set(waiting.map(({ reservationId }) => reservationId));
  return news.filter((stay) => !held.has(stay.id));
}

async function judged(view: View, base: Base, news: readonly StayNews[], before: HeldEndings): Promise<HeldEndings> {
  const now = base.clock.now();
  const endings = await endingsIn(view, news, now);
  const { current, upcoming } = await view.getMany({
    current: { collection: 'keys', index: 'status', count: { value: 'current' } },
    upcoming: { collection: 'keys', index: 'status', count: { value: 'upcoming' } },
  });
  const allowed = new Set(before.allowed);
  const held = heldOf({ endings, held: before.endings, allowed, liveKeys: current + upcoming, now });
  const pmsIds = new Map(news.map(({ id, pmsId }) => [id, pmsId]));
  return {
    id: before.id,
    endings: held.map((each): HeldEnding => ({ ...each, pmsId: pmsIds.get(each.reservationId) ?? '' })),
    // What was let through happens now, or is not told any more.
    allowed: [],
  };
}

/** The news that would take something away from a live key. */
async function endingsIn(
  view: View,
  news: readonly StayNews[],
  now: Reservation['receivedAt'],
): Promise<readonly Ending[]> {
  const { known } = await view.getMany({ known: { collection: 'reservations', ids: news.map(({ id }) => id) } });
  const changed = news.flatMap((after) => {
    const before = known.get(after.id);
    return before === undefined || before.contentHash === after.contentHash ? [] : [{ before, after }];
  });
  const rooms = changed.flatMap(({ before, after }) => (before.spaceId === after.spaceId ? [] : [before, after]));
  const doors = await roomDoors(
    view,
    rooms.flatMap(({ spaceId }) => spaceId ?? []),
  );
  const guests = changed.flatMap(({ before }) => guestsOf(before).map((guest) => pmsIdOf(before, guest)));
  const { keys, people } = await view.getMany({
    keys: { collection: 'keys', index: 'reservation', values: changed.map(({ after }) => after.id) },
    people: { collection: 'people', index: 'pms', values: guests },
  });
  const doorIds = ({ spaceId }: Pick<Reservation, 'spaceId'>) =>
    (spaceId === null ? [] : (doors.get(spaceId) ?? [])).map((door) => door.id).toSorted();
  return changed.flatMap(({ before, after }): readonly Ending[] => {
    const live = (keys.get(after.id) ?? []).filter((key) => isLive(key));
    const isSameDoors = isDeepStrictEqual(doorIds(before), doorIds(after));
    const personIdOf = (guest: Guest) => people.get(pmsIdOf(after, guest))?.[0]?.id;
    const isGuestLost = live.some((key) => losesGuests({ before, after, people: key.people, personIdOf }));
    const cause = live.length > 0 ? endingCause({ before, after, isSameDoors, isGuestLost, now }) : null;
    if (cause === null) return [];
    return [{ reservationId: after.id, cause, isSecondProofNeeded: needsSecondProof(cause, before) }];
  });
}

async function keep(transaction: Transaction, base: Base, source: PmsSource, held: HeldEndings): Promise<void> {
  const { connection, system } = source;
  if (held.endings.length > 0) await transaction.put('heldEndings', held);
  else await transaction.remove('heldEndings', held.id);
  const property = (await transaction.get('pms', connection.id))?.name ?? '';
  const counts = new Map(endingCauses.map((cause) => [cause, countOf(held, cause)]));
  const raise = [...counts].filter(([, count]) => count > 0);
  await changeAlerts(transaction, base.clock.now(), {
    raise: raise.map(([cause, count]) => ({
      id: heldAlertId(connection.id, cause),
      kind: 'endings-held',
      facts: { connection: connection.id, system: system.name, property, cause, count: String(count) },
    })),
    clear: [...counts].filter(([, count]) => count === 0).map(([cause]) => heldAlertId(connection.id, cause)),
  });
}

/** Nothing is held any more: the connection was removed. */
export async function letGo(transaction: Transaction, connectionId: string): Promise<void> {
  await transaction.remove('heldEndings', connectionId);
  await clear(
    transaction,
    endingCauses.map((cause) => heldAlertId(connectionId, cause)),
  );
}

/** Those about which a person decides. */
function countOf({ endings }: HeldEndings, cause: EndingCause): number {
  return endings.filter((each) => each.cause === cause && each.why === 'many').length;
}

function heldAlertId(connectionId: string, cause: EndingCause): string {
  return `endings-held/${connectionId}/${cause}`;
}
