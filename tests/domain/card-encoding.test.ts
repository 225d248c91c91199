import { encodingState } from '#domain/cards/card-encoding';
import type { CardPlan } from '#domain/cards/card-plan';
import { cardWriting, type CardWriting } from '#domain/cards/card-writing';
import { describe, expect, test } from 'vitest';
import { moment } from './hotel.ts';

/** A card for 101 until Thursday 11:00. */

const card = {
  role: 'guest' as const,
  from: moment('2026-11-23T15:00'),
  to: moment('2026-11-26T11:00'),
  weekdays: null,
  hours: null,
  doors: [{ doorId: '101' as never, isCommon: false }],
};
const now = moment('2026-11-24T09:00');
const planned: CardPlan = { outcome: 'planned', card, leftOut: [] };
const over: CardPlan = { outcome: 'refused', why: 'key-ended' };

function writing(changes: Partial<CardWriting> = {}): CardWriting {
  return cardWriting.parse({
    id: '0000000001',
    credential: 1,
    sequence: 1,
    copy: 0,
    keySet: 1,
    keyId: 'key',
    personId: 'ana',
    credentialId: 'card-of-ana',
    keycardId: 'card',
    uid: '04782e21801d80',
    type: 'ntag213',
    content: { ...card, doors: [{ doorId: '101', number: 1, isCommon: false }] },
    state: 'issued',
    why: null,
    encoder: 'Desk 1',
    by: { kind: 'portal' },
    requestedAt: moment('2026-11-23T15:00'),
    endedAt: moment('2026-11-23T15:00'),
    ...changes,
  });
}

const state = (plan: CardPlan, ...writings: readonly CardWriting[]): string => encodingState(plan, writings, now);

describe('the card of a person', () => {
  test('is not encoded before it was written', () => {
    expect(state(planned)).toBe('not-encoded');
  });

  test('needs no encoding when the key has no door for it', () => {
    expect(state(over)).toBe('not-needed');
  });

  test('is encoded when it says what the key says', () => {
    expect(state(planned, writing())).toBe('encoded');
  });

  test('stays encoded when only the beginning moved, and both are past', () => {
    const earlier: CardPlan = { ...planned, card: { ...card, from: moment('2026-11-23T12:00') } };

    expect(state(earlier, writing())).toBe('encoded');
  });

  test.each([
    ['the stay is extended', { to: moment('2026-11-27T11:00') }],
    ['the stay is shortened', { to: moment('2026-11-25T11:00') }],
    ['the guest moves to 102', { doors: [{ doorId: '102' as never, isCommon: false }] }],
    ['the hours are limited', { hours: { from: '08:00' as never, to: '18:00' as never } }],
  ])('must be encoded again when %s', (_why, changes) => {
    expect(state({ ...planned, card: { ...card, ...changes } }, writing())).toBe('encode-again');
  });

  test('must be encoded again when a new key of the same guest ended it', () => {
    expect(state(planned, writing({ state: 'void', why: 'replaced' }))).toBe('encode-again');
    expect(state(planned, writing({ state: 'void', why: 'set-ended' }))).toBe('encode-again');
  });

  test('is void when a newer key of the room ended it, and the key is over', () => {
    expect(state(over, writing({ state: 'void', why: 'replaced' }))).toBe('void');
  });

  test('is void when its key was revoked', () => {
    expect(state(over, writing())).toBe('void');
  });

  test('is not encoded any more after it was wiped', () => {
    expect(state(planned, writing({ state: 'void', why: 'wiped' }))).toBe('not-encoded');
  });

  test('is not finished while the end of its writing is not known', () => {
    expect(state(planned, writing(), writing({ id: '0000000002', state: 'unknown' }))).toBe('not-finished');
  });

  describe('that opens once', () => {
    const once = { ...card, role: 'one-shot' as const, to: moment('2026-11-24T15:00') };
    const asked: CardPlan = { outcome: 'planned', card: { ...once, to: moment('2026-11-25T09:00') }, leftOut: [] };
    const made = (changes: Partial<CardWriting> = {}): CardWriting =>
      writing({ content: { ...once, doors: [{ doorId: '101' as never, number: 1, isCommon: false }] }, ...changes });

    test('is as it should be until its day is over, though a new one would last longer', () => {
      expect(state(asked, made())).toBe('encoded');
    });

    test('must be encoded again where the stay ends before it', () => {
      const shorter: CardPlan = { ...asked, card: { ...once, to: moment('2026-11-24T11:00') } };

      expect(state(shorter, made())).toBe('encode-again');
    });

    test('is over after its day, and nobody has to encode it again', () => {
      expect(encodingState(asked, [made()], moment('2026-11-24T15:00'))).toBe('void');
    });

    test('stays over when its key is restored', () => {
      expect(state(asked, made({ state: 'void', why: 'key-ended' }))).toBe('void');
    });
  });

  test('is still encoded after an attempt that wrote nothing', () => {
    expect(state(planned, writing(), writing({ id: '0000000002', state: 'failed' }))).toBe('encoded');
  });
});
