import { cardPortContract } from '#tests/contracts/card-port';
import { encoderContract } from '#tests/contracts/encoder';
import { encoderFaultsContract } from '#tests/contracts/encoder-faults';
import { encodeOn, failureOf, newCard, pn532Bench } from '#tests/support/encoder-bench';
import { room412 } from '#tests/support/encoder-records';
import { describe, expect, it } from 'vitest';

cardPortContract('a PN532', pn532Bench);
encoderContract('a PN532', pn532Bench);
encoderFaultsContract('a PN532', pn532Bench);

describe('a PN532 on a bad line', () => {
  const withCard = async () => {
    const bench = await pn532Bench();
    const card = newCard('ntag213');
    bench.field.lay(card);
    return { bench, card };
  };

  it('an ACK that is lost costs nothing', async () => {
    const { bench, card } = await withCard();
    bench.faults.lostAcks = 5;

    await encodeOn(bench, card, room412);

    expect(bench.timer.now()).toBe(0);
  });

  it('noise before every ACK is passed over', async () => {
    const { bench, card } = await withCard();
    bench.faults.garbage = Uint8Array.of(0x41, 0x00, 0xff, 0x13, 0x37, 0x00);

    expect((await encodeOn(bench, card, room412)).slot).toBe(0);
  });

  it('three damaged answers are asked for again with NACK', async () => {
    const { bench, card } = await withCard();
    bench.faults.wrongChecksums = 3;

    await encodeOn(bench, card, room412);

    expect(bench.field.writes).toBe(12);
  });

  it('an answer that stays damaged ends the job', async () => {
    const { bench, card } = await withCard();
    bench.faults.wrongChecksums = 1_000_000;

    expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({
      code: 'frame-error',
      outcome: 'nothing-written',
    });
  });

  it('a chip that hangs once is woken without a word', async () => {
    const { bench, card } = await withCard();
    bench.encoder.onEvent((event) => {
      if (event.is === 'progress' && event.done === 1) bench.faults.hangs = 1;
    });

    await encodeOn(bench, card, room412);

    expect(bench.timer.now()).toBeGreaterThanOrEqual(1_000);
  });

  it('a chip that is too warm says so', async () => {
    const { bench, card } = await withCard();
    bench.faults.status = 0x0d;

    expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({
      code: 'device-fault',
      record: 'requested',
    });
  });
});
