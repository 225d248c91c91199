import type { KeyRecord } from './key-record.ts';

/** What a lock that implements PK1 knows when a card with a right seal is shown to it. */
export interface LockView {
  readonly door: number;
  /** Minutes since 2020-01-01T00:00Z. */
  readonly minute: number;
  /** At the door's place: 0 is Monday. */
  readonly weekday: number;
  /** At the door's place, 0 to 95. */
  readonly quarter: number;
  /** The highest sequence that opened this door; 0 before the first. */
  readonly sequence: number;
  /** Credentials that were blocked. */
  readonly blocked: ReadonlySet<number>;
  /** One-shot credentials that opened this door before. */
  readonly spent: ReadonlySet<number>;
}

export type LockVerdict =
  /** `sequence` is to be kept from now on: older cards of the room end here. */
  | { readonly opens: true; readonly sequence: number }
  | {
      readonly opens: false;
      readonly why: 'other-door' | 'blocked' | 'too-early' | 'expired' | 'replaced' | 'not-at-this-hour' | 'spent';
    };

/** Whether the card opens the door, in the order of docs/card-format.md, section "What a lock does". */
export function lockVerdict(record: KeyRecord, lock: LockView): LockVerdict {
  const door = record.doors.find(({ number }) => number === lock.door);
  if (door === undefined) return { opens: false, why: 'other-door' };
  if (lock.blocked.has(record.credential)) return { opens: false, why: 'blocked' };
  if (lock.minute < record.from) return { opens: false, why: 'too-early' };
  if (lock.minute >= record.to) return { opens: false, why: 'expired' };
  if (!door.isCommon && record.sequence < lock.sequence) return { opens: false, why: 'replaced' };
  if (!isWithinHours(record, lock)) return { opens: false, why: 'not-at-this-hour' };
  if (record.role === 'one-shot' && lock.spent.has(record.credential)) return { opens: false, why: 'spent' };
  return { opens: true, sequence: door.isCommon ? lock.sequence : Math.max(record.sequence, lock.sequence) };
}

function isWithinHours({ weekdays, dayStart, dayEnd }: KeyRecord, { weekday, quarter }: LockView): boolean {
  const isOn = (day: number) => ((weekdays >> (day % 7)) & 1) === 1;
  if (dayStart < dayEnd) return isOn(weekday) && quarter >= dayStart && quarter < dayEnd;
  // Past midnight the window still belongs to the day on which it began.
  return (isOn(weekday) && quarter >= dayStart) || (isOn(weekday + 6) && quarter < dayEnd);
}
