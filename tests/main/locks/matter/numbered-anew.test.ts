import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockHarness } from '#tests/contracts/lock-harness';
import { startBuildingHarness } from '#tests/support/building-harness';

const ample = { timeoutMs: 8_000 };
const window = { from: '2020-01-01T00:00', to: '2050-01-01T00:00', weekdays: null, hours: null } as never;

let harness: LockHarness;
beforeAll(async () => {
  harness = await startBuildingHarness(4);
});
afterAll(() => harness.stop());

function put(address: string, tag: string, code: string) {
  return harness.driver().put({ address, tag, ref: null, content: { kind: 'pin', code, window } }, ample);
}

describe('F: a bridge that numbers its locks anew', () => {
  it('a code written after it goes to the lock that it is for, whatever its number is now', async () => {
    const first = await harness.freshLock();
    const second = await harness.freshLock();
    await put(first.address, 'stay000001', '4961');

    await harness.swapLocks?.(1, 2);
    const written = await put(first.address, 'stay000002', '4962');
    const again = written.outcome === 'confirmed' ? written : await put(first.address, 'stay000002', '4962');

    expect(again).toMatchObject({ outcome: 'confirmed' });
    expect(await first.holds()).toEqual(['stay000001', 'stay000002']);
    expect(await second.holds()).toEqual([]);
    expect(await second.keypad('4962')).toBe('stays shut');
  });

  it('a removal after it takes the code from the lock that has it, and is not confirmed by the other', async () => {
    const third = await harness.freshLock();
    const fourth = await harness.freshLock();
    await put(third.address, 'stay000003', '4963');

    await harness.swapLocks?.(3, 4);
    const remove = () => harness.driver().remove({ address: third.address, tag: 'stay000003', ref: null }, ample);
    const first = await remove();
    const removed = first.outcome === 'confirmed' ? first : await remove();

    expect(removed).toMatchObject({ outcome: 'confirmed' });
    expect(await third.holds()).toEqual([]);
    expect(await third.keypad('4963')).toBe('stays shut');
    expect(await fourth.holds()).toEqual([]);
  });
});
