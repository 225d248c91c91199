import { encodePn532Frame, FROM_CHIP, Pn532Decoder } from '#hardware/pn532/pn532-frame';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { EncoderError } from '#hardware/encoder-error';
import type { EncoderChip } from '#hardware/encoder-chip';
import type { EncoderTimer } from '#hardware/encoder-timer';
import { Twn4Chip } from '#hardware/twn4/twn4-chip';
import { encodeTwn4, Twn4Decoder } from '#hardware/twn4/twn4-frame';
import type { Twn4Format } from '#hardware/twn4/twn4-frame';
import { Pn532Simulator } from '#main/simulation/encoder/pn532-simulator';
import { Twn4Simulator } from '#tests/support/encoder-twn4-simulator';
import { anyway, encodeOn, newCard, openBench } from '#tests/support/encoder-bench';
import type { EncoderBench } from '#tests/support/encoder-bench';
import { idleTimer } from '#tests/support/encoder-idle-timer';
import { memoryLink } from '#tests/support/encoder-memory-link';
import type { MemoryLink } from '#tests/support/encoder-memory-link';
import { room412 } from '#tests/support/encoder-records';
import { contentOfMemory } from '#tests/support/encoder-tearing';
import { SeededRandom } from '#tests/support/seeded-random';
import { describe, expect, it } from 'vitest';

const frames = process.env['PORTAL_QUICK'] === '1' ? 10_000 : 100_000;
const types = ['ntag213', 'ultralight-ev1-48', 'classic-1k'] as const;

type Roll = (below: number) => number;
type Lie = (chunk: Uint8Array, roll: Roll) => Uint8Array;

function dice(seed: number): Roll {
  const random = new SeededRandom(seed);
  return (below) => random.integer(below);
}

/** A byte changed, lost or doubled, noise, silence, or a lie with right sums: six frames of so many. */
function mutated(chunk: Uint8Array, roll: Roll, { lie, of }: Encoder): Uint8Array {
  const place = roll(chunk.length);
  switch (roll(of)) {
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
      return lie(chunk, roll);
    default:
      return chunk;
  }
}

function few(roll: Roll, most: number, below: number): readonly number[] {
  return Array.from({ length: roll(most) }, () => roll(below));
}

interface Nonsense {
  readonly bench: EncoderBench;
  /** Frames that the encoder sent. */
  readonly sent: () => number;
  /** From here on frames are wrong, in both directions. */
  readonly begin: () => void;
}

type Simulator = Pn532Simulator | Twn4Simulator;

interface Encoder {
  readonly simulator: (send: (bytes: Uint8Array) => void) => Simulator;
  readonly chip: (link: MemoryLink, timer: EncoderTimer) => EncoderChip;
  readonly lie: Lie;
  /** Six frames of so many are wrong: a TWN4 asks for less a second time. */
  readonly of: number;
}

const pn532: Encoder = {
  simulator: (send) => new Pn532Simulator(send),
  chip: (link, timer) => new Pn532Chip(link, timer),
  lie: (chunk, roll) => encodePn532Frame(FROM_CHIP, Uint8Array.of(chunk[6] ?? 0, ...few(roll, 24, 4))),
  of: 48,
};

function twn4(format: Twn4Format): Encoder {
  return {
    simulator: (send) => new Twn4Simulator(send, format),
    chip: (link, timer) => new Twn4Chip(link, timer),
    lie: (_, roll) => encodeTwn4(Uint8Array.of(0, ...few(roll, 24, 4)), format),
    of: 192,
  };
}

async function talking(encoder: Encoder, roll: Roll): Promise<Nonsense> {
  const timer = idleTimer();
  let sent = 0;
  let isNonsense = false;
  const wire = (bytes: Uint8Array) => (isNonsense ? mutated(bytes, roll, encoder) : bytes);
  const link: MemoryLink = memoryLink((bytes) => simulator.receive(wire(bytes)));
  const simulator = encoder.simulator((bytes) => {
    sent += 1;
    link.deliver(wire(bytes));
  });
  const { field, faults } = simulator;
  const bench = await openBench({
    chip: encoder.chip(link, timer),
    link,
    timer,
    field,
    faults,
    restart: () => undefined,
  });
  return { bench, sent: () => sent, begin: () => (isNonsense = true) };
}

describe('an encoder that talks nonsense', () => {
  it.each([
    ['a PN532', pn532, frames],
    ['a TWN4', twn4({ mode: 'text', hasCrc: false }), frames / 2],
    ['a TWN4 in binary mode with CRC', twn4({ mode: 'binary', hasCrc: true }), frames / 2],
  ] as const)(
    '(%s) never crashes or hangs the driver, and no key is called issued that is not on the card',
    { timeout: 120_000 },
    async (_, encoder, enough) => {
      const roll = dice(412);
      const outcomes = new Map<string, number>();
      const wrong: number[] = [];
      let sent = 0;
      for (let job = 0; sent < enough; job += 1) {
        const talk = await talking(encoder, roll);
        const type = types[job % types.length] ?? 'ntag213';
        const card = newCard(type);
        talk.bench.field.lay(card);
        talk.begin();
        const outcome = await encodeOn(talk.bench, card, { ...room412, sequence: job + 1 }, anyway).then(
          () => 'issued',
          (error: unknown) => (error instanceof EncoderError ? error.code : `crash: ${String(error)}`),
        );
        sent += talk.sent();
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
    const chip = new Pn532Decoder();
    const binary = new Twn4Decoder({ mode: 'binary', hasCrc: true });
    const text = new Twn4Decoder({ mode: 'text', hasCrc: false });
    let pieces = 0;
    for (let frame = 0; frame < frames; frame += 1) {
      // Mostly the bytes that mean something.
      const noise = Uint8Array.from(
        { length: roll(24) },
        () => [0x00, 0xff, 0xd5, 0x01, 0x0d, roll(256)][roll(6)] ?? 0,
      );
      pieces += chip.feed(noise).length + binary.feed(noise).length + text.feed(noise).length;
    }
    chip.feed(new Uint8Array(400).fill(0x55));
    const whole = chip.feed(encodePn532Frame(FROM_CHIP, Uint8Array.of(0x15)));

    expect(pieces).toBeGreaterThan(frames / 10);
    expect(whole.at(-1)).toEqual({ is: 'frame', tfi: 0xd5, body: Uint8Array.of(0x15) });
  });
});
