import { busyFor, encodeOn, failureOf, infoOf, newCard, politely } from '#tests/support/encoder-bench';
import type { EncoderBench, MakeBench } from '#tests/support/encoder-bench';
import { room412 } from '#tests/support/encoder-records';
import { describe, expect, it } from 'vitest';

/** The fault table of docs/encoders.md: what happens on the desk, and what the key's record says afterwards. */
export function encoderFaultsContract(name: string, make: MakeBench): void {
  const withCard = async (type = 'ntag213') => {
    const bench = await make();
    const card = newCard(type);
    bench.field.lay(card);
    return { bench, card };
  };
  const isOurs = async (bench: EncoderBench, card: ReturnType<typeof newCard>) =>
    (await bench.encoder.inspect(infoOf(card), bench.limits())).is;

  describe(`${name} on a bad day`, () => {
    it('no card in time: failed, nothing written', async () => {
      const bench = await make();

      expect(await failureOf(bench.encoder.waitForCard(bench.limits(15_000)))).toEqual({
        code: 'no-card',
        outcome: 'nothing-written',
        retry: 'same-card',
        record: 'failed',
      });
      expect(bench.timer.now()).toBeGreaterThan(14_900);
      expect(bench.timer.now()).toBeLessThan(16_000);
    });

    it('two cards: said at once, still waiting', async () => {
      const bench = await make();
      bench.field.lay(newCard('ntag213'), newCard('classic-1k'));

      expect(await failureOf(bench.encoder.waitForCard(bench.limits()))).toEqual({
        code: 'two-cards',
        outcome: 'nothing-written',
        retry: 'same-card',
        record: 'waiting',
      });
    });

    it('another card than the one that was shown: nothing written', async () => {
      const bench = await make();
      bench.field.lay(newCard('classic-1k'));

      expect(await failureOf(encodeOn(bench, newCard('ntag213'), room412))).toMatchObject({
        code: 'card-changed',
        outcome: 'nothing-written',
        record: 'waiting',
      });
    });

    it('taken away while writing: unknown, and finished when it is put back', async () => {
      const { bench, card } = await withCard();
      bench.faults.removeAfter = { writes: 5, how: 'before' };

      expect(await failureOf(encodeOn(bench, card, room412))).toEqual({
        code: 'card-removed',
        outcome: 'unknown',
        retry: 'same-card',
        record: 'unknown',
      });
      bench.field.lay(card);
      expect(await isOurs(bench, card)).toBe('torn');
      await encodeOn(bench, card, room412);
      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('the first page torn to noise: foreign to a stranger, finished by the desk that knows', async () => {
      const { bench, card } = await withCard('ultralight-ev1-48');
      bench.faults.removeAfter = { writes: 0, how: 'half' };
      await failureOf(encodeOn(bench, card, room412));
      card.exchange(Uint8Array.of(0xa2, 4, 0x13, 0x37, 0, 0));
      bench.field.lay(card);

      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({ code: 'foreign' });
      await encodeOn(bench, card, room412, { ...politely, isUnfinished: true });
      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('the answer to a write lost on the air: decided by reading, issued', async () => {
      const { bench, card } = await withCard();
      bench.faults.lostWrites = 1;

      await encodeOn(bench, card, room412);

      expect(bench.field.writes).toBe(12);
    });

    it('a page that is locked: write-protected, and nothing was written', async () => {
      const { bench, card } = await withCard();
      card.exchange(Uint8Array.of(0xa2, 2, 0, 0, 0x10, 0));

      expect(await failureOf(encodeOn(bench, card, room412))).toEqual({
        code: 'write-protected',
        outcome: 'nothing-written',
        retry: 'other-card',
        record: 'failed',
      });
    });

    it('a page in the middle that is locked: write-protected, unknown', async () => {
      const { bench, card } = await withCard();
      card.exchange(Uint8Array.of(0xa2, 2, 0, 0, 0, 0x01));

      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({
        code: 'write-protected',
        outcome: 'unknown',
        record: 'unknown',
      });
    });

    it('a card that keeps something else: failed, and what is on it is not valid', async () => {
      const { bench, card } = await withCard();
      bench.faults.badBlock = 8;

      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({
        code: 'verify-mismatch',
        retry: 'other-card',
        record: 'failed',
      });
      expect(await isOurs(bench, card)).toBe('torn');
    });

    it('taken away before it was read back: unknown, and valid when it is looked at again', async () => {
      const { bench, card } = await withCard();
      bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.step === 'verifying') bench.field.lay();
      });

      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({
        code: 'card-removed',
        outcome: 'unknown',
        record: 'unknown',
      });
      bench.field.lay(card);
      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('unplugged in the middle: unknown, told once, and working again after it is back', async () => {
      const { bench, card } = await withCard();
      const job = encodeOn(bench, card, room412);
      const stop = bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.done === 4) bench.link.unplug();
      });

      expect(await failureOf(job)).toMatchObject({
        code: 'lost',
        outcome: 'unknown',
        retry: 'reconnect',
        record: 'unknown',
      });
      stop();
      expect(bench.events.filter(({ is }) => is === 'lost')).toHaveLength(1);
      expect(bench.events.at(-1)).toEqual({ is: 'state', state: 'absent' });
      expect(await failureOf(bench.encoder.open(bench.limits()))).toMatchObject({
        code: 'not-found',
        record: 'requested',
      });
      bench.link.plugIn();
      bench.restart();
      bench.field.lay(card);
      await bench.encoder.open(bench.limits());
      await encodeOn(bench, card, room412);
      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('cancelled before a write: failed; after one: unknown', async () => {
      const { bench, card } = await withCard();
      const cancelling = new AbortController();
      const order = { ...politely, ...bench.limits(), signal: cancelling.signal };
      bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.done === 2) cancelling.abort();
      });

      const during = failureOf(bench.encoder.encode(infoOf(card), room412, order));
      expect(await during).toMatchObject({ code: 'cancelled', outcome: 'unknown', record: 'unknown' });
      const after = failureOf(bench.encoder.encode(infoOf(card), room412, order));
      expect(await after).toMatchObject({ code: 'cancelled', outcome: 'nothing-written', record: 'failed' });
    });

    it('out of time in the middle of a write: unknown', async () => {
      const { bench, card } = await withCard();
      bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.done === 2) bench.faults.isSilent = true;
      });

      expect(
        await failureOf(bench.encoder.encode(infoOf(card), room412, { ...politely, ...bench.limits(150) })),
      ).toMatchObject({ code: 'deadline', outcome: 'unknown', record: 'unknown' });
    });

    it('every byte by itself: issued', async () => {
      const { bench, card } = await withCard('classic-1k');
      bench.faults.isByteByByte = true;

      await encodeOn(bench, card, room412);

      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('one answer lost on the line: asked again, issued', async () => {
      const { bench, card } = await withCard();
      bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.done === 3) bench.faults.lostAnswers = 1;
      });

      await encodeOn(bench, card, room412);

      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('a computer that is busy for a second while a card is waited for: nothing is said', async () => {
      const { bench, card } = await withCard();
      busyFor(bench, 1_100);

      expect(await bench.encoder.waitForCard(bench.limits())).toMatchObject({ uid: card.uid });
    });

    it('a computer that is busy for a second when it looks which card it is: issued', async () => {
      const { bench, card } = await withCard();
      await bench.encoder.waitForCard(bench.limits());
      busyFor(bench, 1_100);

      await encodeOn(bench, card, room412);

      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('a computer that is busy for a second, twice while writing one card: issued', async () => {
      const { bench, card } = await withCard();
      bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.step === 'writing' && [3, 8].includes(event.done)) busyFor(bench, 1_100);
      });

      await encodeOn(bench, card, room412);

      expect(await isOurs(bench, card)).toBe('ours');
    });

    it('an encoder that goes silent while writing: unknown', async () => {
      const { bench, card } = await withCard();
      bench.encoder.onEvent((event) => {
        if (event.is === 'progress' && event.done === 3) bench.faults.isSilent = true;
      });

      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({
        code: 'timeout',
        outcome: 'unknown',
        retry: 'reconnect',
        record: 'unknown',
      });
    });

    it('an encoder that goes silent while a card is waited for: said within five seconds', async () => {
      const { bench } = await withCard();
      bench.faults.isSilent = true;

      expect(await failureOf(bench.encoder.waitForCard(bench.limits()))).toMatchObject({
        code: 'timeout',
        record: 'requested',
      });
      expect(bench.timer.now()).toBeLessThan(5_000);
    });

    it('something else on the port: not an encoder, and the port is let go', async () => {
      const bench = await make();
      await bench.encoder.close();
      bench.faults.isSilent = true;

      expect(await failureOf(bench.encoder.open(bench.limits()))).toEqual({
        code: 'not-an-encoder',
        outcome: 'nothing-written',
        retry: 'reconnect',
        record: 'requested',
      });
      expect(bench.events.at(-1)).toEqual({ is: 'state', state: 'absent' });
    });
  });
}
