import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockRef } from '#domain/house/door';
import { tagNumber } from '#main/locks/drivers/matter/lock-access';
import type { LockHarness } from '#tests/contracts/lock-harness';
import { startBuildingHarness } from '#tests/support/building-harness';

const ample = { timeoutMs: 8_000 };
const tag = 'stay000016';
const window = { from: '2020-01-01T00:00', to: '2050-01-01T00:00', weekdays: null, hours: null };

let harness: LockHarness;
beforeAll(async () => {
  harness = await startBuildingHarness(5);
});
afterAll(() => harness.stop());

/** A lock with a code of Portal's from before its gateway was removed and paired again: its maker has another number now. */
async function lockFromBefore() {
  const lock = await harness.freshLock();
  await lock.program(tag, '7001', tagNumber(tag));
  return lock;
}

describe('a gateway that was removed and paired again', () => {
  it('a code from before is removed, and confirmed only because it is gone', async () => {
    const lock = await lockFromBefore();
    const before = await lock.keypad('7001');

    const removed = await harness.driver().remove({ address: lock.address, tag, ref: null }, ample);

    expect(before).toBe('opens');
    expect(removed).toMatchObject({ outcome: 'confirmed' });
    expect(await lock.keypad('7001')).toBe('stays shut');
    expect(await lock.holds()).toEqual([]);
  });

  it('of two that an older Portal left under one tag, neither opens after a removal, wherever it was expected', async () => {
    const lock = await lockFromBefore();
    await lock.program(tag, '7003', tagNumber(tag));

    const removed = await harness.driver().remove({ address: lock.address, tag, ref: 'user-1' as LockRef }, ample);

    expect(removed).toMatchObject({ outcome: 'confirmed' });
    expect(await lock.keypad('7001')).toBe('stays shut');
    expect(await lock.keypad('7003')).toBe('stays shut');
    expect(await lock.holds()).toEqual([]);
  });

  it('a code from before is read, and listed as Portal’s', async () => {
    const lock = await lockFromBefore();

    const read = await harness.driver().read({ address: lock.address, tag, ref: null }, ample);
    const listed = await harness.driver().list(lock.address, ample);

    expect(read).toMatchObject({ outcome: 'present', complete: false });
    expect(listed).toMatchObject({ outcome: 'listed', entries: [{ tag }] });
  });

  it('a new code takes its place: the old one opens no more, and nothing is there twice', async () => {
    const lock = await lockFromBefore();

    const content = { kind: 'pin' as const, code: '4961', window: window as never };
    const put = await harness.driver().put({ address: lock.address, tag, ref: null, content }, ample);

    expect(put).toMatchObject({ outcome: 'confirmed' });
    expect(await lock.keypad('7001')).toBe('stays shut');
    expect(await lock.keypad('4961')).toBe('opens');
    expect(await lock.holds()).toEqual([tag]);
  });

  it('a user with the same name and another number is somebody else’s, and stays', async () => {
    const lock = await harness.freshLock();
    await lock.program(tag, '7002');

    const removed = await harness.driver().remove({ address: lock.address, tag, ref: null }, ample);

    expect(removed).toMatchObject({ outcome: 'confirmed' });
    expect(await lock.keypad('7002')).toBe('opens');
  });
});
