import { expect, it } from 'vitest';
import type { LockContent } from '#domain/locks/lock-entry';
import { ample, dayAfterTomorrow, future, open, ordersFor, past } from './lock-harness.ts';
import type { LockClaims, LockHarness } from './lock-harness.ts';

/** The part of the lock driver contract that is about windows: what of them the lock keeps. */
export function windowSentences(claims: LockClaims, harness: () => LockHarness): void {
  const keepsDates = claims.windows !== 'none';
  const keepsWeeks = claims.windows === 'dates-and-weekly';
  const driver = () => harness().driver();
  const { putCode, read, remove } = ordersFor(claims, driver);

  it.runIf(!keepsDates)(
    'a code on a lock that keeps no dates opens from when it was put until it is removed',
    async () => {
      const lock = await harness().freshLock();

      await putCode(lock, 'stay000025', '4827', future);
      const opened = await lock.keypad('4827');
      await remove(lock, 'stay000025');

      expect(opened).toBe('opens');
      expect(await lock.keypad('4827')).toBe('stays shut');
    },
  );

  it.runIf(keepsDates)('a code opens nothing before its window and nothing after it', async () => {
    const lock = await harness().freshLock();

    await putCode(lock, 'early', '4822', future);
    await putCode(lock, 'late', '4823', past);

    expect(await lock.keypad('4822')).toBe('stays shut');
    expect(await lock.keypad('4823')).toBe('stays shut');
  });

  it.runIf(keepsWeeks)('days of the week and hours are kept, over midnight too', async () => {
    const lock = await harness().freshLock();
    const weekends: LockContent['window'] = { ...open, weekdays: [6, 7] };
    const nights = { ...open, hours: { from: '22:30', to: '06:15' } } as LockContent['window'];

    await putCode(lock, 'weekends', '4824', weekends);
    await putCode(lock, 'nights', '4825', nights);

    expect(await read(lock, 'weekends')).toMatchObject({ window: weekends, complete: true });
    expect(await read(lock, 'nights')).toMatchObject({ window: nights, complete: true });
  });

  it.runIf(keepsWeeks)('a code for another day of the week does not open today', async () => {
    const lock = await harness().freshLock();

    await putCode(lock, 'otherday', '4826', { ...open, weekdays: [dayAfterTomorrow()] });

    expect(await lock.keypad('4826')).toBe('stays shut');
  });

  it.runIf(keepsDates)('code and window change together', async () => {
    const lock = await harness().freshLock();
    await putCode(lock, 'moved', '4843', future);

    const result = await putCode(lock, 'moved', '4844', { ...open, weekdays: [1, 2, 3, 4, 5, 6, 7] });

    expect(result.outcome).toBe('confirmed');
    expect(await lock.keypad('4843')).toBe('stays shut');
    expect(await lock.keypad('4844')).toBe('opens');
  });

  it.runIf(keepsDates)('a new window takes effect and leaves the code', async () => {
    const lock = await harness().freshLock();
    const result = await putCode(lock, 'stay000009', '4891', future);
    const ref = result.outcome === 'confirmed' ? result.ref : null;

    const content = { kind: 'pin' as const, code: '4891', window: open };
    const moved = await driver().put({ address: lock.address, tag: 'stay000009', ref, content }, ample);

    expect(moved.outcome).toBe('confirmed');
    expect(await lock.keypad('4891')).toBe('opens');
  });
}
