import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brakeLimit, heldOf, type Ending, type HeldEnding } from '#domain/brake/brake';
import { endingCauses } from '#domain/brake/ending';
import { reservationId } from '#domain/ids';
import { instantText } from '#domain/time/time';

const now = instantText.parse('2026-11-23T14:00:00.000Z');
const stay = (number: number) => reservationId.parse(`mews:${number}`);

const ending = fc.record({
  reservationId: fc.integer({ min: 1, max: 60 }).map(stay),
  cause: fc.constantFrom(...endingCauses),
  isSecondProofNeeded: fc.boolean(),
});
const round = fc.uniqueArray(ending, { selector: (each) => each.reservationId, maxLength: 60 });

it('the limit is three keys, or a tenth of the live ones', () => {
  expect([0, 12, 30, 45, 400].map((live) => brakeLimit(live))).toEqual([3, 3, 3, 4, 40]);
});

it('never do more end by one cause than the limit, unless staff let them', () => {
  fc.assert(
    fc.property(round, fc.nat(200), (endings, liveKeys) => {
      const held = new Set(
        heldOf({ endings, held: [], allowed: new Set(), liveKeys, now }).map((each) => each.reservationId),
      );
      const ended = endings.filter((each) => !held.has(each.reservationId));
      const most = Math.max(0, ...[...Map.groupBy(ended, ({ cause }) => cause).values()].map((each) => each.length));
      expect(most).toBeLessThanOrEqual(brakeLimit(liveKeys));
    }),
  );
});

it('what staff let through is never held', () => {
  fc.assert(
    fc.property(round, fc.nat(200), (endings, liveKeys) => {
      const allowed = new Set(endings.map((each) => each.reservationId));
      expect(heldOf({ endings, held: [], allowed, liveKeys, now })).toEqual([]);
    }),
  );
});

it('what was held because it was many stays held while it becomes fewer', () => {
  const endings: readonly Ending[] = [1, 2].map((number) => ({
    reservationId: stay(number),
    cause: 'gone',
    isSecondProofNeeded: false,
  }));
  const held: readonly HeldEnding[] = endings.map((each) => ({
    reservationId: each.reservationId,
    pmsId: '1',
    cause: 'gone',
    since: instantText.parse('2026-11-23T13:00:00.000Z'),
    why: 'many',
  }));

  expect(heldOf({ endings, held, allowed: new Set(), liveKeys: 20, now })).toHaveLength(2);
});

it('a first proof from a moment that has not come yet is no proof', () => {
  const told: Ending = { reservationId: stay(1), cause: 'gone', isSecondProofNeeded: true };
  const since = instantText.parse('2036-01-01T00:00:00.000Z');
  const held: readonly HeldEnding[] = [{ reservationId: stay(1), pmsId: '1', cause: 'gone', since, why: 'proof' }];

  expect(heldOf({ endings: [told], held, allowed: new Set(), liveKeys: 20, now })).toMatchObject([
    { since: now, why: 'proof' },
  ]);
});
