import { toHex } from '#hardware/bytes';
import { decodeFields, encodeFields } from '#hardware/card/key-record';
import { checkRecord, sealRecord } from '#hardware/card/keyring';
import { anyRecord, room412, testKeyring } from '#tests/support/encoder-records';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const uid = Uint8Array.of(0x04, 0x78, 0x2e, 0x21, 0x80, 0x1d, 0x80);
const card = (bytes: Uint8Array) => checkRecord(bytes, uid, testKeyring);

describe('the record on a card', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(decodeFields(encodeFields(record))).toEqual(record);
      }),
    );
  });

  it('has one form only: bytes that read as a record are the bytes of that record', () => {
    const almost = fc.tuple(anyRecord, fc.nat({ max: 39 }), fc.nat({ max: 255 })).map(([record, place, byte]) => {
      const bytes = encodeFields(record);
      bytes[place] = byte;
      return bytes;
    });
    fc.assert(
      fc.property(almost, (bytes) => {
        const record = decodeFields(bytes);
        expect(record === null ? 'refused' : toHex(encodeFields(record))).toBe(
          record === null ? 'refused' : toHex(bytes),
        );
      }),
    );
  });

  it.each([
    ['nine doors', { doors: Array.from({ length: 9 }, () => ({ number: 1, isCommon: false })) }, 'number of doors 9'],
    ['no door', { doors: [] }, 'number of doors 0'],
    ['a departure before the arrival', { to: room412.from }, 'ends before it begins'],
    ['a date after 2051', { to: 16_777_216 }, 'to 16777216'],
    ['no weekday', { weekdays: 0 }, 'weekdays 0'],
    ['half a minute', { from: 0.5 }, 'from 0.5'],
    ['an empty day window', { dayStart: 10, dayEnd: 10 }, 'empty day window'],
  ])('is refused with %s', (_name, change, problem) => {
    expect(() => encodeFields({ ...room412, ...change })).toThrow(problem);
  });
});

describe('the seal', () => {
  it('is right on the card that it was made for', () => {
    expect(card(sealRecord(room412, uid, testKeyring))).toEqual({ is: 'sealed', record: room412 });
  });

  it('is wrong as soon as a guest alters any bit', () => {
    const sealed = sealRecord(room412, uid, testKeyring);
    fc.assert(
      fc.property(fc.nat({ max: 383 }), (bit) => {
        const altered = Uint8Array.from(sealed);
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(card(altered).is).not.toBe('sealed');
      }),
    );
  });

  it('is wrong on another card', () => {
    const copied = checkRecord(sealRecord(room412, uid, testKeyring), Uint8Array.of(4, 1, 2, 3, 4, 5, 6), testKeyring);

    expect(copied.is).toBe('unsealed');
  });

  it('is wrong in another property with the same master', () => {
    const other = { ...testKeyring, propertyId: 'hotel-bergblick' };

    expect(checkRecord(sealRecord(room412, uid, testKeyring), uid, other).is).toBe('unsealed');
  });

  it('does not help a record with the short number of another property', () => {
    const other = { ...testKeyring, property: 99 };

    expect(checkRecord(sealRecord(room412, uid, testKeyring), uid, other)).toEqual({ is: 'unsealed', record: room412 });
  });

  it('of a master that was retired is named as such', () => {
    const rotated = { ...testKeyring, current: 2, masters: new Map([[2, new Uint8Array(16)]]) };

    expect(checkRecord(sealRecord(room412, uid, testKeyring), uid, rotated).is).toBe('unknown-key-set');
  });

  it('of the old master is accepted while both are on the ring', () => {
    const both = { ...testKeyring, current: 2, masters: new Map([...testKeyring.masters, [2, new Uint8Array(16)]]) };

    expect(checkRecord(sealRecord(room412, uid, testKeyring), uid, both).is).toBe('sealed');
  });
});
