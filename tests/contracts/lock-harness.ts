import type { LockLimits, LockRef } from '#domain/house/door';
import { keptWindow } from '#domain/locks/kept-window';
import type { LockContent } from '#domain/locks/lock-entry';
import type { LocalDateTime, Weekday } from '#domain/time/time';
import type { LockDriver, LockEvent } from '#main/locks/lock-driver';

/** What the locks of a harness claim: the suite asks of each only that. */
export type LockClaims = Pick<LockLimits, 'windows' | 'cards' | 'recognisedBy' | 'proof' | 'news'>;

/** Locks of some system, a driver for them, and what may happen to both. */
export interface LockHarness {
  /** The driver in use; another one after `restartPortal`. */
  driver(): LockDriver;
  /** A lock in good order that holds nothing and takes codes, and cards where its system claims that. */
  freshLock(): Promise<LockUnderTest>;
  /** The same, for codes only. */
  freshLockWithoutCards(): Promise<LockUnderTest>;
  /** The bridge gives each of two locks the number of the other; absent: it has no numbers. */
  swapLocks?(one: number, other: number): Promise<void>;
  /** The program ends and starts again; the locks go on. */
  restartPortal(): Promise<void>;
  /** The locks and their gateway lose power and come back. */
  cutPower(): Promise<void>;
  /** The gateway's cable is pulled, and plugged in again. */
  unplugGateway(): Promise<void>;
  plugInGateway(): Promise<void>;
  stop(): Promise<void>;
}

export interface LockUnderTest {
  readonly address: string;
  /** The radio is off: the lock works at the door, and nobody reaches it. */
  offline(): Promise<void>;
  online(): Promise<void>;
  /** Does what it is told at once, and says so `seconds` later. */
  slow(seconds: number): Promise<void>;
  /** Takes no more people. */
  full(): Promise<void>;
  /** Undoes `slow` and `full`. */
  normal(): Promise<void>;
  /** Reset, or replaced by a new one. */
  forget(): Promise<void>;
  /** Somebody programs a code at the lock itself. @param uniqueId The user's number, where the lock keeps one. */
  program(name: string, code: string, uniqueId?: number): Promise<void>;
  keypad(code: string): Promise<'opens' | 'stays shut'>;
  /** Somebody holds a card with this UID, and nothing written on it, to the lock. */
  card(uid: string): Promise<'opens' | 'stays shut'>;
  /** The names of everybody that the lock holds; where it has no names, the places. */
  holds(): Promise<readonly string[]>;
}

export const ample = { timeoutMs: 10_000 };
/** For what gets no answer. */
export const short = { timeoutMs: 500 };

/** Wide enough that it is now, in every zone and for years; and two that are not now. */
export const open = dates('2020-01-01T15:00', '2099-12-31T11:00');
export const past = dates('2020-01-01T15:00', '2020-01-03T11:00');
export const future = dates('2099-01-01T15:00', '2099-12-31T11:00');

/** Orders as Portal gives them: of a window what the lock keeps, and a place where the lock has no names. */
export function ordersFor(claims: LockClaims, driver: () => LockDriver) {
  const tagsAt = new Map<string, string[]>();
  // From 11 on: what somebody programs at a lock takes the first places.
  const placeOf = ({ address }: LockUnderTest, tag: string): LockRef | null => {
    if (claims.recognisedBy === 'tag') return null;
    const known = tagsAt.get(address) ?? [];
    const tags = known.includes(tag) ? known : [...known, tag];
    tagsAt.set(address, tags);
    return String(11 + tags.indexOf(tag)) as LockRef;
  };
  const at = (lock: LockUnderTest, tag: string) => ({ address: lock.address, tag, ref: placeOf(lock, tag) });
  const put = (lock: LockUnderTest, tag: string, content: LockContent, options = ample) =>
    driver().put({ ...at(lock, tag), content: { ...content, window: keptWindow(claims, content.window) } }, options);
  return {
    put,
    putCode: (lock: LockUnderTest, tag: string, code: string, window = open, options = ample) =>
      put(lock, tag, { kind: 'pin', code, window }, options),
    read: (lock: LockUnderTest, tag: string, options = ample) => driver().read(at(lock, tag), options),
    remove: (lock: LockUnderTest, tag: string) => driver().remove(at(lock, tag), ample),
    /** How the lock names the entry: in `holds`. */
    named: (lock: LockUnderTest, tag: string) => placeOf(lock, tag) ?? tag,
    /** How the driver names it when it was used. */
    whose: (lock: LockUnderTest, tag: string) =>
      claims.recognisedBy === 'tag' ? { tag } : { tag: null, ref: placeOf(lock, tag) },
  };
}

/** What it says of one lock. */
export function lockNews(driver: LockDriver, { address }: LockUnderTest) {
  return hear(driver, (event) => 'address' in event && event.address === address);
}

/** What it says of the gateway. */
export function gatewayNews(driver: LockDriver) {
  const soon = hear(driver, (event) => event.kind === 'gateway');
  return (count: number) => soon(count, 'gateway');
}

/** What a driver says from now on; `soon` waits for it, and the test's own time limit ends the waiting. */
function hear(driver: LockDriver, wanted: (event: LockEvent) => boolean) {
  const heard: LockEvent[] = [];
  const wake = new Set<() => void>();
  driver.on((event) => {
    if (wanted(event)) heard.push(event);
    wake.forEach((look) => look());
  });
  return (count: number, kind: LockEvent['kind']) =>
    new Promise<readonly LockEvent[]>((resolve) => {
      const look = () => {
        const found = heard.filter((event) => event.kind === kind);
        if (found.length >= count) resolve(found.slice(0, count));
      };
      wake.add(look);
      look();
    });
}

/** A window without limits on days and hours. */
function dates(from: string, to: string): LockContent['window'] {
  return { from: from as LocalDateTime, to: to as LocalDateTime, weekdays: null, hours: null };
}

/** Two days away, so that it is not today in any zone. */
export function dayAfterTomorrow(): Weekday {
  return (((new Date().getUTCDay() + 1) % 7) + 1) as Weekday;
}
