import { allocateDoorcode, generateAllowed, keepOrAllocate } from '#domain/credentials/allocation';
import type { CodeClaim } from '#domain/credentials/code-claim';
import type { KeyId, LockId } from '#domain/ids';
import { describe, expect, test } from 'vitest';
import { moment, request, settings, sixDigits } from './hotel.ts';

const held = (code: string, changes: Partial<CodeClaim> = {}): CodeClaim => ({
  code,
  keyId: 'key-other' as KeyId,
  policy: 'random',
  lockIds: ['lock-101' as LockId],
  from: moment('2026-11-24T00:00'),
  to: moment('2026-11-25T00:00'),
  ...changes,
});
const fourDigits = { ...sixDigits, codeLength: { min: 4, max: 4 } };
const everyCode = Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0'));

describe('Random', () => {
  test('has as many digits as the property asks for', () => {
    expect(allocateDoorcode(request({ length: 6 }))).toMatchObject({
      outcome: 'assigned',
      code: expect.stringMatching(/^\d{6}$/),
    });
  });

  test('leading zeros count', () => {
    const draws = [0, 0, 4, 7, 1, 9];

    expect(allocateDoorcode(request({ pick: () => draws.shift() ?? 0 }))).toEqual({
      outcome: 'assigned',
      code: '004719',
    });
  });

  test('a weak draw is drawn again', () => {
    const draws = [1, 2, 3, 4, 5, 6, 9, 0, 7, 3, 5, 1];

    expect(allocateDoorcode(request({ pick: () => draws.shift() ?? 0 }))).toEqual({
      outcome: 'assigned',
      code: '907351',
    });
  });

  test('a date of the stay is drawn again', () => {
    const draws = [2, 3, 1, 1, 2, 6, 9, 0, 7, 3, 5, 1];

    expect(allocateDoorcode(request({ pick: () => draws.shift() ?? 0 }))).toEqual({
      outcome: 'assigned',
      code: '907351',
    });
  });

  test('the last free code is found, wherever the search starts', () => {
    const claims = everyCode.filter((code) => code !== '4829').map((code) => held(code));

    expect(allocateDoorcode(request({ length: 4, claims }))).toEqual({ outcome: 'assigned', code: '4829' });
  });

  test('when every code is taken, it says so', () => {
    const claims = everyCode.map((code) => held(code));

    expect(allocateDoorcode(request({ length: 4, claims }))).toEqual({
      outcome: 'unassigned',
      reason: 'no-code-left',
      heldBy: null,
    });
  });

  test('codes on other locks, and of stays at other times, are free', () => {
    const elsewhere = everyCode
      .filter((code) => code < '5000')
      .map((code) => held(code, { lockIds: ['lock-9' as LockId] }));
    const earlierStay = { from: moment('2026-11-01T15:00'), to: moment('2026-11-23T15:00') };
    const before = everyCode.filter((code) => code >= '5000').map((code) => held(code, earlierStay));

    expect(allocateDoorcode(request({ length: 4, claims: [...elsewhere, ...before] })).outcome).toBe('assigned');
  });

  test('a code that is reserved for the whole property is not drawn even at another lock and time', () => {
    const draws = [9, 0, 7, 3, 5, 1, 4, 8, 2, 9, 1, 3];
    const reserved = held('907351', { policy: 'strict', lockIds: [], from: moment('2027-01-01T00:00') });

    expect(allocateDoorcode(request({ claims: [reserved], pick: () => draws.shift() ?? 0 }))).toEqual({
      outcome: 'assigned',
      code: '482913',
    });
  });

  test('a property that asks for six digits where a lock takes four gets no code rather than a shorter one', () => {
    expect(allocateDoorcode(request({ length: 6, limits: [sixDigits, fourDigits] }))).toMatchObject({
      outcome: 'unassigned',
      reason: 'not-accepted-by-lock',
    });
  });
});

