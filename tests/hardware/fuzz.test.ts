import { encodePn532Frame, FROM_CHIP, Pn532Decoder } from '#hardware/pn532/pn532-frame';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { EncoderError } from '#hardware/encoder-error';
import { Twn4Decoder } from '#hardware/twn4/twn4-frame';
import { Pn532Simulator } from '#main/simulation/encoder/pn532-simulator';
import { anyway, encodeOn, newCard, openBench } from '#tests/support/encoder-bench';
import { idleTimer } from '#tests/support/encoder-idle-timer';
import { memoryLink } from '#tests/support/encoder-memory-link';
import type { MemoryLink } from '#tests/support/encoder-memory-link';
import { room412 } from '#tests/support/encoder-records';
import { contentOfMemory } from '#tests/support/encoder-tearing';
import { SeededRandom } from '#tests/support/seeded-random';
import { describe, expect, it } from 'vitest';

const frames = process.env['PORTAL_QUICK'] === '1' ? 10_000 : 100_000;
const types = ['ntag213', 'ultralight-ev1-48', 'classic-1k'] as const;

function dice(seed: number): (below: number) => number {
  const random = new SeededRandom(seed);
  return (below) => random.integer(below);
}

/** A byte changed, lost or doubled, noise, silence, or a lie with right sums: one answer in eight. */
function mutated(chunk: Uint8Array, roll: (below: number) => number): Uint8Array {
  const place = roll(chunk.length);
  switch (roll(48)) {
    case 0:
      return chunk.map((byte, index) => (index === place ? roll(256) : byte));
    case 1:
      return chunk.filter((_, index) => index !== place);
    case 2:
      return Uint8Array.of(...chunk.subarray(0, place), roll(256), ...chunk.subarray(place));
    case 3:
      return Uint8Array.from({ length: roll(40) }, () => roll(256));
    case 4:
      return new Uint8Array();
    case 5:
      return encodePn532Frame(
        FROM_CHIP,
        Uint8Array.from([chunk[6] ?? 0, ...Array.from({ length: roll(24) }, () => roll(4))]),
      );
    default:
      return chunk;
  }
}

describe('an encoder that talks nonsense', () => {
  it(
    'never crashes or hangs the driver, and no key is called issued that is not on the card',
    { timeout: 120_000 },
    async () => {
      const roll = dice(412);
      const outcomes = new Map<string, number>();
      const wrong: number[] = [];
      let sent = 0;
      for (let job = 0; sent < frames; job += 1) {
        const timer = idleTimer();
        let isNonsense = false;
        const link: MemoryLink = memoryLink((bytes) => simulator.receive(isNonsense ? mutated(bytes, roll) : bytes));
        const simulator = new Pn532Simulator((bytes) => {
          sent += 1;
          link.deliver(isNonsense ? mutated(bytes, roll) : bytes);
        });
        const { field, faults } = simulator;
        const chip = new Pn532Chip(link, timer);
        const bench = await openBench({ chip, link, timer, field, faults, restart: () => undefined });
        const type = types[job % types.length] ?? 'ntag213';
        const card = newCard(type);
        field.lay(card);
        isNonsense = true;
        const outcome = await encodeOn(bench, card, { ...room412, sequence: job + 1 }, anyway).then(
          () => 'issued',
          (error: unknown) => (error instanceof EncoderError ? error.code : `crash: ${String(error)}`),
        );
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const truth = contentOfMemory(card, type);
        const isTrue = truth.is === 'ours' && truth.record.sequence === job + 1;
        if (outcome === 'issued' && !isTrue) wrong.push(job);
      }

      expect(wrong).toEqual([]);
      expect(Array.from(outcomes.keys()).filter((outcome) => outcome.startsWith('crash'))).toEqual([]);
      // The noise is such that both ends are seen.
      expect(outcomes.get('issued') ?? 0).toBeGreaterThan(5);
      expect(outcomes.size).toBeGreaterThan(3);
    },
  );

  it('never crashes a decoder, and never makes it keep more than one frame', () => {
    const roll = dice(580);
    const pn532 = new Pn532Decoder();
    const twn4 = new Twn4Decoder({ mode: 'binary', hasCrc: true });
    const text = new Twn4Decoder({ mode: 'text', hasCrc: false });
    let pieces = 0;
    for (let frame = 0; frame < frames; frame += 1) {
      // Mostly the bytes that mean something.
      const noise = Uint8Array.from(
        { length: roll(24) },
        () => [0x00, 0xff, 0xd5, 0x01, 0x0d, roll(256)][roll(6)] ?? 0,
      );
      pieces += pn532.feed(noise).length + twn4.feed(noise).length + text.feed(noise).length;
    }
    pn532.feed(new Uint8Array(400).fill(0x55));
    const whole = pn532.feed(encodePn532Frame(FROM_CHIP, Uint8Array.of(0x15)));

    expect(pieces).toBeGreaterThan(frames / 10);
    expect(whole.at(-1)).toEqual({ is: 'frame', tfi: 0xd5, body: Uint8Array.of(0x15) });
  });
});
