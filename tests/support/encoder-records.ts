import type { Keyring } from '#hardware/card/keyring';
import type { KeyRecord } from '#hardware/card/key-record';
import fc from 'fast-check';

/** Random, and of no hotel. */
export const testKeyring: Keyring = {
  propertyId: 'hotel-seeblick',
  property: 4711,
  current: 1,
  masters: new Map([[1, Uint8Array.from(Buffer.from('A0F1E2D3C4B5A6978879605142332415', 'hex'))]]),
};

/** Minutes since 2020-01-01T00:00Z: 2026-11-23T15:00Z. */
export const TODAY = 3_626_820;

/** Room 412 with the pool, for two nights from TODAY. */
export const room412: KeyRecord = {
  keySet: 1,
  role: 'guest',
  copy: 0,
  property: 4711,
  dayStart: 0,
  dayEnd: 96,
  credential: 580,
  sequence: 1001,
  from: TODAY - 60,
  to: TODAY + 2 * 1440,
  weekdays: 127,
  doors: [
    { number: 412, isCommon: false },
    { number: 900, isCommon: true },
  ],
};

export const anyRecord: fc.Arbitrary<KeyRecord> = fc
  .record({
    keySet: fc.integer({ min: 0, max: 255 }),
    role: fc.constantFrom('guest', 'staff', 'one-shot'),
    copy: fc.integer({ min: 0, max: 15 }),
    property: fc.integer({ min: 0, max: 65_535 }),
    dayStart: fc.integer({ min: 0, max: 95 }),
    dayEnd: fc.integer({ min: 1, max: 96 }),
    credential: fc.integer({ min: 1, max: 4_294_967_295 }),
    sequence: fc.integer({ min: 1, max: 4_294_967_295 }),
    from: fc.integer({ min: 0, max: 16_777_214 }),
    to: fc.integer({ min: 1, max: 16_777_215 }),
    weekdays: fc.integer({ min: 1, max: 127 }),
    doors: fc.array(fc.record({ number: fc.integer({ min: 1, max: 32_767 }), isCommon: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .filter(({ from, to, dayStart, dayEnd }) => from < to && dayStart !== dayEnd);
