import { plus, type InstantText } from '#domain/time/time';
import type { ReservationId } from '#domain/ids';
import type { PmsConnection } from '#domain/pms/pms-connection';
import type { Base } from '#main/base';
import { applyStay, type RoomsTaken } from '#main/reservations/apply-stay';
import { Temporal } from 'temporal-polyfill';
import type { PmsStay } from '#domain/stay/reservation';
import type { PmsAnswer, PmsConnector, PmsWindow } from './pms-connector.ts';
import { storeSpaces } from './spaces.ts';

/** How much of the past and of the future a full comparison looks at: just departed, in house, and what is booked next. */
const reconcileBack = Temporal.Duration.from({ hours: 48 });
const reconcileAhead = Temporal.Duration.from({ hours: 24 * 14 });
/** The first import looks as far ahead as Mews allows in one question. */
const importAhead = Temporal.Duration.from({ hours: 24 * 85 });

export type SyncAnswer = PmsAnswer<{ readonly applied: number }>;

/**
 * Asks for everything that changed since the watermark and applies it. The watermark moves, on the PMS's own clock, only
 * when every stay of the window is stored: a crash or a lost connection repeats the window, and nothing is applied twice.
 */
export async function syncChanges(base: Base, connector: PmsConnector, signal: AbortSignal): Promise<SyncAnswer> {
  const connection = await base.store.read((view) => view.get('pms', 'pms'));
  const property = await connector.property(signal);
  if (property.outcome !== 'answered') return property;
  const from = connection?.watermark ?? null;
  if (from === null) return importAll(base, connector, property.value.now, signal);

  const changed = await connector.changedStays({ from, to: property.value.now }, signal);
  if (changed.outcome !== 'answered') return changed;
  const known = await knowRooms(base, connector, changed.value, signal);
  if (known.outcome !== 'answered') return known;
  const applied = await applyAll(base, changed.value);
  await noteSync(base, { watermark: property.value.now, zone: property.value.zone, syncedAt: base.clock.now() });
  return { outcome: 'answered', value: { applied } };
}

/** A stay in a room that Portal has not heard of: the PMS has new rooms. They come first, so that they can be mapped. */
async function knowRooms(
  base: Base,
  connector: PmsConnector,
  stays: readonly PmsStay[],
  signal: AbortSignal,
): Promise<PmsAnswer<null>> {
  const ids = new Set(stays.flatMap(({ spaceId }) => spaceId ?? []));
  const known = await base.store.read((view) => Promise.all([...ids].map((id) => view.get('spaces', id))));
  if (!known.includes(null)) return { outcome: 'answered', value: null };
  const spaces = await connector.spaces(signal);
  if (spaces.outcome !== 'answered') return spaces;
  await storeSpaces(base, spaces.value);
  return { outcome: 'answered', value: null };
}

/**
 * Compares every arriving, present and just departed stay one by one. A live stay that the PMS no longer lists is asked
 * for by id: absence alone never revokes.
 */
export async function reconcile(base: Base, connector: PmsConnector, signal: AbortSignal): Promise<SyncAnswer> {
  const spaces = await connector.spaces(signal);
  if (spaces.outcome !== 'answered') return spaces;
  await storeSpaces(base, spaces.value);
  const property = await connector.property(signal);
  if (property.outcome !== 'answered') return property;
  const { now } = property.value;
  const window = { from: plus(now, reconcileBack.negated()), to: plus(now, reconcileAhead) };
  const answer = await compare(base, connector, window, signal);
  if (answer.outcome === 'answered') await noteSync(base, { reconciledAt: base.clock.now() });
  return answer;
}

async function importAll(
  base: Base,
  connector: PmsConnector,
  now: InstantText,
  signal: AbortSignal,
): Promise<SyncAnswer> {
  const spaces = await connector.spaces(signal);
  if (spaces.outcome !== 'answered') return spaces;
  await storeSpaces(base, spaces.value);
  const window = { from: plus(now, reconcileBack.negated()), to: plus(now, importAhead) };
  const answer = await compare(base, connector, window, signal);
  if (answer.outcome !== 'answered') return answer;
  const moment = base.clock.now();
  await noteSync(base, { watermark: now, syncedAt: moment, reconciledAt: moment });
  return answer;
}

async function compare(
  base: Base,
  connector: PmsConnector,
  window: PmsWindow,
  signal: AbortSignal,
): Promise<SyncAnswer> {
  const listed = await connector.staysColliding(window, signal);
  if (listed.outcome !== 'answered') return listed;
  const applied = await applyAll(base, listed.value);
  const missing = await liveStaysNotIn(base, window, new Set(listed.value.map(({ id }) => id)));
  if (missing.length === 0) return { outcome: 'answered', value: { applied } };

  const prefix = `${connector.system}:`;
  const asked = await connector.staysById(
    missing.map((id) => id.slice(prefix.length)),
    signal,
  );
  if (asked.outcome !== 'answered') return asked;
  const again = await applyAll(base, asked.value.stays);
  for (const id of asked.value.unknown) await applyDeleted(base, `${prefix}${id}`);
  return { outcome: 'answered', value: { applied: applied + again + asked.value.unknown.length } };
}

/** Of the keys that are not over: guests in house, whatever their dates, and stays that the window should have shown. */
async function liveStaysNotIn(
  base: Base,
  window: PmsWindow,
  listed: ReadonlySet<string>,
): Promise<readonly ReservationId[]> {
  return base.store.read(async (view) => {
    const missing: ReservationId[] = [];
    for (const status of ['current', 'upcoming'] as const) {
      for (const { reservationId } of await view.find('keys', 'status', { value: status })) {
        if (reservationId === null || listed.has(reservationId)) continue;
        const stay = await view.get('reservations', reservationId);
        const isShown = stay !== null && stay.scheduledArrival < window.to && stay.scheduledDeparture > window.from;
        if (isShown || stay?.state === 'in-house') missing.push(reservationId);
      }
    }
    return missing;
  });
}

/** The PMS says by id that it no longer knows the stay. */
async function applyDeleted(base: Base, id: string): Promise<void> {
  const known = await base.store.read((view) => view.get('reservations', id));
  if (known === null || known.state === 'deleted') return;
  await applyStay(base, { ...known, state: 'deleted', contentHash: `deleted:${known.contentHash}` });
}

/**
 * In the order of arrival: in a burst the guest who stands at the desk first comes first. A stay that cannot be stored does
 * not hold up the others; it makes the round fail when they are stored, so that it is asked for again.
 */
async function applyAll(base: Base, stays: readonly PmsStay[]): Promise<number> {
  const taken: RoomsTaken = new Map(
    stays.flatMap(({ id, state, spaceId }) => (state === 'in-house' && spaceId !== null ? [[spaceId, id]] : [])),
  );
  let applied = 0;
  const failures: unknown[] = [];
  for (const stay of stays.toSorted((one, other) => (one.sourceUpdatedAt < other.sourceUpdatedAt ? -1 : 1))) {
    try {
      if ((await applyStay(base, stay, taken)) === 'applied') applied += 1;
    } catch (err) {
      base.log.error({ err, reservationId: stay.id }, 'a stay could not be stored');
      failures.push(err);
    }
  }
  if (failures.length > 0) throw failures[0];
  return applied;
}

async function noteSync(base: Base, change: Partial<PmsConnection>): Promise<void> {
  await base.store.transact(async (transaction) => {
    const connection = await transaction.get('pms', 'pms');
    if (connection !== null) await transaction.put('pms', { ...connection, ...change });
  });
}
