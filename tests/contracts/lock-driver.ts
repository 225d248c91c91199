import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptWindow } from '#domain/locks/kept-window';
import { cardSentences } from './lock-cards.ts';
import { ample, gatewayNews, open, ordersFor, short } from './lock-harness.ts';
import type { LockClaims, LockHarness } from './lock-harness.ts';
import { newsSentences } from './lock-news.ts';
import { othersSentences } from './lock-others.ts';
import { silenceSentences } from './lock-silence.ts';
import { windowSentences } from './lock-windows.ts';

export type { LockHarness };

/** What every LockDriver keeps to, as far as its locks claim it; see the contract in main/locks/lock-driver.ts. */
export function lockDriverContract(name: string, claims: LockClaims, start: () => Promise<LockHarness>): void {
  const speaksItself = claims.proof === 'lock';
  describe(`${name} keeps to the lock driver contract`, () => {
    let harness: LockHarness;
    const driver = () => harness.driver();

    const { putCode, read, remove, named } = ordersFor(claims, driver);

    beforeAll(async () => {
      harness = await start();
    }, 60_000);

    afterAll(async () => {
      await harness.stop();
    }, 30_000);

    it('says what its locks can', async () => {
      const lock = await harness.freshLock();

      const found = await driver().locks();

      expect(found.find(({ address }) => address === lock.address)?.limits).toMatchObject(claims);
    });

    it('a code that was put is on the lock, with its window, and opens it', async () => {
      const lock = await harness.freshLock();

      const result = await putCode(lock, 'stay000001', '4821');

      expect(result.outcome).toBe('confirmed');
      expect(await read(lock, 'stay000001')).toMatchObject({
        outcome: 'present',
        window: keptWindow(claims, open),
        complete: true,
      });
      expect(await lock.keypad('4821')).toBe('opens');
    });

    it('a code with leading zeros keeps them', async () => {
      const lock = await harness.freshLock();

      await putCode(lock, 'stay000002', '0048');

      expect(await lock.keypad('0048')).toBe('opens');
      expect(await lock.keypad('48')).toBe('stays shut');
    });

    it('putting the same twice leaves one credential', async () => {
      const lock = await harness.freshLock();

      await putCode(lock, 'stay000003', '4831');
      const again = await putCode(lock, 'stay000003', '4831');

      expect(again.outcome).toBe('confirmed');
      expect(await lock.holds()).toEqual([named(lock, 'stay000003')]);
    });

    it('a changed code replaces the old one', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000004', '4841');

      await putCode(lock, 'stay000004', '4842');

      expect(await lock.keypad('4841')).toBe('stays shut');
      expect(await lock.keypad('4842')).toBe('opens');
    });

    it('a code that somebody else has on the lock is refused as a duplicate and leaves nothing behind', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000005', '4851');

      const result = await putCode(lock, 'stay000006', '4851');

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'duplicate' } });
      expect(await lock.holds()).toEqual([named(lock, 'stay000005')]);
    });

    it('a full lock is no space', async () => {
      const lock = await harness.freshLock();
      await lock.full();

      const result = await putCode(lock, 'stay000007', '4871');

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'no-space' } });
    });

    it('a code of a length that the lock does not take is a bad value', async () => {
      const lock = await harness.freshLock();

      const result = await putCode(lock, 'stay000008', '12');

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'bad-value' } });
    });

    it('a lock that is not there is named as such', async () => {
      const content = { kind: 'pin' as const, code: '4881', window: keptWindow(claims, open) };

      const result = await driver().put({ address: '59999', tag: 'nowhere', ref: null, content }, ample);

      expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'no-such-lock' } });
    });

    it('a removed code opens no more, and removing it again is confirmed', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000010', '4901');

      const first = await remove(lock, 'stay000010');
      const second = await remove(lock, 'stay000010');

      expect([first.outcome, second.outcome]).toEqual(['confirmed', 'confirmed']);
      expect(await lock.keypad('4901')).toBe('stays shut');
      expect(await read(lock, 'stay000010')).toEqual({ outcome: 'empty' });
    });

    it.runIf(speaksItself)('a lock that was reset or replaced is read as empty', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000015', '4951');

      await lock.forget();

      expect(await read(lock, 'stay000015')).toEqual({ outcome: 'empty' });
    });

    windowSentences(claims, () => harness);
    silenceSentences(claims, () => harness);
    othersSentences(claims, () => harness);
    newsSentences(claims, () => harness);
    cardSentences(claims, () => harness);

    it('says when the gateway is gone and when it is back', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000023', '5021');
      const heard = gatewayNews(driver());

      await harness.unplugGateway();
      const during = await putCode(lock, 'stay000024', '5022', open, short);
      const gone = await heard(1);
      const answeredThen = await driver().answers(short);
      await harness.plugInGateway();
      const back = await heard(2);

      expect(during.outcome).toBe('unknown');
      expect(gone).toEqual([{ kind: 'gateway', online: false }]);
      expect(back[1]).toEqual({ kind: 'gateway', online: true });
      expect(answeredThen).toBe(false);
      expect(await driver().answers(ample)).toBe(true);
      expect(await read(lock, 'stay000023')).toMatchObject({ outcome: 'present', complete: true });
    }, 60_000);

    it('works after Portal was restarted', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000019', '4991');

      await harness.restartPortal();

      expect(await read(lock, 'stay000019')).toMatchObject({ outcome: 'present', complete: true });
      expect(await putCode(lock, 'stay000020', '4992')).toMatchObject({ outcome: 'confirmed' });
    }, 40_000);

    it('works after the locks lost power, and they remember', async () => {
      const lock = await harness.freshLock();
      await putCode(lock, 'stay000021', '5001');

      await harness.cutPower();

      expect(await lock.keypad('5001')).toBe('opens');
      expect(await read(lock, 'stay000021')).toMatchObject({ outcome: 'present', complete: true });
      expect(await putCode(lock, 'stay000022', '5002')).toMatchObject({ outcome: 'confirmed' });
    }, 60_000);
  });
}