describe('Preferred and Strict', () => {
  test.each([
    ['free', 'preferred', '482913', [], { outcome: 'assigned', code: '482913' }],
    ['free', 'strict', '482913', [], { outcome: 'assigned', code: '482913' }],
    ['weak', 'preferred', '123456', [], { outcome: 'unassigned', reason: 'too-weak', heldBy: null }],
    ['weak', 'strict', '1111', [], { outcome: 'unassigned', reason: 'too-weak', heldBy: null }],
    ['a date of the stay', 'strict', '2611', [], { outcome: 'unassigned', reason: 'too-weak', heldBy: null }],
    ['too short', 'preferred', '482', [], { outcome: 'unassigned', reason: 'not-accepted-by-lock', heldBy: null }],
    ['not digits', 'preferred', '48a913', [], { outcome: 'unassigned', reason: 'not-accepted-by-lock', heldBy: null }],
    [
      'held on the same lock',
      'preferred',
      '482913',
      [held('482913')],
      { outcome: 'unassigned', reason: 'held-by-another-key', heldBy: 'key-other' },
    ],
    [
      'held on another lock',
      'preferred',
      '482913',
      [held('482913', { lockIds: ['lock-102' as LockId] })],
      { outcome: 'assigned', code: '482913' },
    ],
    [
      'held on another lock',
      'strict',
      '482913',
      [held('482913', { lockIds: ['lock-102' as LockId] })],
      { outcome: 'unassigned', reason: 'held-by-another-key', heldBy: 'key-other' },
    ],
    [
      'reserved by another key',
      'preferred',
      '482913',
      [held('482913', { policy: 'strict', lockIds: ['lock-102' as LockId] })],
      { outcome: 'unassigned', reason: 'reserved-by-strict', heldBy: 'key-other' },
    ],
    [
      'reserved by another key',
      'strict',
      '482913',
      [held('482913', { policy: 'strict' })],
      { outcome: 'unassigned', reason: 'reserved-by-strict', heldBy: 'key-other' },
    ],
  ] as const)('%s, %s: %s', (_, policy, asked, claims, expected) => {
    expect(allocateDoorcode(request({ policy, asked, claims }))).toEqual(expected);
  });
});

describe('after a change of the stay', () => {
  test('the code stays while nobody else has it', () => {
    expect(keepOrAllocate('482913', request())).toEqual({ outcome: 'assigned', code: '482913' });
  });

  test('a code that another key now holds is drawn anew', () => {
    const allocation = keepOrAllocate('482913', request({ claims: [held('482913')] }));

    expect(allocation).toMatchObject({ outcome: 'assigned', code: expect.not.stringMatching('482913') });
  });

  test('an asked code that another key now holds is never replaced by a random one', () => {
    const asking = request({ policy: 'preferred', asked: '482913', claims: [held('482913')] });

    expect(keepOrAllocate('482913', asking)).toMatchObject({ outcome: 'unassigned', reason: 'held-by-another-key' });
  });

  test('a code that the new room does not accept is drawn anew', () => {
    expect(keepOrAllocate('482913', request({ length: 4, limits: [fourDigits] }))).toMatchObject({
      outcome: 'assigned',
      code: expect.stringMatching(/^\d{4}$/),
    });
  });
});

test.each([
  ['expected', 'when-the-reservation-arrives', { allowed: true }],
  ['expected', 'at-check-in', { allowed: false, reason: 'not-yet-due' }],
  ['in-house', 'at-check-in', { allowed: true }],
  ['cancelled', 'when-the-reservation-arrives', { allowed: false, reason: 'not-yet-due' }],
  [null, 'at-check-in', { allowed: true }],
] as const)('a stay that is %s, codes made %s', (state, generateCodes, expected) => {
  expect(generateAllowed({ ...settings, generateCodes }, state)).toEqual(expected);
});

test('a property without doorcodes makes none for the PMS, and staff still may', () => {
  expect(generateAllowed({ ...settings, doorcodes: false }, 'in-house')).toEqual({
    allowed: false,
    reason: 'type-disabled',
  });
  expect(generateAllowed({ ...settings, doorcodes: false }, null)).toEqual({ allowed: true });
});
