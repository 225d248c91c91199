import { newCard } from '#tests/support/encoder-bench';
import type { MakeBench } from '#tests/support/encoder-bench';
import { otherCard } from '#main/simulation/encoder/other-card';
import { describe, expect, it } from 'vitest';

const transportKey = new Uint8Array(6).fill(0xff);

/** What the card layer may rely on, whatever the chip. */
export function cardPortContract(name: string, make: MakeBench): void {
  const withCard = async (type: string) => {
    const bench = await make();
    const card = newCard(type);
    bench.field.lay(card);
    return { ...bench, card };
  };

  describe(`${name} as a card port`, () => {
    it('lists none, one with its numbers, and two', async () => {
      const { chip, field, limits } = await make();
      expect(await chip.list(limits())).toEqual([]);

      field.lay(newCard('ntag213'));
      expect(await chip.list(limits())).toEqual([
        { uid: Uint8Array.of(0x04, 0x78, 0x2e, 0x21, 0x80, 0x1d, 0x80), atqa: 0x0044, sak: 0x00 },
      ]);

      field.lay(otherCard(Uint8Array.of(8, 1, 2, 3)), newCard('classic-1k'));
      expect((await chip.list(limits())).map(({ uid }) => uid.length)).toEqual([4, 4]);
    });

    it('reads four pages and writes one of a Type 2 card', async () => {
      const { chip, limits, card } = await withCard('ntag213');
      await chip.list(limits());

      expect(await chip.write(6, Uint8Array.of(1, 2, 3, 4), limits())).toMatchObject({ outcome: 'done' });
      expect(await chip.read(5, limits())).toEqual({ outcome: 'done', bytes: card.memory().slice(20, 36) });
    });

    it('asks a Type 2 card for its version, eight bytes', async () => {
      const { chip, limits } = await withCard('ultralight-ev1-48');
      await chip.list(limits());

      expect(await chip.version(limits())).toEqual({
        outcome: 'done',
        bytes: Uint8Array.of(0, 4, 3, 1, 1, 0, 0x0b, 3),
      });
    });

    it('opens a Classic sector with its key, and only that sector', async () => {
      const { chip, limits } = await withCard('classic-1k');
      await chip.list(limits());

      expect(await chip.auth(4, transportKey, limits())).toMatchObject({ outcome: 'done' });
      expect(await chip.write(5, new Uint8Array(16).fill(7), limits())).toMatchObject({ outcome: 'done' });
      expect(await chip.read(5, limits())).toEqual({ outcome: 'done', bytes: new Uint8Array(16).fill(7) });
      expect(await chip.read(8, limits())).toMatchObject({ outcome: 'silent' });
    });

    it('is refused with a wrong key, and may try again after another list', async () => {
      const { chip, limits } = await withCard('classic-1k');
      await chip.list(limits());

      expect(await chip.auth(4, new Uint8Array(6), limits())).toMatchObject({ outcome: 'refused' });
      await chip.list(limits());
      expect(await chip.auth(4, transportKey, limits())).toMatchObject({ outcome: 'done' });
    });

    it.each([
      ['a page beyond the card', 'ntag213', 200],
      ['a block of a closed sector', 'classic-1k', 4],
    ])('hears silence from %s', async (_name, type, block) => {
      const { chip, limits } = await withCard(type);
      await chip.list(limits());

      expect(await chip.read(block, limits())).toMatchObject({ outcome: 'silent' });
    });

    it('hears silence from a card that is gone, was never listed, or whose field was switched off', async () => {
      const { chip, field, limits } = await withCard('ntag213');
      expect(await chip.read(4, limits())).toMatchObject({ outcome: 'silent' });

      await chip.list(limits());
      await chip.rest(limits());
      expect(await chip.read(4, limits())).toMatchObject({ outcome: 'silent' });

      await chip.list(limits());
      field.lay();
      expect(await chip.write(4, Uint8Array.of(1, 2, 3, 4), limits())).toMatchObject({ outcome: 'silent' });
    });

    it('answers a ping, and beeps where it can', async () => {
      const { chip, limits } = await make();

      await expect(chip.ping(limits())).resolves.toBeUndefined();
      await expect(chip.signal('ok', limits())).resolves.toBeUndefined();
    });
  });
}
