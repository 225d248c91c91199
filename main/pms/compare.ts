import { plus, type InstantText } from '#domain/time/time';
import type { Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import { Temporal } from 'temporal-polyfill';
import { heldStays } from './braked.ts';
import { knownStays } from './known-stays.ts';
import { newsById } from './news-by-id.ts';
import { noteZone } from './note-zone.ts';
import type { PmsIdentity, PmsWindow, Withheld } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';
import { storeRound } from './store-round.ts';
import { storeSpaces } from './spaces.ts';
import { marks, noteSync, propertyAsked, type SyncAnswer } from './store-news.ts';

/** How much of the past and of the future a full comparison looks at: just departed, in house, and what is booked next. */
const reconcileBack = Temporal.Duration.from({ hours: 48 });
const reconcileAhead = Temporal.Duration.from({ hours: 24 * 14 });
/** The first import looks so far ahead that every booking of today is in it: what changes later is told as a change. */
const importAhead = Temporal.Duration.from({ hours: 24 * 550 });
/** A PMS that never tells what changed is compared in full each round, and tells each booking in time. */
const roundAhead = Temporal.Duration.from({ hours: 24 * 85 });

/**
 * Compares every arriving, present and just departed stay one by one. A live stay that the PMS no longer lists is asked
 * for by id: absence alone never revokes.
 */
export async function reconcile(base: Base, source: PmsSource, signal: AbortSignal): Promise<SyncAnswer> {
  const property = await propertyAsked(base, source, signal);
  if (property.outcome !== 'answered') return property;
  const answer = await compareAround(base, source, property.value.now, reconcileAhead, signal);
  if (answer.outcome === 'answered') await noteSync(base, source, { reconciledAt: base.clock.now() });
  return withMore(answer, property.withheld);
}

/** A comparison that is a whole sync too: the first import, and every round of a PMS that cannot tell what changed. */
export async function compareAll(
  base: Base,
  source: PmsSource,
  { value: property, withheld }: { readonly value: PmsIdentity; readonly withheld?: readonly Withheld[] },
  signal: AbortSignal,
): Promise<SyncAnswer> {
  const ahead = source.connector.changedStays === undefined ? roundAhead : importAhead;
  const answer = await compareAround(base, source, property.now, ahead, signal);
  if (answer.outcome !== 'answered') return answer;
  const moment = base.clock.now();
  await noteSync(base, source, { ...marks(property, moment), syncedAt: moment, reconciledAt: moment });
  return withMore(answer, withheld);
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
  const window = { from: plus(now, reconcileBack.negated()), to: plus(now, ahead) };
  return withMore(await compare(base, source, window, signal), spaces.withheld);
}

/** An answer, with what was not given on the way to it. */
function withMore(answer: SyncAnswer, more: readonly Withheld[] = []): SyncAnswer {
  return answer.outcome === 'answered' ? { ...answer, withheld: [...more, ...(answer.withheld ?? [])] } : answer;
}

async function compare(base: Base, source: PmsSource, window: PmsWindow, signal: AbortSignal): Promise<SyncAnswer> {
  const listed = await source.connector.staysColliding(window, signal);
  if (listed.outcome !== 'answered') return listed;
  const news = await knownStays(base, source, listed.value);
  const told = new Set(news.map(({ id }) => id));
  const missing = await liveStaysNotIn(base, source, window, told);
  const held = await heldStays(base, source, new Set([...told, ...missing.map(({ id }) => id)]));
  const asked = await newsById(base, source, [...missing, ...held], signal);
  if (asked.outcome !== 'answered') return asked;
  const round = {
    news: [...news, ...asked.value.news],
    asked: asked.value.asked,
    unreadable: [...(listed.unreadable ?? []), ...asked.value.unreadable],
  };
  const applied = await storeRound(base, source, round, 'by content');
  await noteZone(base, source, round.news, signal);
  return { outcome: 'answered', value: { applied }, withheld: listed.withheld ?? [] };
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
