import { editDoor } from '#domain/key/door-edits';
import { keyStatus } from '#domain/key/key-status';
import { key as keySchema } from '#domain/key/key';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { desired, edited, heard, keyOf, locksHolding, moment, space, staffAt, stay, tell, type Told } from './hotel.ts';
import { clock, happening, live, type Happening } from './interleavings.ts';

/** Whatever the PMS tells and staff do, in any order. */

const story = fc.array(happening, { maxLength: 14 });
const runs = { numRuns: 150 };
const later = ['2026-11-23T16:00', '2026-11-25T12:00', '2026-11-27T09:00', '2026-11-29T09:00'];
const isStaffRevoked = (told: Told): boolean => keyOf(told).revoked?.reason === 'staff';

function holdings(steps: readonly Told[]): readonly string[] {
  return steps.flatMap((told) => [clock(told.now), ...later].flatMap((now) => locksHolding(told, now)));
}

/** Steps after which a key that staff had revoked was so no more, though staff had not restored it. */
function slips(happenings: readonly Happening[]): readonly Happening[] {
  const steps = live(happenings);
  return happenings.filter((each, index) => {
    const [before, after] = [steps[index], steps[index + 1]];
    const isRestore = each.kind === 'staff' && each.act === 'restore';
    return (
      before !== undefined && after !== undefined && isStaffRevoked(before) && !isStaffRevoked(after) && !isRestore
    );
  });
}

function statusNow(told: Told): string {
  const { reservation, rules, now } = told;
  return keyStatus({ key: keyOf(told), reservation, zone: rules.zone, now }).status;
}

test('a revoked key is wanted at no lock, now or later', () => {
  fc.assert(
    fc.property(story, (happenings) => {
      expect(holdings(live(happenings).filter((told) => keyOf(told).status === 'revoked'))).toEqual([]);
    }),
    runs,
  );
});

test('what staff revoked stays revoked until staff restore it', () => {
  fc.assert(
    fc.property(story, (happenings) => {
      expect(slips(happenings)).toEqual([]);
    }),
    runs,
  );
});

test('a stay that the PMS ended opens nothing but protected doors and what is linked to them', () => {
  const isOver = ({ reservation }: Told): boolean => !['expected', 'in-house'].includes(reservation.state);
  const isOpen = (told: Told): boolean => keyOf(told).doors.some(({ protect, revoked }) => protect && revoked === null);
  fc.assert(
    fc.property(story, (happenings) => {
      // `unprotect` plans the stay again; `add` on an ended stay is staff's own decision on a key that lives on.
      const ended = live(
        happenings.filter((each) => each.kind === 'pms' || each.act === 'protect' || each.act === 'edit'),
      );

      expect(holdings(ended.filter((told) => isOver(told) && !isOpen(told)))).toEqual([]);
    }),
    runs,
  );
});

test('every step leaves a sound record, with the status of that moment and a version that never goes back', () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const steps = live(happenings).filter((told, index, all) => told.key !== all[index - 1]?.key);
      const versions = steps.map((told) => keyOf(told).version);

      expect(steps.map((told) => keySchema.safeParse(keyOf(told)).success)).not.toContain(false);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
      expect(steps.map((told) => keyOf(told).status)).toEqual(steps.map(statusNow));
    }),
    runs,
  );
});

test('told the same again in the same minute, nothing changes', () => {
  fc.assert(
    fc.property(story, (happenings) => {
      const told = live([...happenings, { kind: 'pms', changes: {}, needed: false, minutes: 0 }]).at(-1);
      const again = told && tell(told, {}, clock(told.now));

      expect(again?.key).toBe(told?.key);
      expect(again?.plan.notes).toEqual([]);
    }),
    runs,
  );
});

test('the moment at which the locks’ contents change next is the first at which they do', () => {
  fc.assert(
    fc.property(story, fc.integer({ min: 1, max: 60 * 24 * 9 }), (happenings, minutes) => {
      const told = live(happenings).at(-1) ?? heard(stay(), '2026-11-22T20:00');
      const now = desired(told, clock(told.now));
      const probe = new Date(Date.parse(told.now) + minutes * 60_000).toISOString();
      const isBefore = now.changesAt === null || probe < now.changesAt;

      expect(isBefore ? desired(told, probe.slice(0, 16)).entries : now.entries).toEqual(now.entries);
    }),
    runs,
  );
});

test('a move and back within the grace is as if nothing had happened, but for the version', () => {
  const circumstances = fc.record({ isInHouse: fc.boolean(), isLate: fc.boolean(), minutes: fc.nat({ max: 4 }) });
  fc.assert(
    fc.property(circumstances, ({ isInHouse, isLate, minutes }) => {
      const before = prepared(isInHouse, isLate);
      const moved = tell(before, space('102'), '2026-11-22T21:00');
      const back = tell(moved, space('101'), `2026-11-22T21:0${minutes}`);
      const { version, updatedAt } = keyOf(back);

      expect(keyOf(back)).toEqual({ ...keyOf(before), version, updatedAt });
    }),
  );
});

/** In 101 since 20:00 or expected tomorrow; with or without a late departure that staff set at 20:30. */
function prepared(isInHouse: boolean, isLate: boolean): Told {
  const arrived = { state: 'in-house', actualArrival: moment('2026-11-22T20:00') } as const;
  const told = heard(stay(isInHouse ? arrived : {}), '2026-11-22T20:00');
  const late = { departure: '2026-11-26T14:00' as never };
  const edit = editDoor(keyOf(told), '101' as never, isLate ? late : {}, staffAt(told, '2026-11-22T20:30'));
  return edit.outcome === 'changed' ? edited(told, edit.key) : told;
}
