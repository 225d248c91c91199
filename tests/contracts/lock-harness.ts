import type { LockContent } from '#domain/locks/lock-entry';
import type { LocalDateTime, Weekday } from '#domain/time/time';
import type { LockDriver, LockEvent } from '#main/locks/lock-driver';

/** Locks of some system, a driver for them, and what may happen to both. */
export interface LockHarness {
  /** The driver in use; another one after `restartPortal`. */
  driver(): LockDriver;
  /** A lock in good order that holds nothing and takes codes and cards. */
  freshLock(): Promise<LockUnderTest>;
  /** The same, for codes only. */
  freshLockWithoutCards(): Promise<LockUnderTest>;
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
  /** Somebody programs a code at the lock itself. */
  program(name: string, code: string): Promise<void>;
  keypad(code: string): Promise<'opens' | 'stays shut'>;
  /** Somebody holds a card with this UID, and nothing written on it, to the lock. */
  card(uid: string): Promise<'opens' | 'stays shut'>;
  /** The names of everybody that the lock holds. */
  holds(): Promise<readonly string[]>;
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
export function dates(from: string, to: string): LockContent['window'] {
  return { from: from as LocalDateTime, to: to as LocalDateTime, weekdays: null, hours: null };
}

/** Two days away, so that it is not today in any zone. */
export function dayAfterTomorrow(): Weekday {
  return (((new Date().getUTCDay() + 1) % 7) + 1) as Weekday;
}
