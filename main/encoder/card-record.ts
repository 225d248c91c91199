import { toHex } from '#hardware/bytes';
import { minuteOf } from '#hardware/card/card-clock';
import type { CardDoor, KeyRecord } from '#hardware/card/key-record';
import type { CardWriting } from '#domain/cards/card-writing';
import type { ClockTime, InstantText } from '#domain/time/time';

const EPOCH = Date.UTC(2020, 0, 1);
const LATEST = 0xff_ffff;
const EVERY_DAY = 127;

/** The bytes' meaning of what the desk wants on a card (docs/card-format.md). A key without end ends where cards do. */
export function recordOf(writing: CardWriting, property: number): KeyRecord {
  const { content, keySet, copy, credential, sequence } = writing;
  const { role, from, to, weekdays, hours, doors } = content;
  return {
    keySet,
    role,
    copy,
    property,
    dayStart: hours === null ? 0 : quarter(hours.from),
    dayEnd: hours === null ? 96 : quarter(hours.to) || 96,
    credential,
    sequence,
    from: Math.max(0, minute(from)),
    to: Math.min(LATEST, minute(to)),
    weekdays: weekdays === null ? EVERY_DAY : weekdays.reduce((mask, day) => mask | (1 << (day - 1)), 0),
    doors: doors.map(({ number, isCommon }): CardDoor => ({ number, isCommon })),
  };
}

/** As the records write a card's number. */
export function uidText(uid: Uint8Array): string {
  return toHex(uid).toLowerCase();
}

/** The moment of a card's minute. */
export function momentOf(minutes: number): InstantText {
  return new Date(EPOCH + minutes * 60_000).toISOString() as InstantText;
}

function minute(moment: InstantText): number {
  return minuteOf(Date.parse(moment));
}

function quarter(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 4 + Number(time.slice(3)) / 15;
}
