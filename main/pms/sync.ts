import { plus, type InstantText } from '#domain/time/time';
import type { PmsConnection } from '#domain/pms/pms-connection';
import type { Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import { applyStay, type RoomsTaken, type StayNews } from '#main/reservations/apply-stay';
import { Temporal } from 'temporal-polyfill';
import { knownStays } from './known-stays.ts';
import type { PmsAnswer, PmsProperty, PmsWindow } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';
import { storeSpaces } from './spaces.ts';

/** How much of the past and of the future a full comparison looks at: just departed, in house, and what is booked next. */
const reconcileBack = Temporal.Duration.from({ hours: 48 });
const reconcileAhead = Temporal.Duration.from({ hours: 24 * 14 });
/** The first import looks as far ahead as Mews allows in one question. */
const importAhead = Temporal.Duration.from({ hours: 24 * 85 });

export type SyncAnswer = PmsAnswer<{ readonly applied: number }>;

/**
 * Asks for everything that changed since the watermark and applies it. The watermark moves, on the PMS's own clock, only
 * when every stay of the window is stored: a crash or a lost connection repeats the window, and nothing is applied twice. A PMS
 * that cannot tell what changed is compared in full instead.
 */
export async function syncChanges(base: Base, source: PmsSource, signal: AbortSignal): Promise<SyncAnswer> {
  const {
    connection: { id },
    connector,
  } = source;
  const connection = await base.store.read((view) => view.get('pms', id));
  const property = await connector.property(signal);
  if (property.outcome !== 'answered') return property;
  const from = connection?.watermark ?? null;
  if (from === null) return compareFrom(base, source, property.value, importAhead, signal);
  if (connector.changedStays === undefined) return compareFrom(base, source, property.value, reconcileAhead, signal);

  const changed = await connector.changedStays({ from, to: property.value.now }, signal);
  if (changed.outcome !== 'answered') return changed;
  const news = await knownStays(base, source, changed.value);
  const known = await knowRooms(base, source, news, signal);
  if (known.outcome !== 'answered') return known;
  const applied = await applyAll(base, news);
  await noteSync(base, source, { ...marks(property.value), syncedAt: base.clock.now() });
  return { outcome: 'answered', value: { applied } };
}

/** A stay in a room that Portal has not heard of: the PMS has new rooms. They come first, so that they can be mapped. */
async function knowRooms(
  base: Base,
  source: PmsSource,
  stays: readonly StayNews[],
  signal: AbortSignal,
): Promise<PmsAnswer<null>> {
  const ids = new Set(stays.flatMap(({ spaceId }) => spaceId ?? []));
  const known = await base.store.read((view) => Promise.all([...ids].map((id) => view.get('spaces', id))));
  if (!known.includes(null)) return { outcome: 'answered', value: null };
  const spaces = await source.connector.spaces(signal);
  if (spaces.outcome !== 'answered') return spaces;
  await storeSpaces(base, source, spaces.value);
  return { outcome: 'answered', value: null };
}

/**
 * Compares every arriving, present and just departed stay one by one. A live stay that the PMS no longer lists is asked
 * for by id: absence alone never revokes.
 */
export async function reconcile(base: Base, source: PmsSource, signal: AbortSignal): Promise<SyncAnswer> {
  const property = await source.connector.property(signal);
  if (property.outcome !== 'answered') return property;
  const answer = await compareAround(base, source, property.value.now, reconcileAhead, signal);
  if (answer.outcome === 'answered') await noteSync(base, source, { reconciledAt: base.clock.now() });
  return answer;
}

/** A comparison that is a whole sync too: the first import, and every round of a PMS that cannot tell what changed. */
async function compareFrom(
  base: Base,
  source: PmsSource,
  property: PmsProperty,
  ahead: Temporal.Duration,
  signal: AbortSignal,
): Promise<SyncAnswer> {
  const answer = await compareAround(base, source, property.now, ahead, signal);
  if (answer.outcome !== 'answered') return answer;
  const moment = base.clock.now();
  await noteSync(base, source, { ...marks(property), syncedAt: moment, reconciledAt: moment });
  return answer;
}

async function compareAround(
  base: Base,
  source: PmsSource,
  now: InstantText,
  ahead: Temporal.Duration,
  signal: AbortSignal,
): Promise<SyncAnswer> {
  const spaces = await source.connector.spaces(signal);
  if (spaces.outcome !== 'answered') return spaces;
  await storeSpaces(base, source, spaces.value);
  return compare(base, source, { from: plus(now, reconcileBack.negated()), to: plus(now, ahead) }, signal);
}

async function compare(base: Base, source: PmsSource, window: PmsWindow, signal: AbortSignal): Promise<SyncAnswer> {
  const { connector } = source;
  const listed = await connector.staysColliding(window, signal);
  if (listed.outcome !== 'answered') return listed;
  const news = await knownStays(base, source, listed.value);
  const applied = await applyAll(base, news);
  const missing = await liveStaysNotIn(base, source, window, new Set(news.map(({ id }) => id)));
  if (missing.length === 0) return { outcome: 'answered', value: { applied } };

  const asked = await connector.staysById(
    missing.map(({ pmsId }) => pmsId),
    signal,
  );
  if (asked.outcome !== 'answered') return asked;
  const again = await applyAll(base, await knownStays(base, source, asked.value.stays));
  const unknown = new Set(asked.value.unknown);
  for (const { id, pmsId } of missing) if (unknown.has(pmsId)) await applyDeleted(base, id);
  return { outcome: 'answered', value: { applied: applied + again + unknown.size } };
}

/** Of the connection's keys that are not over: guests in house, whatever their dates, and stays that the window should have shown. */
async function liveStaysNotIn(
  base: Base,
  { connection }: PmsSource,
  window: PmsWindow,
  listed: ReadonlySet<string>,
): Promise<readonly Reservation[]> {
  return base.store.read(async (view) => {
    const missing: Reservation[] = [];
    for (const status of ['current', 'upcoming'] as const) {
      for (const { reservationId } of await view.find('keys', 'status', { value: status })) {
        if (reservationId === null || listed.has(reservationId)) continue;
        const stay = await view.get('reservations', reservationId);
        if (stay === null || stay.connectionId !== connection.id) continue;
        const isShown = stay.scheduledArrival < window.to && stay.scheduledDeparture > window.from;
        if (isShown || stay.state === 'in-house') missing.push(stay);
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
async function applyAll(base: Base, stays: readonly StayNews[]): Promise<number> {
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

function marks({ id, now, name, zone }: PmsProperty): Partial<PmsConnection> {
  return { watermark: now, propertyId: id, name, zone };
}

async function noteSync(base: Base, { connection: { id } }: PmsSource, change: Partial<PmsConnection>): Promise<void> {
  await base.store.transact(async (transaction) => {
    const connection = await transaction.get('pms', id);
    if (connection !== null) await transaction.put('pms', { ...connection, ...change });
  });
}
