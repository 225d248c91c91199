import { expect, it } from 'vitest';
import { ample, open, ordersFor } from './lock-harness.ts';
import type { LockClaims, LockHarness } from './lock-harness.ts';

/** The part of the lock driver contract that is about what others put on a lock. */
export function othersSentences(claims: LockClaims, harness: () => LockHarness): void {
  const hasNames = claims.recognisedBy === 'tag';
  const speaksItself = claims.proof === 'lock';
  const driver = () => harness().driver();
  const { putCode, remove, named } = ordersFor(claims, driver);

  it.runIf(hasNames && speaksItself)('what others programmed is listed without a tag and never touched', async () => {
    const lock = await harness().freshLock();
    await lock.program('cleaner', '7001');

    await putCode(lock, 'stay000016', '4961');
    await remove(lock, 'cleaner');
    const list = await driver().list(lock.address, ample);
    const taken = await putCode(lock, 'stay000017', '7001');

    expect(list).toMatchObject({
      outcome: 'listed',
      entries: [
        { tag: null, name: 'cleaner', credentials: ['pin'] },
        { tag: 'stay000016', name: 'stay000016', credentials: ['pin'], window: open },
      ],
    });
    expect(taken).toMatchObject({ outcome: 'failed', error: { kind: 'duplicate' } });
    expect(await lock.keypad('7001')).toBe('opens');
  });

  it('what others programmed goes on opening, whatever is put and removed beside it', async () => {
    const lock = await harness().freshLock();
    await lock.program('gardener', '7003');

    await putCode(lock, 'stay000027', '4962');
    await remove(lock, 'stay000027');

    expect(await lock.keypad('7003')).toBe('opens');
  });

  it.runIf(!hasNames)('on a lock without names everything is listed by its place', async () => {
    const lock = await harness().freshLock();
    await lock.program('cleaner', '7001');

    await putCode(lock, 'stay000028', '4963');
    const list = await driver().list(lock.address, ample);

    expect(list).toMatchObject({
      outcome: 'listed',
      entries: [
        { tag: null, ref: '1', credentials: ['pin'] },
        { tag: null, ref: named(lock, 'stay000028'), credentials: ['pin'] },
      ],
    });
  });
}
