import { expect, it } from 'vitest';
import { ample, lockNews, ordersFor, short } from './lock-harness.ts';
import type { LockClaims, LockHarness } from './lock-harness.ts';

/** The part of the lock driver contract that is about what a lock tells by itself, and when it is asked. */
export function newsSentences(claims: LockClaims, harness: () => LockHarness): void {
  const tells = claims.news === 'push';
  const driver = () => harness().driver();
  const { putCode, whose } = ordersFor(claims, driver);

  it.runIf(tells)('says whose code was used, and when nobody is let in', async () => {
    const lock = await harness().freshLock();
    await putCode(lock, 'stay000018', '4981');
    const heard = lockNews(driver(), lock);

    await lock.keypad('4981');
    const [opened] = await heard(1, 'used');
    await lock.keypad('9999');
    const [, refused] = await heard(2, 'used');

    expect(opened).toMatchObject({ kind: 'used', ...whose(lock, 'stay000018'), opened: true });
    expect(refused).toMatchObject({ kind: 'used', tag: null, opened: false });
  });

  it.runIf(tells)('says when somebody else changed what a lock holds', async () => {
    const lock = await harness().freshLock();
    const heard = lockNews(driver(), lock);

    await lock.program('plumber', '7002');

    expect(await heard(1, 'changed')).toHaveLength(1);
  });

  it('answers for its locks: which are there, and how full their batteries are', async () => {
    const lock = await harness().freshLock();

    await lock.offline();
    const away = await driver().probe(lock.address, short);
    await lock.online();
    const back = await driver().probe(lock.address, ample);

    expect(away.outcome).toBe('offline');
    expect(back).toMatchObject({ outcome: 'online', battery: expect.any(Number) });
  });

  it.runIf(tells)('says when a lock loses its radio and when it is back', async () => {
    const lock = await harness().freshLock();
    const heard = lockNews(driver(), lock);

    await lock.offline();
    await heard(1, 'lock');
    await lock.online();

    expect(await heard(2, 'lock')).toMatchObject([{ online: false }, { online: true }]);
  });
}
