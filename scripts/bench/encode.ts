import { cardTypes } from '#hardware/card/card-layout';
import type { CardType } from '#hardware/card/card-layout';
import { DeskEncoder } from '#hardware/desk-encoder';
import { realTimer } from '#hardware/encoder-timer';
import type { Limits } from '#hardware/encoder-timer';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { socketLink } from '#hardware/socket-link';
import type { EncoderLine } from '#main/simulation/encoder/encoder-line';
import { openEncoderLine } from '#main/simulation/encoder/encoder-line';
import { anyway, benchNow, newCard } from '#tests/support/encoder-bench';
import { room412, testKeyring } from '#tests/support/encoder-records';
import { tearEverything, tearingTable } from '#tests/support/encoder-tearing';
import { percentile } from '../bench-support/demo-portal.ts';

/** Ten bits a byte. */
const BYTES_PER_SECOND = 11_520;

/**
 * From a card laid on to the key verified, on the simulated PN532 as slow as a line of 115200 baud; beside it what the bytes
 * alone take. Then what a power cut leaves at every write of a re-encode.
 *
 *   npm run bench -- encode [cards of each type, 5]
 */
export async function bench([text = '5']: readonly string[]): Promise<void> {
  const rounds = Number(text);
  const line = await openEncoderLine({ listen: 0, isPaced: true });
  const encoder = new DeskEncoder({
    chip: new Pn532Chip(socketLink(line.address), realTimer),
    timer: realTimer,
    keyring: () => testKeyring,
    now: benchNow,
  });
  await encoder.open(limits());
  await warmUp(encoder, line);
  process.stdout.write('card laid on -> verified, 115200 baud   bytes at least  fastest   median  slowest  ratio\n');
  const ratios: number[] = [];
  for (const type of cardTypes) {
    ratios.push(await measure(encoder, line, { type, isBlank: true, rounds }));
    ratios.push(await measure(encoder, line, { type, isBlank: false, rounds }));
  }
  process.stdout.write(
    `our time on top of the wire: at most ${Math.max(...ratios).toFixed(2)} times what the bytes take, by the median\n\n`,
  );
  await encoder.close();
  await line.close();
  process.stdout.write(`a power cut at every write of a re-encode: what a lock reads then\n`);
  process.stdout.write(`${tearingTable(await tearEverything()).join('\n')}\n`);
}

/** A desk's first card of the day takes twice as long; it is the others that are counted. */
async function warmUp(encoder: DeskEncoder, line: EncoderLine): Promise<void> {
  for (const type of cardTypes) {
    line.simulator.field.lay(newCard(type));
    await encoder.encode(await encoder.waitForCard(limits()), room412, { ...anyway, ...limits() });
  }
}

/** @returns the median as a multiple of what the bytes take. */
async function measure(
  encoder: DeskEncoder,
  line: EncoderLine,
  { type, isBlank, rounds }: { readonly type: CardType; readonly isBlank: boolean; readonly rounds: number },
): Promise<number> {
  const took: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    line.simulator.field.lay(newCard(type));
    if (!isBlank) await encoder.encode(await encoder.waitForCard(limits()), room412, { ...anyway, ...limits() });
    const bytesBefore = line.bytes;
    const began = performance.now();
    const found = await encoder.waitForCard(limits());
    await encoder.encode(found, { ...room412, sequence: 1002, credential: 581 }, { ...anyway, ...limits() });
    took.push(performance.now() - began);
    bytes = line.bytes - bytesBefore;
  }
  const least = (bytes / BYTES_PER_SECOND) * 1_000;
  const median = percentile(took, 0.5);
  const milliseconds = [Math.min(...took), median, Math.max(...took)].map(
    (each) => `${each.toFixed(0).padStart(6)} ms`,
  );
  const name = `${type}, ${isBlank ? 'blank' : 're-encode'}`.padEnd(38);
  process.stdout.write(
    `${name}${String(bytes).padStart(7)}${least.toFixed(0).padStart(6)} ms${milliseconds.join('')}${(median / least).toFixed(2).padStart(7)}\n`,
  );
  return median / least;
}

function limits(): Limits {
  return { signal: new AbortController().signal, deadline: realTimer.now() + 20_000 };
}
