import { beforeEach, describe, expect, it } from 'vitest';
import type { Base } from '#main/base';
import { staffList } from '#main/staff/staff-list';
import { staffService, type StaffService } from '#main/staff/staff-service';
import { openMemoryStore } from '#main/storage/memory-store';
import { ManualClock } from '#tests/support/manual-clock';
import { SeededRandom } from '#tests/support/seeded-random';
import { silentLog } from '#tests/support/silent-log';
import { SkewedClock } from '#tests/support/skewed-clock';
import { endOf, pc, rosa } from '#tests/support/staff-desk';

/** What was stored while the PC's clock was ahead, once it is right again. */

let clock: ManualClock;
let set: SkewedClock;
let base: Base;
let staff: StaffService;

beforeEach(() => {
  clock = new ManualClock('2026-11-23T07:00:00Z');
  set = new SkewedClock(clock);
  base = { store: openMemoryStore(), clock: set, random: new SeededRandom(), log: silentLog };
  staff = staffService(base);
});

const signIn = (password = rosa.password, name = rosa.name) => staff.signIn({ name, password, from: pc });
const sessions = () => base.store.read((view) => view.all('sessions'));

describe('a sign-in from a time that has not come', () => {
  it.each([{ hours: 365 * 24 }, { hours: 13 }, { minutes: 3 }])(
    'is none once the clock is right: %o',
    async (ahead) => {
      set.ahead = ahead;
      const { token } = await staff.createOwner({ ...rosa, from: pc });

      set.ahead = { seconds: 0 };

      expect(await staff.whoIs(token)).toBeNull();
      expect(await endOf(staff.unlock({ token, secret: rosa.password, from: pc }))).toBe('not-signed-in');
    },
  );

  it('is swept out by the next one, which is good for its shift and no longer', async () => {
    set.ahead = { hours: 365 * 24 };
    await staff.createOwner({ ...rosa, from: pc });
    set.ahead = { seconds: 0 };

    const { token } = await signIn();

    expect(await sessions()).toHaveLength(1);
    expect(await staff.whoIs(token)).toMatchObject({ state: 'open' });
    await clock.advance({ hours: 12 });
    expect(await staff.whoIs(token)).toBeNull();
  });

  it('a clock that is put right by a minute signs nobody out', async () => {
    set.ahead = { minutes: 1 };
    const { token } = await staff.createOwner({ ...rosa, from: pc });

    set.ahead = { seconds: 0 };

    expect(await staff.whoIs(token)).toMatchObject({ state: 'open' });
    expect(await staff.isConfirmed(token)).toBe(true);
  });
});

it('a password that was entered at such a time is asked for again', async () => {
  const { token } = await staff.createOwner({ ...rosa, from: pc });
  set.ahead = { hours: 6 };
  await staff.confirmPassword({ token, password: rosa.password, from: pc });

  set.ahead = { seconds: 0 };

  expect(await staff.whoIs(token)).toMatchObject({ state: 'open' });
  expect(await staff.isConfirmed(token)).toBe(false);
});

it('nobody waits a year for the next try because the clock was a year ahead at the last one', async () => {
  await staff.createOwner({ ...rosa, from: pc });
  set.ahead = { hours: 365 * 24 };
  await Promise.all(['1', '2', '3', '4', '5'].map((wrong) => endOf(signIn(wrong))));
  const before = await endOf(signIn());

  set.ahead = { seconds: 0 };

  expect([before, await endOf(signIn())]).toEqual(['too-many-sign-ins', 'done']);
});

it('guessing is slowed down after the clock went back as before', async () => {
  await staff.createOwner({ ...rosa, from: pc });
  set.ahead = { hours: 365 * 24 };
  await Promise.all(['1', '2', '3', '4', '5'].map((wrong) => endOf(signIn(wrong))));

  set.ahead = { seconds: 0 };

  expect([await endOf(signIn('6')), await endOf(signIn('7'))]).toEqual(['wrong-sign-in', 'too-many-sign-ins']);
});

it('a one-time code from such a time is no way in for a year and a week: it shows as expired, and a new one is good', async () => {
  const list = staffList(base);
  const { staff: owner } = await staff.createOwner({ ...rosa, from: pc });
  const by = { kind: 'staff' as const, staffId: owner.id, name: owner.name, from: pc };
  set.ahead = { hours: 365 * 24 };
  const { code, staffId } = await list.invite({ name: 'Tom', role: 'team' }, by);

  set.ahead = { seconds: 0 };

  expect(await endOf(signIn(code, 'Tom'))).toBe('wrong-sign-in');
  expect(await list.list()).toMatchObject([{ name: 'Rosa Lima' }, { name: 'Tom', state: 'expired' }]);
  const { code: next } = await list.reset({ staffId, version: 0 }, by);
  expect(await endOf(signIn(next, 'Tom'))).toBe('done');
});
