import { expect, it } from 'vitest';
import { open, ordersFor, short } from './lock-harness.ts';
import type { LockClaims, LockHarness } from './lock-harness.ts';

/**
 * The part of the lock driver contract that is about locks that do not answer, or too late. The sentences wait together,
 * each at a lock of its own.
 */
export function silenceSentences(claims: LockClaims, harness: () => LockHarness): void {
  const speaksItself = claims.proof === 'lock';
  const driver = () => harness().driver();
  const { putCode, read, named } = ordersFor(claims, driver);

  it.runIf(speaksItself).concurrent(
    'a lock without radio is unknown within the deadline, and nothing lands later',
    async () => {
      const lock = await harness().freshLock();
      await lock.offline();

      const began = performance.now();
      const result = await putCode(lock, 'stay000011', '4911', open, short);
      const took = performance.now() - began;
      const during = await read(lock, 'stay000011', short);
      await lock.online();

      expect(result.outcome).toBe('unknown');
      expect(took).toBeLessThan(4_000);
      expect(during.outcome).toBe('no-answer');
      expect(await read(lock, 'stay000011')).toEqual({ outcome: 'empty' });
    },
  );

  it.runIf(!speaksItself)('a lock without radio is not confirmed, whatever its cloud holds', async () => {
    const lock = await harness().freshLock();
    await lock.offline();

    const result = await putCode(lock, 'stay000026', '4913', open, short);
    await lock.online();

    expect(result.outcome).not.toBe('confirmed');
    expect(await lock.keypad('4913')).toBe('stays shut');
  });

  it.concurrent('a lock without radio does not hold up the others', async () => {
    const [dead, alive] = [await harness().freshLock(), await harness().freshLock()];
    await dead.offline();

    const [one, other] = await Promise.all([
      putCode(dead, 'stay000012', '4912', open, { timeoutMs: 2_500 }),
      putCode(alive, 'stay000012', '4912', open, { timeoutMs: 2_400 }),
    ]);
    await dead.online();

    expect(one.outcome).not.toBe('confirmed');
    expect(other.outcome).toBe('confirmed');
  });

  it.concurrent('a slow lock is unknown though it did what it was told, and a second put completes it', async () => {
    const lock = await harness().freshLock();
    await lock.slow(1.5);

    const result = await putCode(lock, 'stay000013', '4931', open, { timeoutMs: 2_500 });
    const started = await lock.holds();
    await lock.normal();
    const again = await putCode(lock, 'stay000013', '4931');

    expect(result.outcome).toBe('unknown');
    expect(started).toEqual([named(lock, 'stay000013')]);
    expect(again.outcome).toBe('confirmed');
    expect(await lock.holds()).toEqual([named(lock, 'stay000013')]);
    expect(await lock.keypad('4931')).toBe('opens');
  });

  it.concurrent('a half-written entry never opens and is read as not complete', async () => {
    const lock = await harness().freshLock();
    await lock.slow(1.5);

    await putCode(lock, 'stay000014', '4941', open, { timeoutMs: 2_500 });
    await lock.normal();

    expect(await lock.keypad('4941')).toBe('stays shut');
    expect(await read(lock, 'stay000014')).toMatchObject({ outcome: 'present', complete: false });
  });
}
