import type { ByteLink } from '#hardware/byte-link';
import { EncoderError } from '#hardware/encoder-error';
import { toHex } from '#hardware/bytes';
import { describe, expect, it, onTestFinished, vi } from 'vitest';

export interface LinkHarness {
  readonly link: ByteLink;
  /** What arrived at the far end so far. */
  readonly arrived: () => string;
  readonly say: (bytes: Uint8Array) => void;
  readonly unplug: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A pseudo-terminal is another program's, which on a busy machine may not be asked for a while. */
const patience = { timeout: 10_000 };

/** What every line of bytes keeps, whatever it is made of. */
export function byteLinkContract(name: string, make: () => Promise<LinkHarness>): void {
  const open = async () => {
    const harness = await make();
    onTestFinished(async () => {
      await harness.link.close();
      await harness.close();
    });
    await harness.link.open();
    return harness;
  };

  describe(`${name}, a line of bytes`, () => {
    it('sends nothing by being opened', async () => {
      const { arrived } = await open();

      expect(arrived()).toBe('');
    });

    it('carries every byte, both ways', async () => {
      const { link, arrived, say } = await open();
      let heard = '';
      link.onBytes((bytes) => (heard += toHex(bytes)));
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);

      await link.write(all);
      say(all);

      await vi.waitFor(() => expect(arrived()).toBe(toHex(all)), patience);
      await vi.waitFor(() => expect(heard).toBe(toHex(all)), patience);
    });

    it('tells once that it was unplugged, and then takes no more bytes', async () => {
      const { link, unplug, say } = await open();
      const lost = vi.fn<() => void>();
      const heard = vi.fn<(bytes: Uint8Array) => void>();
      link.onLost(lost);
      link.onBytes(heard);
      say(Uint8Array.of(1));
      await vi.waitFor(() => expect(heard).toHaveBeenCalled(), patience);

      await unplug();

      await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1), patience);
      await expect(link.write(Uint8Array.of(1))).rejects.toThrow(EncoderError);
    });

    it('says nothing of being lost when it was closed, and may be closed twice', async () => {
      const { link } = await open();
      const lost = vi.fn<() => void>();
      link.onLost(lost);

      await link.close();
      await link.close();

      expect(lost).not.toHaveBeenCalled();
      await expect(link.write(Uint8Array.of(1))).rejects.toMatchObject({ code: 'lost' });
    });
  });
}
