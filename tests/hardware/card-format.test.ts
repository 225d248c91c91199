import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromHex, toHex } from '#hardware/bytes';
import { cardTypes, layoutOf } from '#hardware/card/card-layout';
import { cardKey, checkRecord, sealRecord } from '#hardware/card/keyring';
import type { Keyring } from '#hardware/card/keyring';
import { cmac } from '@noble/ciphers/aes.js';
import { describe, expect, it } from 'vitest';

const hex = (text = ''): Uint8Array => fromHex(text) ?? new Uint8Array();
const page = await readFile(path.join(import.meta.dirname, '../../docs/card-format.md'), 'utf8');
const vectors = Array.from(
  page.matchAll(/uid {6}([\dA-F]+)\ncard key ([\dA-F]+)\nrecord {3}([\dA-F]+)/g),
  ([, uid, key, record]) => ({ uid: hex(uid), key: hex(key), record: hex(record) }),
);
const masters = Array.from(page.matchAll(/`([\dA-F]{32})`/g), ([, master]) => hex(master));
const keyring: Keyring = {
  propertyId: 'hotel-seeblick',
  property: 4711,
  current: 1,
  masters: new Map(masters.map((master, place) => [place + 1, master])),
};

describe('docs/card-format.md', () => {
  it('has four test vectors and two masters', () => {
    expect([vectors.length, masters.length]).toEqual([4, 2]);
  });

  it.each(vectors)(
    'names the card key and the seal that @noble/ciphers computes by its recipe',
    ({ uid, key, record }) => {
      const property = createHash('sha256').update('hotel-seeblick').digest().subarray(0, 16);
      const master = masters[(record[2] ?? 0) - 1] ?? new Uint8Array();
      const derived = cmac(Uint8Array.of(0x01, ...uid, 0x50, 0x4b, 0x31, ...property), master);

      expect(toHex(derived)).toBe(toHex(key));
      expect(toHex(cmac(record.subarray(0, 40), derived).subarray(0, 8))).toBe(toHex(record.subarray(40)));
    },
  );

  it.each(vectors)('names records that the product reads and writes the same', ({ uid, key, record }) => {
    const check = checkRecord(record, uid, keyring);

    expect(check.is).toBe('sealed');
    expect(toHex(cardKey(uid, masters[(record[2] ?? 0) - 1] ?? new Uint8Array(), 'hotel-seeblick'))).toBe(toHex(key));
    expect(check.is === 'sealed' && toHex(sealRecord(check.record, uid, keyring))).toBe(toHex(record));
  });

  it('says in words what the first vector holds', () => {
    const [first] = vectors;

    expect(checkRecord(first?.record ?? new Uint8Array(), first?.uid ?? new Uint8Array(), keyring)).toEqual({
      is: 'sealed',
      record: {
        keySet: 1,
        role: 'guest',
        copy: 0,
        property: 4711,
        dayStart: 0,
        dayEnd: 96,
        credential: 580,
        sequence: 1001,
        from: (Date.UTC(2026, 10, 23, 14) - Date.UTC(2020, 0, 1)) / 60_000,
        to: (Date.UTC(2026, 10, 25, 15) - Date.UTC(2020, 0, 1)) / 60_000,
        weekdays: 127,
        doors: [
          { number: 412, isCommon: false },
          { number: 900, isCommon: true },
        ],
      },
    });
  });

  it.each(cardTypes)('names the places of a %s', (type) => {
    const { slots, kind } = layoutOf(type);
    const places = slots.map((blocks) => `${kind === 'classic' ? 'blocks' : 'pages'} ${blocks[0]}–${blocks.at(-1)}`);

    expect(places.filter((place) => !page.includes(place))).toEqual([]);
  });
});
