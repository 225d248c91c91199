import { isEmpty, joinBytes, sameBytes } from '../bytes.ts';
import { hasHeader, RECORD_BYTES } from './key-record.ts';

/** Where a card type keeps PK1 records. */
export interface CardLayout {
  readonly type: CardType;
  readonly kind: 'type2' | 'classic';
  /** Bytes in one write: a page of 4, or a block of 16. */
  readonly unit: 4 | 16;
  /** Places of one or two records, each a list of pages or blocks in order; the seal ends the last one. */
  readonly slots: readonly (readonly number[])[];
  /** All that a guest or another system may have written to: pages or blocks. */
  readonly user: readonly number[];
}

export const cardTypes = [
  'ntag213',
  'ntag215',
  'ntag216',
  'ultralight-ev1-48',
  'ultralight-ev1-128',
  'classic-1k',
] as const;
export type CardType = (typeof cardTypes)[number];

const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, place) => first + place);

const type2 = (type: CardType, lastUserPage: number, slots: readonly number[]): CardLayout => ({
  type,
  kind: 'type2',
  unit: 4,
  slots: slots.map((page) => range(page, page + 11)),
  user: range(4, lastUserPage),
});

const layouts: Record<CardType, CardLayout> = {
  ntag213: type2('ntag213', 39, [4, 16]),
  ntag215: type2('ntag215', 129, [4, 16]),
  ntag216: type2('ntag216', 225, [4, 16]),
  'ultralight-ev1-48': type2('ultralight-ev1-48', 15, [4]),
  'ultralight-ev1-128': type2('ultralight-ev1-128', 35, [4, 16]),
  'classic-1k': {
    type: 'classic-1k',
    kind: 'classic',
    unit: 16,
    slots: [
      [4, 5, 6],
      [8, 9, 10],
    ],
    // Every fourth block holds keys; block 0 is the maker's.
    user: range(1, 63).filter((block) => block % 4 !== 3),
  },
};

/**
 * By GET_VERSION (NTAG21x and MF0ULx1 data sheets, 10.1): `00 04 product 0x major minor size 03`.
 * @returns null for cards that we do not write.
 */
export function layoutOfVersion(version: Uint8Array): CardLayout | null {
  if (version.length !== 8 || version[1] !== 0x04) return null;
  const product = version[2];
  const size = version[6];
  if (product === 0x04 && size === 0x0f) return layouts.ntag213;
  if (product === 0x04 && size === 0x11) return layouts.ntag215;
  if (product === 0x04 && size === 0x13) return layouts.ntag216;
  if (product === 0x03 && size === 0x0b) return layouts['ultralight-ev1-48'];
  return product === 0x03 && size === 0x0e ? layouts['ultralight-ev1-128'] : null;
}

export function layoutOf(type: CardType): CardLayout {
  return layouts[type];
}

/** What the maker leaves in the first pages of an NTAG: an empty NDEF message (data sheet, 8.5.6). */
const factory = [Uint8Array.of(0x01, 0x03, 0xa0, 0x0c, 0x34, 0x03, 0x00, 0xfe), Uint8Array.of(0x03, 0x00, 0xfe)];

/** Zeros, or as the maker delivered it. @param bytes From the first user byte or from any other place. */
export function isUnused(bytes: Uint8Array): boolean {
  return (
    isEmpty(bytes) ||
    factory.some((head) => sameBytes(bytes.subarray(0, head.length), head) && isEmpty(bytes.subarray(head.length)))
  );
}

/** Began as one of our records and got no further than its first unit, so that the rest is still as it was before. */
export function hasOnlyBegun(bytes: Uint8Array, unit: number): boolean {
  if (!hasHeader(bytes)) return false;
  const rest = bytes.subarray(unit, RECORD_BYTES);
  return isEmpty(rest) || factory.some((head) => isUnused(joinBytes(head.subarray(0, unit), rest)));
}
