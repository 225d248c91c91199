import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LockContent } from '#domain/locks/lock-entry';
import { cardSentences } from './lock-cards.ts';
import { dates, dayAfterTomorrow, gatewayNews, lockNews } from './lock-harness.ts';
import type { LockHarness, LockUnderTest } from './lock-harness.ts';

export type { LockHarness };

const ample = { timeoutMs: 10_000 };
/** For what gets no answer. */
const short = { timeoutMs: 500 };

/** Wide enough that it is now, in every zone and for years; and two that are not now. */
const open = dates('2020-01-01T15:00', '2099-12-31T11:00');
const past = dates('2020-01-01T15:00', '2020-01-03T11:00');
const future = dates('2099-01-01T15:00', '2099-12-31T11:00');

/** What every LockDriver keeps to; see the contract in main/locks/lock-driver.ts. */
export function lockDriverContract(name: string, start: () => Promise<LockHarness>): void {
  describe(`${name} keeps to the lock driver contract`, () => {
    let harness: LockHarness;
    const driver = () => harness.driver();

    const put = (lock: LockUnderTest, tag: string, code: string, window = open, options = ample) =>
      driver().put({ address: lock.address, tag, ref: null, content: { kind: 'pin', code, window } }, options);
    const read = (lock: LockUnderTest, tag: string) => driver().read({ address: lock.address, tag, ref: null }, ample);
    const remove = (lock: LockUnderTest, tag: string) =>
      driver().remove({ address: lock.address, tag, ref: null }, ample);

    beforeAll(async () => {
      harness = await start();
    }, 60_000);

    afterAll(async () => {
      await harness.stop();
    }, 30_000);

    it('a code that was put is on the lock, with its window, and opens it', async () => {
      const lock = await harness.freshLock();

      const result = await put(lock, 'stay000001', '4821');

      expect(result.outcome).toBe('confirmed');
      expect(await read(lock, 'stay000001')).toMatchObject({ outcome: 'present', window: open, complete: true });
      expect(await lock.keypad('4821')).toBe('opens');
    });

    it('a code with leading zeros keeps them', async () => {
      const lock = await harness.freshLock();

      await put(lock, 'stay000002', '0048');

      expect(await lock.keypad('0048')).toBe('opens');
      expect(await lock.keypad('48')).toBe('stays shut');
    });

    it('a code opens nothing before its window and nothing after it', async () => {
      const lock = await harness.freshLock();

      await put(lock, 'early', '4822', future);
      await put(lock, 'late', '4823', past);

      expect(await lock.keypad('4822')).toBe('stays shut');
      expect(await lock.keypad('4823')).toBe('stays shut');
    });

    it('days of the week and hours are kept, over midnight too', async () => {
      const lock = await harness.freshLock();
      const weekends: LockContent['window'] = { ...open, weekdays: [6, 7] };
      const nights = { ...open, hours: { from: '22:30', to: '06:15' } } as LockContent['window'];

      await put(lock, 'weekends', '4824', weekends);
      await put(lock, 'nights', '4825', nights);

      expect(await read(lock, 'weekends')).toMatchObject({ window: weekends, complete: true });
      expect(await read(lock, 'nights')).toMatchObject({ window: nights, complete: true });
    });

    it('a code for another day of the week does not open today', async () => {
      const lock = await harness.freshLock();

      await put(lock, 'otherday', '4826', { ...open, weekdays: [dayAfterTomorrow()] });

      expect(await lock.keypad('4826')).toBe('stays shut');
    });

    it('putting the same twice leaves one credential', async () => {
      const lock = await harness.freshLock();

      await put(lock, 'stay000003', '4831');
      const again = await put(lock, 'stay000003', '4831');

      expect(again.outcome).toBe('confirmed');
      expect(await lock.holds()).toEqual(['stay000003']);
    });

    it('a changed code replaces the old one', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000004', '4841');

      await put(lock, 'stay000004', '4842');

      expect(await lock.keypad('4841')).toBe('stays shut');
      expect(await lock.keypad('4842')).toBe('opens');
    });

    it('code and window change together', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'moved', '4843', future);

      const result = await put(lock, 'moved', '4844', { ...open, weekdays: [1, 2, 3, 4, 5, 6, 7] });

      expect(result.outcome).toBe('confirmed');
      expect(await lock.keypad('4843')).toBe('stays shut');
      expect(await lock.keypad('4844')).toBe('opens');
    });

    it('a code that somebody else has on the lock is refused as a duplicate and leaves nothing behind', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000005', '4851');

      const result = await put(lock, 'stay000006', '4851');

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'duplicate' } });
      expect(await lock.holds()).toEqual(['stay000005']);
    });

    it('a full lock is no space', async () => {
      const lock = await harness.freshLock();
      await lock.full();

      const result = await put(lock, 'stay000007', '4871');

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'no-space' } });
    });

    it('a code of a length that the lock does not take is a bad value', async () => {
      const lock = await harness.freshLock();

      const result = await put(lock, 'stay000008', '12');

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'bad-value' } });
    });

    it('a lock that is not there is named as such', async () => {
      const content = { kind: 'pin' as const, code: '4881', window: open };

      const result = await driver().put({ address: '59999', tag: 'nowhere', ref: null, content }, ample);

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'no-such-lock' } });
    });

    it('a new window takes effect and leaves the code', async () => {
      const lock = await harness.freshLock();
      const result = await put(lock, 'stay000009', '4891', future);
      const ref = result.outcome === 'confirmed' ? result.ref : null;

      const content = { kind: 'pin' as const, code: '4891', window: open };
      const moved = await driver().put({ address: lock.address, tag: 'stay000009', ref, content }, ample);

      expect(moved.outcome).toBe('confirmed');
      expect(await lock.keypad('4891')).toBe('opens');
    });

    it('a removed code opens no more, and removing it again is confirmed', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000010', '4901');

      const first = await remove(lock, 'stay000010');
      const second = await remove(lock, 'stay000010');

      expect([first.outcome, second.outcome]).toEqual(['confirmed', 'confirmed']);
      expect(await lock.keypad('4901')).toBe('stays shut');
      expect(await read(lock, 'stay000010')).toEqual({ outcome: 'empty' });
    });

    // These four wait together, each at a lock of its own.
    it.concurrent('a lock without radio is unknown within the deadline, and nothing lands later', async () => {
      const lock = await harness.freshLock();
      await lock.offline();

      const began = performance.now();
      const result = await put(lock, 'stay000011', '4911', open, short);
      const took = performance.now() - began;
      const during = await driver().read({ address: lock.address, tag: 'stay000011', ref: null }, short);
      await lock.online();

      expect(result.outcome).toBe('unknown');
      expect(took).toBeLessThan(4_000);
      expect(during.outcome).toBe('no-answer');
      expect(await read(lock, 'stay000011')).toEqual({ outcome: 'empty' });
    });

    it.concurrent('a lock without radio does not hold up the others', async () => {
      const [dead, alive] = [await harness.freshLock(), await harness.freshLock()];
      await dead.offline();

      const [one, other] = await Promise.all([
        put(dead, 'stay000012', '4912', open, { timeoutMs: 2_500 }),
        put(alive, 'stay000012', '4912', open, { timeoutMs: 2_400 }),
      ]);
      await dead.online();

      expect(one.outcome).toBe('unknown');
      expect(other.outcome).toBe('confirmed');
    });

    it.concurrent('a slow lock is unknown though it did what it was told, and a second put completes it', async () => {
      const lock = await harness.freshLock();
      await lock.slow(1.5);

      const result = await put(lock, 'stay000013', '4931', open, { timeoutMs: 2_500 });
      const started = await lock.holds();
      await lock.normal();
      const again = await put(lock, 'stay000013', '4931');

      expect(result.outcome).toBe('unknown');
      expect(started).toEqual(['stay000013']);
      expect(again.outcome).toBe('confirmed');
      expect(await lock.holds()).toEqual(['stay000013']);
      expect(await lock.keypad('4931')).toBe('opens');
    });

    it.concurrent('a half-written entry never opens and is read as not complete', async () => {
      const lock = await harness.freshLock();
      await lock.slow(1.5);

      await put(lock, 'stay000014', '4941', open, { timeoutMs: 2_500 });
      await lock.normal();

      expect(await lock.keypad('4941')).toBe('stays shut');
      expect(await read(lock, 'stay000014')).toMatchObject({ outcome: 'present', complete: false });
    });

    it('a lock that was reset or replaced is read as empty', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000015', '4951');

      await lock.forget();

      expect(await read(lock, 'stay000015')).toEqual({ outcome: 'empty' });
    });

    it('what others programmed is listed without a tag and never touched', async () => {
      const lock = await harness.freshLock();
      await lock.program('cleaner', '7001');

      await put(lock, 'stay000016', '4961');
      await remove(lock, 'cleaner');
      const list = await driver().list(lock.address, ample);
      const taken = await put(lock, 'stay000017', '7001');

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

    it('says whose code was used, and when nobody is let in', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000018', '4981');
      const heard = lockNews(driver(), lock);

      await lock.keypad('4981');
      await lock.keypad('9999');

      const [opened, refused] = await heard(2, 'used');
      expect(opened).toMatchObject({ kind: 'used', tag: 'stay000018', opened: true });
      expect(refused).toMatchObject({ kind: 'used', tag: null, opened: false });
    });

    cardSentences(() => harness);

    it('says when somebody else changed what a lock holds', async () => {
      const lock = await harness.freshLock();
      const heard = lockNews(driver(), lock);

      await lock.program('plumber', '7002');

      expect(await heard(1, 'changed')).toHaveLength(1);
    });

    it('says when a lock loses its radio and when it is back', async () => {
      const lock = await harness.freshLock();
      const heard = lockNews(driver(), lock);

      await lock.offline();
      const away = await driver().probe(lock.address, short);
      await lock.online();
      const back = await driver().probe(lock.address, ample);

      expect(away.outcome).toBe('offline');
      expect(back).toMatchObject({ outcome: 'online', battery: expect.any(Number) });
      expect(await heard(2, 'lock')).toMatchObject([{ online: false }, { online: true }]);
    });

    it('says when the gateway is gone and when it is back', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000023', '5021');
      const heard = gatewayNews(driver());

      await harness.unplugGateway();
      const during = await put(lock, 'stay000024', '5022', open, short);
      const gone = await heard(1);
      await harness.plugInGateway();
      const back = await heard(2);

      expect(during.outcome).toBe('unknown');
      expect(gone).toEqual([{ kind: 'gateway', online: false }]);
      expect(back[1]).toEqual({ kind: 'gateway', online: true });
      expect(await read(lock, 'stay000023')).toMatchObject({ outcome: 'present', complete: true });
    }, 60_000);

    it('works after Portal was restarted', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000019', '4991');

      await harness.restartPortal();

      expect(await read(lock, 'stay000019')).toMatchObject({ outcome: 'present', complete: true });
      expect(await put(lock, 'stay000020', '4992')).toMatchObject({ outcome: 'confirmed' });
    }, 40_000);

    it('works after the locks lost power, and they remember', async () => {
      const lock = await harness.freshLock();
      await put(lock, 'stay000021', '5001');

      await harness.cutPower();

      expect(await lock.keypad('5001')).toBe('opens');
      expect(await read(lock, 'stay000021')).toMatchObject({ outcome: 'present', complete: true });
      expect(await put(lock, 'stay000022', '5002')).toMatchObject({ outcome: 'confirmed' });
    }, 60_000);
  });
}
