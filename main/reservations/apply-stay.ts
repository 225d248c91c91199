import { AppError } from '#domain/failure';
import type { PersonId, ReservationId, SpaceId } from '#domain/ids';
import { planReservationChange } from '#domain/pms/pms-changes';
import { endGrace } from '#domain/key/end-grace';
import { guestsOf } from '#domain/pms/pms-people';
import type { Person } from '#domain/stay/person';
import type { Guest, Reservation } from '#domain/stay/reservation';
import type { InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import { settleKey } from '#main/settling/settle-key';
import type { Transaction } from '#main/storage/store';
import { changeAlerts, record } from '#main/timeline/record';
import { isDeepStrictEqual } from 'node:util';
import { roomDoors } from './room-doors.ts';
import { noteSharedRooms } from './shared-room.ts';

/** A stay as the PMS tells it, known by Portal's id; Portal adds when it received it. */
export type StayNews = Omit<Reservation, 'receivedAt'>;

/** `unchanged`: seen before, or older than what is stored. */
export type Applied = 'applied' | 'unchanged';

/** Who goes into which room by the news that came together with this stay: two guests may swap. */
export type RoomsTaken = ReadonlyMap<SpaceId, ReservationId>;

/**
 * Which of two copies of a stay is the newer one: by the PMS's stamps; or, in a list of how all stays are now, the one that
 * the list holds: a stamp that was ahead must not keep out what came after it.
 */
export type Newest = 'by stamp' | 'by content';

const noRooms: RoomsTaken = new Map();

interface StayChange {
  readonly before: Reservation | null;
  readonly after: Reservation;
  readonly taken: RoomsTaken;
}

/**
 * Stores one stay as the PMS tells it, and everything that follows for its key, in one commit. Applying it twice, or an
 * older copy after a newer one, changes nothing.
 */
export async function applyStay(
  base: Base,
  stay: StayNews,
  taken: RoomsTaken = noRooms,
  newest: Newest = 'by stamp',
): Promise<Applied> {
  return base.store.transact(async (transaction) => {
    const before = await transaction.get('reservations', stay.id);
    if (before !== null && isSame(before, stay)) {
      // Said again later: an older copy with another content is then known as such.
      const { sourceUpdatedAt } = stay;
      if (sourceUpdatedAt > before.sourceUpdatedAt)
        await transaction.put('reservations', { ...before, sourceUpdatedAt });
      return 'unchanged';
    }
    if (newest === 'by stamp' && before !== null && before.sourceUpdatedAt > stay.sourceUpdatedAt) return 'unchanged';
    const after: Reservation = { ...stay, receivedAt: before?.receivedAt ?? base.clock.now() };
    await transaction.put('reservations', after);
    await planAndSettle(transaction, base, { before, after, taken });
    await noteSharedRooms(transaction, base, [before, after]);
    if (after.state === 'in-house') await endGraceOfOthers(transaction, base, after);
    return 'applied';
  });
}

function isSame(before: Reservation, stay: StayNews): boolean {
  return before.contentHash === stay.contentHash && before.pmsId === stay.pmsId;
}

/** Plans a stay again without news from the PMS: a room was mapped, a rule changed, a door is no longer protected. */
export async function replanStay(transaction: Transaction, base: Base, id: ReservationId): Promise<void> {
  const after = await transaction.get('reservations', id);
  if (after !== null) await planAndSettle(transaction, base, { before: after, after, taken: noRooms });
}

async function planAndSettle(transaction: Transaction, base: Base, change: StayChange): Promise<void> {
  const { before, after } = change;
  const guests = [...(before === null ? [] : guestsOf(before)), ...guestsOf(after)];
  const found = await transaction.getMany({
    settings: { collection: 'settings', ids: ['property'] },
    keys: { collection: 'keys', index: 'reservation', values: [after.id] },
    spaces: { collection: 'spaces', ids: after.spaceId === null ? [] : [after.spaceId] },
    people: { collection: 'people', index: 'pms', values: guests.map((guest) => pmsIdOf(after, guest)) },
  });
  const doors = await roomDoors(transaction, after.spaceId === null ? [] : [after.spaceId]);
  const settings = found.settings.get('property');
  if (settings === undefined) throw new AppError('internal', 'applying a stay before the property is set up');
  const now = base.clock.now();
  const [key = null] = found.keys.get(after.id) ?? [];
  const known = (guest: Guest): Person | null => found.people.get(pmsIdOf(after, guest))?.[0] ?? null;
  const personIds = new Map(
    guests.map((guest) => [guest.pmsId, known(guest)?.id ?? (base.random.id() as PersonId)] as const),
  );
  const plan = planReservationChange({
    ...change,
    key,
    doorsOfSpace: after.spaceId === null ? [] : (doors.get(after.spaceId) ?? []),
    isRoomInUse: after.spaceId === null || found.spaces.get(after.spaceId)?.active !== false,
    settings,
    now,
    oldRoomNeeded: await isOldRoomNeeded(transaction, change),
    personIdOf: (guest) => personIds.get(guest.pmsId) ?? (base.random.id() as PersonId),
    newId: () => base.random.id(),
  });
  await storePeople(transaction, after, { personIds, known, now });
  const by = { kind: 'pms' as const, connector: after.connector };
  if (plan.key === null) await record(transaction, { at: now, by, notes: plan.notes });
  else if (plan.key !== key || plan.codeNeeded || key === null)
    await settleKey(transaction, base, { ...plan, key: plan.key, by });
  else {
    // The key itself stays, but doors, links or rules behind it may not.
    await settleKey(transaction, base, { key, notes: plan.notes, by, codeNeeded: false });
  }
  await changeAlerts(transaction, now, plan);
}

/** Whether somebody else is in, or goes into, the room that this stay leaves. */
async function isOldRoomNeeded(transaction: Transaction, { before, after, taken }: StayChange): Promise<boolean> {
  if (before === null || before.spaceId === null || before.spaceId === after.spaceId) return false;
  const next = taken.get(before.spaceId);
  if (next !== undefined && next !== after.id) return true;
  const others = await transaction.find('reservations', 'space', { value: before.spaceId });
  return others.some((other) => other.id !== after.id && other.state === 'in-house');
}

/** A guest who moved out keeps the old room for the grace period only while nobody else is in it. */
async function endGraceOfOthers(transaction: Transaction, base: Base, arrived: Reservation): Promise<void> {
  const settings = await transaction.get('settings', 'property');
  if (arrived.spaceId === null || settings === null) return;
  const by = { kind: 'portal' as const };
  const doorIds = (await transaction.find('doors', 'space', { value: arrived.spaceId })).map(({ id }) => id);
  const keys = (await Promise.all(doorIds.map((id) => transaction.find('keys', 'door', { value: id })))).flat();
  for (const key of new Map(keys.map((each) => [each.id, each])).values()) {
    if (key.reservationId === arrived.id) continue;
    const reservation = key.reservationId === null ? null : await transaction.get('reservations', key.reservationId);
    const edit = endGrace(key, doorIds, { by, at: base.clock.now(), reservation, zone: settings.zone });
    if (edit?.outcome === 'changed') await settleKey(transaction, base, { ...edit, by });
  }
}

/** Those of whom the PMS tells something new. */
async function storePeople(
  transaction: Transaction,
  after: Reservation,
  told: {
    readonly personIds: ReadonlyMap<string, PersonId>;
    readonly known: (guest: Guest) => Person | null;
    readonly now: InstantText;
  },
): Promise<void> {
  const changed = guestsOf(after).flatMap((guest): readonly Person[] => {
    const id = told.personIds.get(guest.pmsId);
    if (id === undefined) return [];
    const { firstName, lastName, email, emailIsRelay, phone, language } = guest;
    const contact = { firstName, lastName, email, emailIsRelay, phone, language };
    const known = told.known(guest);
    const updatedAt = known?.updatedAt ?? told.now;
    const person: Person = { id, kind: 'guest', ...contact, pmsId: pmsIdOf(after, guest), updatedAt };
    return isDeepStrictEqual(person, known) ? [] : [{ ...person, updatedAt: told.now }];
  });
  if (changed.length > 0) await transaction.write(changed.map((put) => ({ collection: 'people', put })));
}

/** How a guest of a PMS is known among all people. */
export function pmsIdOf(reservation: Pick<Reservation, 'connectionId'>, guest: Guest): string {
  return `${reservation.connectionId}:${guest.pmsId}`;
}
