import { expect, it } from 'vitest';
import type { LockContent } from '#domain/locks/lock-entry';
import { ample, dayAfterTomorrow, future, lockNews, open, ordersFor, past } from './lock-harness.ts';
import type { LockClaims, LockHarness } from './lock-harness.ts';

/** The part of the lock driver contract that is about cards: their UIDs, seven bytes or four. */
export function cardSentences(claims: LockClaims, harness: () => LockHarness): void {
  const keepsDates = claims.windows !== 'none';
  const card = (code: string, window = open): LockContent => ({ kind: 'card', code, window });
  const { put, read, remove, named, whose } = ordersFor(claims, () => harness().driver());

  it('a lock that takes no cards says so beforehand, refuses them, and keeps its codes', async () => {
    const lock = await harness().freshLockWithoutCards();
    await put(lock, 'code', { kind: 'pin', code: '5103', window: open });

    const result = await put(lock, 'card000010', card('04a11c52d76180'));
    const found = await harness().driver().locks();

    expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'unsupported' } });
    expect(found.find(({ address }) => address === lock.address)?.limits.cards).toBe(false);
    expect(await lock.holds()).toEqual([named(lock, 'code')]);
  });

  if (!claims.cards) return;

  it('a card that was put is on the lock, with its window, and opens it, and no other card does', async () => {
    const lock = await harness().freshLock();

    const result = await put(lock, 'card000001', card('04a11c52d76180'));

    expect(result.outcome).toBe('confirmed');
    expect(await read(lock, 'card000001')).toMatchObject({ outcome: 'present', complete: true });
    expect(await lock.card('04a11c52d76180')).toBe('opens');
    expect(await lock.card('04a11c52d76181')).toBe('stays shut');
  });

  it('a card with a UID of four bytes opens too', async () => {
    const lock = await harness().freshLock();

    await put(lock, 'card000002', card('9d44a346'));

    expect(await lock.card('9d44a346')).toBe('opens');
  });

  it.runIf(keepsDates)('a card opens nothing before its window and nothing after it', async () => {
    const lock = await harness().freshLock();

    await put(lock, 'early', card('04a11c52d76180', future));
    await put(lock, 'late', card('04a11c52d76181', past));

    expect(await lock.card('04a11c52d76180')).toBe('stays shut');
    expect(await lock.card('04a11c52d76181')).toBe('stays shut');
  });

  it.runIf(claims.windows === 'dates-and-weekly')(
    'a card for another day of the week does not open today',
    async () => {
      const lock = await harness().freshLock();

      await put(lock, 'otherday', card('04a11c52d76182', { ...open, weekdays: [dayAfterTomorrow()] }));

      expect(await lock.card('04a11c52d76182')).toBe('stays shut');
    },
  );

  it('one guest has a code and a card at the same lock, and each goes by itself', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'code', { kind: 'pin', code: '5101', window: open });
    await put(lock, 'card', card('04a11c52d76180'));

    await remove(lock, 'code');

    expect(await lock.holds()).toEqual([named(lock, 'card')]);
    expect(await lock.keypad('5101')).toBe('stays shut');
    expect(await lock.card('04a11c52d76180')).toBe('opens');
  });

  it('another card replaces the old one, and putting it twice leaves one', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'card000003', card('04a11c52d76180'));

    await put(lock, 'card000003', card('04a11c52d76181'));
    const again = await put(lock, 'card000003', card('04a11c52d76181'));

    expect(again.outcome).toBe('confirmed');
    expect(await lock.holds()).toEqual([named(lock, 'card000003')]);
    expect(await lock.card('04a11c52d76180')).toBe('stays shut');
    expect(await lock.card('04a11c52d76181')).toBe('opens');
  });

  it('a card in the place of a code ends the code', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'changed', { kind: 'pin', code: '5102', window: open });

    const result = await put(lock, 'changed', card('04a11c52d76180'));

    expect(result.outcome).toBe('confirmed');
    expect(await lock.keypad('5102')).toBe('stays shut');
    expect(await lock.card('04a11c52d76180')).toBe('opens');
  });

  it.runIf(keepsDates)('a new window takes effect and leaves the card', async () => {
    const lock = await harness().freshLock();
    const result = await put(lock, 'card000004', card('04a11c52d76180', future));
    const ref = result.outcome === 'confirmed' ? result.ref : null;

    const order = { address: lock.address, tag: 'card000004', ref, content: card('04a11c52d76180') };
    const moved = await harness().driver().put(order, ample);

    expect(moved.outcome).toBe('confirmed');
    expect(await lock.card('04a11c52d76180')).toBe('opens');
  });

  it('a removed card opens no more', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'card000005', card('04a11c52d76180'));

    const result = await remove(lock, 'card000005');

    expect(result.outcome).toBe('confirmed');
    expect(await lock.card('04a11c52d76180')).toBe('stays shut');
    expect(await read(lock, 'card000005')).toEqual({ outcome: 'empty' });
  });

  it('a card that somebody else has on the lock is refused as a duplicate and leaves nothing behind', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'card000006', card('04a11c52d76180'));

    const result = await put(lock, 'card000007', card('04a11c52d76180'));

    expect(result).toMatchObject({ outcome: 'failed', error: { kind: 'duplicate' } });
    expect(await lock.holds()).toEqual([named(lock, 'card000006')]);
  });

  it('a UID that is none is a bad value', async () => {
    const lock = await harness().freshLock();

    const [short, notHex] = [await put(lock, 'short', card('04a1')), await put(lock, 'nothex', card('no uid at all'))];

    expect(short).toMatchObject({ outcome: 'failed', error: { kind: 'bad-value' } });
    expect(notHex).toMatchObject({ outcome: 'failed', error: { kind: 'bad-value' } });
  });

  it('cards are listed as cards', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'card000008', card('04a11c52d76180'));

    const list = await harness().driver().list(lock.address, ample);

    expect(list).toMatchObject({ outcome: 'listed', entries: [{ credentials: ['card'] }] });
  });

  it.runIf(claims.news === 'push')('says whose card was used, and when no card is let in', async () => {
    const lock = await harness().freshLock();
    await put(lock, 'card000009', card('04a11c52d76180'));
    const heard = lockNews(harness().driver(), lock);

    await lock.card('04a11c52d76180');
    const [opened] = await heard(1, 'used');
    await lock.card('04a11c52d76199');
    const [, refused] = await heard(2, 'used');

    expect(opened).toMatchObject({ kind: 'used', ...whose(lock, 'card000009'), opened: true });
    expect(refused).toMatchObject({ kind: 'used', tag: null, opened: false });
  });
}
