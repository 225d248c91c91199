import { cardTypes } from '#hardware/card/card-layout';
import { sealRecord } from '#hardware/card/keyring';
import { otherCard } from '#main/simulation/encoder/other-card';
import { ClassicCard } from '#main/simulation/encoder/classic-card';
import { encodeOn, failureOf, infoOf, newCard, politely } from '#tests/support/encoder-bench';
import type { MakeBench } from '#tests/support/encoder-bench';
import { room412, testKeyring } from '#tests/support/encoder-records';
import { describe, expect, it } from 'vitest';

const next = { ...room412, credential: 581, sequence: 1002 };

/** What the desk may rely on, whatever the encoder. */
export function encoderContract(name: string, make: MakeBench): void {
  describe(`${name} and the cards of the stock`, () => {
    it.each(cardTypes)('a blank %s becomes a key that reads back', async (type) => {
      const { encoder, field, limits, ...bench } = await make();
      const card = newCard(type);
      field.lay(card);

      const found = await encoder.waitForCard(limits());
      expect(await encoder.inspect(found, limits())).toEqual({ is: 'blank', type });
      const issued = await encodeOn({ encoder, field, limits, ...bench }, card, room412);

      expect(issued).toMatchObject({ type, slot: 0, uid: card.uid });
      expect(await encoder.inspect(found, limits())).toEqual({
        is: 'ours',
        record: room412,
        slot: 0,
        type,
        isRunning: true,
      });
    });

    it.each(cardTypes)('a valid %s of another stay is only written over after a yes', async (type) => {
      const bench = await make();
      const card = newCard(type);
      bench.field.lay(card);
      await encodeOn(bench, card, room412);
      const before = card.memory();

      expect(await failureOf(encodeOn(bench, card, next))).toEqual({
        code: 'still-valid',
        outcome: 'nothing-written',
        retry: 'same-card',
        record: 'waiting',
      });
      expect(card.memory()).toEqual(before);

      await encodeOn(bench, card, next, { ...politely, mayReplace: ({ credential }) => credential === 580 });
      expect(await bench.encoder.inspect(infoOf(card), bench.limits())).toMatchObject({ is: 'ours', record: next });
    });

    it.each(cardTypes)('a returned %s is wiped and blank again', async (type) => {
      const bench = await make();
      const card = newCard(type);
      bench.field.lay(card);
      await encodeOn(bench, card, room412);

      await bench.encoder.erase(infoOf(card), bench.limits());

      expect(await bench.encoder.inspect(infoOf(card), bench.limits())).toEqual({ is: 'blank', type });
    });
  });

  describe(`${name} and cards that came back`, () => {
    it('an expired card is written over without a question', async () => {
      const bench = await make();
      const card = newCard('ntag213');
      layRecord(card, sealRecord({ ...room412, to: room412.from + 1 }, card.uid, testKeyring));
      bench.field.lay(card);
      expect(await bench.encoder.inspect(infoOf(card), bench.limits())).toMatchObject({ is: 'ours', isRunning: false });

      expect(await encodeOn(bench, card, next)).toMatchObject({ slot: 1 });
    });

    it('a card of a master that was retired is known as such, and written over', async () => {
      const bench = await make();
      const card = newCard('ntag213');
      const retired = { ...testKeyring, masters: new Map([[0, new Uint8Array(16)]]) };
      layRecord(card, sealRecord({ ...room412, keySet: 0 }, card.uid, retired));
      bench.field.lay(card);
      expect(await bench.encoder.inspect(infoOf(card), bench.limits())).toMatchObject({
        is: 'torn',
        why: 'retired-key-set',
      });

      expect(await encodeOn(bench, card, next)).toMatchObject({ slot: 0 });
    });

    it('an unfinished-looking card of another property is foreign', async () => {
      const bench = await make();
      const card = newCard('ntag213');
      const other = { ...testKeyring, property: 99 };
      layRecord(card, sealRecord({ ...room412, property: 99 }, Uint8Array.of(4, 1, 2, 3, 4, 5, 6), other));
      bench.field.lay(card);

      expect(await failureOf(encodeOn(bench, card, next))).toMatchObject({ code: 'foreign' });
    });
  });

  describe(`${name} and cards that are not ours`, () => {
    it('a bank card is refused untouched', async () => {
      const bench = await make();
      const card = otherCard(Uint8Array.of(8, 1, 2, 3));
      bench.field.lay(card);

      const found = await bench.encoder.waitForCard(bench.limits());
      expect(await bench.encoder.inspect(found, bench.limits())).toEqual({ is: 'unsupported', why: '20h' });
      expect(await failureOf(encodeOn(bench, card, room412))).toEqual({
        code: 'wrong-type',
        outcome: 'nothing-written',
        retry: 'other-card',
        record: 'waiting',
      });
    });

    it.each([
      ['a Type 2 card with something in a slot', 'ntag213', Uint8Array.of(0xa2, 20, 1, 2, 3, 4)],
      ['a Type 2 card with something far behind the slots', 'ntag215', Uint8Array.of(0xa2, 129, 1, 2, 3, 4)],
      ['the smallest Ultralight', 'ultralight-ev1-48', Uint8Array.of(0xa2, 9, 1, 2, 3, 4)],
    ])('%s of another system is refused untouched', async (_name, type, write) => {
      const bench = await make();
      const card = newCard(type);
      card.exchange(write);
      bench.field.lay(card);
      const before = card.memory();

      expect(await bench.encoder.inspect(infoOf(card), bench.limits())).toMatchObject({ is: 'foreign' });
      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({ code: 'foreign', record: 'waiting' });
      expect(await failureOf(bench.encoder.erase(infoOf(card), bench.limits()))).toMatchObject({ code: 'foreign' });
      expect(card.memory()).toEqual(before);
    });

    it('a Classic with somebody’s data in sector 9 is refused', async () => {
      const bench = await make();
      const card = new ClassicCard(Uint8Array.of(1, 2, 3, 4));
      card.poke(37, new Uint8Array(16).fill(7));
      bench.field.lay(card);

      expect(await failureOf(encodeOn(bench, card, room412))).toMatchObject({ code: 'foreign' });
    });

    it('a Classic whose sector has another key is locked, and stays as it is', async () => {
      const bench = await make();
      const card = new ClassicCard(Uint8Array.of(1, 2, 3, 4));
      card.poke(7, Uint8Array.of(1, 2, 3, 4, 5, 6, 0xff, 7, 0x80, 0x69, 1, 2, 3, 4, 5, 6));
      bench.field.lay(card);

      expect(await bench.encoder.inspect(infoOf(card), bench.limits())).toEqual({ is: 'locked', type: 'classic-1k' });
      expect(await failureOf(encodeOn(bench, card, room412))).toEqual({
        code: 'locked',
        outcome: 'nothing-written',
        retry: 'other-card',
        record: 'waiting',
      });
    });

    it('a record copied from another card is not ours to trust', async () => {
      const bench = await make();
      const original = newCard('ntag213');
      bench.field.lay(original);
      await encodeOn(bench, original, room412);
      const pages = original.memory().subarray(16, 64);
      const copy = newCard('ultralight-ev1-48');
      copy.uid.set([9], 6);
      layRecord(copy, pages);
      bench.field.lay(copy);

      expect(await bench.encoder.inspect(infoOf(copy), bench.limits())).toMatchObject({
        is: 'torn',
        why: 'unfinished',
      });
    });
  });

  describe(`${name} and the clerk’s orders`, () => {
    it.each([
      ['a departure in the past', { to: room412.from + 1 }, 'refused'],
      ['a key set without a master', { keySet: 9 }, 'refused'],
      ['another property', { property: 1 }, 'refused'],
      ['no door', { doors: [] }, 'refused'],
    ])('%s is refused before anything is written', async (_name, change, code) => {
      const bench = await make();
      const card = newCard('ntag213');
      bench.field.lay(card);

      expect(await failureOf(encodeOn(bench, card, { ...room412, ...change }))).toEqual({
        code,
        outcome: 'nothing-written',
        retry: 'no',
        record: 'requested',
      });
    });

    it('two jobs at once wait for each other', async () => {
      const bench = await make();
      const card = newCard('ntag213');
      bench.field.lay(card);

      const [first, second] = await Promise.all([
        encodeOn(bench, card, room412),
        encodeOn(bench, card, next, { ...politely, mayReplace: () => true }),
      ]);

      expect([first.slot, second.slot]).toEqual([0, 1]);
    });

    it('a card is away as soon as another one lies in its place', async () => {
      const bench = await make();
      const [first, next] = [newCard('ntag213'), newCard('classic-1k')];
      bench.field.lay(first, next);
      const gone = bench.encoder.waitForRemoval(first.uid, bench.limits());
      bench.field.lay(next);

      await expect(gone).resolves.toBeUndefined();
    });

    it('the clerk sees each step, and the card being taken away', async () => {
      const bench = await make();
      const card = newCard('classic-1k');
      bench.field.lay(card);
      await encodeOn(bench, card, room412);

      bench.field.lay();
      await bench.encoder.waitForRemoval(card.uid, bench.limits());

      const steps = bench.events.flatMap((event) =>
        event.is === 'progress' ? [`${event.step} ${event.done} of ${event.of}`] : [],
      );
      expect(steps).toEqual([
        'writing 1 of 3',
        'writing 2 of 3',
        'writing 3 of 3',
        'verifying 0 of 1',
        'verifying 1 of 1',
      ]);
      expect(bench.events).toContainEqual({ is: 'card-removed' });
    });

    it('a cancelled wait ends at once', async () => {
      const bench = await make();
      const cancelling = new AbortController();
      const waiting = bench.encoder.waitForCard({ ...bench.limits(15_000), signal: cancelling.signal });
      cancelling.abort();

      expect(await failureOf(waiting)).toMatchObject({ code: 'cancelled', record: 'failed' });
      expect(bench.timer.now()).toBeLessThan(1_000);
    });
  });
}

/** As another desk wrote it, into the first slot of a Type 2 card. */
function layRecord(card: ReturnType<typeof newCard>, record: Uint8Array): void {
  for (let page = 0; page < 12; page += 1) {
    card.exchange(Uint8Array.of(0xa2, page + 4, ...record.subarray(page * 4, page * 4 + 4)));
  }
}
