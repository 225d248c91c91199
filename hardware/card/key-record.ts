/** What is on a card, format PK1 (docs/card-format.md). Whole numbers throughout; a lock needs no calendar. */
export interface KeyRecord {
  /** 0 to 255: which of the property's masters the seal was made with. */
  readonly keySet: number;
  readonly role: KeyRole;
  /** 0 to 15: cards of one key that lie beside each other. Says nothing to a lock. */
  readonly copy: number;
  /** 0 to 65535: the property's short number, so that a lock may refuse a stranger before it computes anything. */
  readonly property: number;
  /** Quarter hours of the lock's local day, 0 to 95. */
  readonly dayStart: number;
  /** 1 to 96. Smaller than dayStart: the window goes past midnight. 0 and 96: all day. */
  readonly dayEnd: number;
  /** 1 to 2^32 - 1, another for every encoding: the audit's and the blocklist's number. */
  readonly credential: number;
  /** 1 to 2^32 - 1: a room's lock refuses what is lower than it has seen. */
  readonly sequence: number;
  /** Minutes since 2020-01-01T00:00Z, from when it opens; below 2^24 (until 2051). */
  readonly from: number;
  /** The first minute in which it does not open any more. */
  readonly to: number;
  /** Bit 0 is Monday. 127: every day. */
  readonly weekdays: number;
  /** One to eight. */
  readonly doors: readonly CardDoor[];
}

export type KeyRole = 'guest' | 'staff' | 'one-shot';

export interface CardDoor {
  /** 1 to 32767, the number that the lock was given. */
  readonly number: number;
  /** Pool, gate, lift: the lock compares no sequence. */
  readonly isCommon: boolean;
}

/** The whole record, and the part that the seal covers. */
export const RECORD_BYTES = 48;
export const SEALED_BYTES = 40;
export const SEAL_BYTES = 8;

const roleNumbers = { guest: 1, staff: 2, 'one-shot': 3 } as const satisfies Record<KeyRole, number>;

/**
 * The first 40 bytes of a card's record, big-endian:
 *
 *   0 50h  1 version  2 key set  3 role|copy  4 property(2)  6 day start  7 day end  8 credential(4)  12 sequence(4)
 *   16 from(3)  19 to(3)  22 weekdays  23 zero  24 eight doors(2), bit 15 common  40 seal(8)
 *
 * Throws RangeError with the field's name for what the format cannot hold.
 */
export function encodeFields(record: KeyRecord): Uint8Array {
  const problem = problemOf(record);
  if (problem !== null) throw new RangeError(`a card cannot hold this: ${problem}`);
  const bytes = new Uint8Array(SEALED_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set([0x50, 0x01, record.keySet, (roleNumbers[record.role] << 4) | record.copy]);
  view.setUint16(4, record.property);
  bytes.set([record.dayStart, record.dayEnd], 6);
  view.setUint32(8, record.credential);
  view.setUint32(12, record.sequence);
  // The byte that is too much is written over by what comes next.
  view.setUint32(16, record.from << 8);
  view.setUint32(19, record.to << 8);
  bytes.set([record.weekdays, 0], 22);
  for (const [place, door] of record.doors.entries()) {
    view.setUint16(24 + 2 * place, (door.isCommon ? 0x8000 : 0) | door.number);
  }
  return bytes;
}

/** Turns back what encodeFields made. @returns null for every other 40 bytes. Says nothing of the seal. */
export function decodeFields(bytes: Uint8Array): KeyRecord | null {
  if (bytes.length !== SEALED_BYTES || !hasHeader(bytes) || bytes[23] !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const role = roleOf(view.getUint8(3) >> 4);
  const words = Array.from({ length: 8 }, (_, place) => view.getUint16(24 + 2 * place));
  const count = words.findLastIndex((word) => word !== 0) + 1;
  if (role === null) return null;
  const record: KeyRecord = {
    keySet: view.getUint8(2),
    role,
    copy: view.getUint8(3) & 0x0f,
    property: view.getUint16(4),
    dayStart: view.getUint8(6),
    dayEnd: view.getUint8(7),
    credential: view.getUint32(8),
    sequence: view.getUint32(12),
    from: view.getUint32(15) & 0xff_ffff,
    to: view.getUint32(18) & 0xff_ffff,
    weekdays: view.getUint8(22),
    doors: words.slice(0, count).map((word) => ({ number: word & 0x7fff, isCommon: word >= 0x8000 })),
  };
  return problemOf(record) === null ? record : null;
}

/** Whether the bytes begin as every PK1 record does: then a card was ours, even where it was not finished. */
export function hasHeader(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x01;
}

function roleOf(number: number): KeyRole | null {
  if (number === 1) return 'guest';
  if (number === 2) return 'staff';
  return number === 3 ? 'one-shot' : null;
}

/** What the format cannot hold, in a word. */
function problemOf(record: KeyRecord): string | null {
  const { doors, from, to } = record;
  const ranges = [
    ['key set', record.keySet, 0, 0xff],
    ['copy', record.copy, 0, 15],
    ['property', record.property, 0, 0xffff],
    ['day start', record.dayStart, 0, 95],
    ['day end', record.dayEnd, 1, 96],
    ['credential', record.credential, 1, 0xffff_ffff],
    ['sequence', record.sequence, 1, 0xffff_ffff],
    ['from', from, 0, 0xff_ffff],
    ['to', to, 0, 0xff_ffff],
    ['weekdays', record.weekdays, 1, 127],
    ['number of doors', doors.length, 1, 8],
    ...doors.map((door) => ['door', door.number, 1, 0x7fff] as const),
  ] as const;
  const outside = ranges.find(([, value, least, most]) => !Number.isInteger(value) || value < least || value > most);
  if (outside !== undefined) return `${outside[0]} ${outside[1]}`;
  if (to <= from) return 'it ends before it begins';
  return record.dayStart === record.dayEnd ? 'an empty day window' : null;
}
