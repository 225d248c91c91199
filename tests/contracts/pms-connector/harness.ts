import type { InstantText } from '#domain/time/time';
import type { PmsAnswer, PmsConnector, PmsStay, PmsWindow } from '#main/pms/pms-connector';
import { test } from 'vitest';
import type { ManualClock } from '#tests/support/manual-clock';
import { setImmediate } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';

/**
 * One hotel in a PMS that a test may play with. It opens on 2026-11-23 at 12:00 UTC in Europe/Paris (13:00 there), is
 * called Seaview, takes guests at 15:00 and lets them go at 11:00. Rooms: 101, 102, 103 (closed), Dorm with Bed A and
 * Bed B in it, and a bicycle that can be booked and has no door.
 */
export interface PmsHarness {
  /** Opened by its system, with `entered`. */
  readonly connector: PmsConnector;
  /** What staff enter to connect it. */
  readonly entered: Readonly<Record<string, string>>;
  readonly clock: ManualClock;
  /** After how long the connector gives up one call. */
  readonly timeOut: Temporal.Duration;
  /** @returns the PMS's id of the stay. */
  create(stay: StayPlan): string;
  /** A booking that nobody has confirmed yet. */
  createTentative(stay: StayPlan): string;
  /** @param guest null: the company named nobody. */
  createForCompany(stay: Omit<StayPlan, 'guest'> & { readonly guest: PersonPlan | null }): string;
  checkIn(id: string): void;
  undoCheckIn(id: string): void;
  checkOut(id: string): void;
  undoCheckOut(id: string): void;
  cancel(id: string): void;
  reinstate(id: string): void;
  noShow(id: string): void;
  move(id: string, room: string): void;
  unassign(id: string): void;
  changeDates(id: string, dates: { readonly arrival?: string; readonly departure?: string }): void;
  /** The PMS stamps the stay as changed; nothing that Portal acts on is. */
  touch(id: string): void;
  remove(id: string): void;
  addCompanion(id: string, person: PersonPlan): void;
  correctEmail(id: string, email: string): void;
  /** The stay's guest turns out to be the same person as a new, surviving profile. */
  mergeGuest(id: string, survivor: PersonPlan): void;
  outage(kind: 'down' | 'unauthorised' | 'overloaded' | 'broken' | 'hang', seconds: number): void;
  /** 429, and how it says when to come back. */
  throttle(seconds: number, retryAfter: 'seconds' | 'date' | 'none'): void;
  /** The PMS gives up on questions for more stays, or longer windows, than this. */
  weaken(limits: { readonly items: number; readonly hours: number }): void;
  /** Runs once, as soon as the PMS has given its first page of stays. */
  afterFirstPage(act: () => void): void;
  /** How many calls have reached the PMS. */
  calls(): number;
  stop(): Promise<void>;
}

export interface StayPlan {
  readonly room: string | null;
  readonly guest: PersonPlan;
  /** Moments in UTC. */
  readonly arrival: string;
  readonly departure: string;
  readonly group?: string;
}

export interface PersonPlan {
  readonly firstName: string;
  readonly lastName: string;
  readonly email?: string;
  readonly emailIsFromOta?: boolean;
  readonly phone?: string;
}

export interface HarnessOptions {
  /** How far the PMS's clock is ahead of Portal's. */
  readonly pmsAhead?: Temporal.Duration;
}

export type StartHarness = (options?: HarnessOptions) => Promise<PmsHarness>;

/** A sentence that only a system is asked for that claims to be able to; of the others nothing is said. */
export const askedIf = (isClaimed: boolean): ((sentence: string, body: () => Promise<void>) => void) =>
  isClaimed ? test : () => undefined;

export const go = new AbortController().signal;
export const at = (text: string): InstantText => text as InstantText;

export const ada: PersonPlan = {
  firstName: 'Ada',
  lastName: 'Byron',
  email: 'ada@example.com',
  phone: '+44 20 7946 0001',
};
export const grace: PersonPlan = { firstName: 'Grace', lastName: 'Hopper', email: 'grace@example.com' };
export const tonight = { arrival: '2026-11-23T14:00:00Z', departure: '2026-11-25T10:00:00Z' };
export const today = { from: at('2026-11-23T11:00:00.000Z'), to: at('2026-11-23T12:00:00.000Z') };

export function answered<Value>(answer: PmsAnswer<Value>): Value {
  if (answer.outcome !== 'answered') throw new Error(`not answered: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Of a connector that claims to tell changes. */
export function changed(hotel: PmsHarness, window: PmsWindow): Promise<PmsAnswer<readonly PmsStay[]>> {
  if (hotel.connector.changedStays === undefined) throw new Error('it claims to tell changes, and has no changedStays');
  return hotel.connector.changedStays(window, go);
}

/** Waits, in real time, until the network has brought something about. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

/** How long the connector wants to pause now, in milliseconds; calls under way wait for their time-out, not for this. */
export async function nextPause(hotel: PmsHarness, below: Temporal.Duration = hotel.timeOut): Promise<number> {
  let pause = Number.POSITIVE_INFINITY;
  await until(() => {
    const { next } = hotel.clock;
    pause = next === null ? pause : Temporal.Instant.from(next).since(hotel.clock.now()).total('milliseconds');
    return pause < below.total('milliseconds');
  });
  return pause;
}

export async function passPause(hotel: PmsHarness): Promise<number> {
  const pause = await nextPause(hotel);
  await hotel.clock.advance({ milliseconds: pause });
  return pause;
}
