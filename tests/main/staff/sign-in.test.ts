import { beforeEach, describe, expect, it } from 'vitest';
import type { StaffService } from '#main/staff/staff-service';
import { staffService } from '#main/staff/staff-service';
import { openMemoryStore } from '#main/storage/memory-store';
import type { Store } from '#main/storage/store';
import { ManualClock } from '#tests/support/manual-clock';
import { SeededRandom } from '#tests/support/seeded-random';
import { silentLog } from '#tests/support/silent-log';

let clock: ManualClock;
let store: Store;
let staff: StaffService;

const rosa = { name: 'Rosa Lima', password: 'sardines at noon' };
const from = 'desk-1';

beforeEach(async () => {
  clock = new ManualClock('2026-11-23T07:00:00Z');
  store = openMemoryStore();
  staff = staffService({ store, clock, random: new SeededRandom(), log: silentLog });
  await staff.createOwner({ ...rosa, pin: '246810', from });
});

/** What a try ends in: the failure's code, or `in`. */
async function tried(name: string, password: string, pc = from): Promise<string> {
  return staff.signIn({ name, password, from: pc }).then(
    () => 'in',
    (failure: { code: string }) => failure.code,
  );
}

async function wrongTries(count: number, pc = from): Promise<readonly string[]> {
  const ends: string[] = [];
  for (let each = 0; each < count; each += 1) ends.push(await tried(rosa.name, '000000', pc));
  return ends;
}

describe('signing in', () => {
  it('takes the name in any capitals, with the password', async () => {
    expect(await tried(' rosa LIMA ', rosa.password)).toBe('in');
  });

  it('does not tell a wrong name from a wrong password', async () => {
    expect([await tried('Nobody', rosa.password), await tried(rosa.name, 'sardines at one')]).toEqual([
      'wrong-sign-in',
      'wrong-sign-in',
    ]);
  });

  it('waits after five wrong tries: a minute, then two, though the password be right', async () => {
    const first = await wrongTries(5);
    const atOnce = await tried(rosa.name, rosa.password);
    await clock.advance({ seconds: 61 });
    const sixth = await tried(rosa.name, '000000');
    await clock.advance({ seconds: 61 });
    const tooSoon = await tried(rosa.name, rosa.password);
    await clock.advance({ seconds: 60 });

    expect(first).toEqual(Array.from({ length: 5 }, () => 'wrong-sign-in'));
    expect([atOnce, sixth, tooSoon]).toEqual(['too-many-sign-ins', 'wrong-sign-in', 'too-many-sign-ins']);
    expect(await tried(rosa.name, rosa.password)).toBe('in');
  });

  it('does not hold up another PC, or another name', async () => {
    await wrongTries(5);

    expect(await tried(rosa.name, rosa.password, 'desk-2')).toBe('in');
    expect(await tried('Nobody', '000000')).toBe('wrong-sign-in');
  });

  it('counts tries that are made all at the same time', async () => {
    const ends = await Promise.all(Array.from({ length: 12 }, () => tried(rosa.name, '000000')));

    expect(ends.filter((end) => end === 'wrong-sign-in')).toHaveLength(5);
  });

  it('begins the count anew when somebody is in', async () => {
    await wrongTries(4);
    await tried(rosa.name, rosa.password);

    expect(await wrongTries(5)).toEqual(Array.from({ length: 5 }, () => 'wrong-sign-in'));
  });
});

describe('a session', () => {
  it('ends with the shift, after twelve hours', async () => {
    const { token } = await staff.signIn({ ...rosa, from });
    await clock.advance({ hours: 11, minutes: 59 });
    const during = await staff.whoIs(token);
    await clock.advance({ minutes: 2 });

    expect(during?.name).toBe('Rosa Lima');
    expect(await staff.whoIs(token)).toBeNull();
  });

  it('ends in the moment its owner is disabled, who cannot sign in again', async () => {
    const { token } = await staff.signIn({ ...rosa, from });
    const [member] = await store.read((view) => view.all('staff'));
    await store.transact((transaction) => transaction.put('staff', { ...member!, disabledAt: clock.now() }));

    expect(await staff.whoIs(token)).toBeNull();
    expect(await tried(rosa.name, rosa.password)).toBe('wrong-sign-in');
  });

  it('ends when its owner signs out', async () => {
    const { token } = await staff.signIn({ ...rosa, from });
    await staff.signOut(token);

    expect(await staff.whoIs(token)).toBeNull();
  });
});

it('there is one first Owner', async () => {
  await expect(staff.createOwner({ name: 'Eve', password: 'apples at nine', pin: null, from })).rejects.toMatchObject({
    code: 'already-set-up',
  });
});

it('neither the password nor the PIN is in the store as it was typed', async () => {
  const records = JSON.stringify(await store.read((view) => view.all('staff')));

  expect(records).not.toContain(rosa.password);
  expect(records).not.toContain('246810');
});

it('the PIN does not sign in', async () => {
  expect(await tried(rosa.name, '246810')).toBe('wrong-sign-in');
});
