import { cardTypes } from '#hardware/card/card-layout';
import type { ByteLink } from '#hardware/byte-link';
import { DeskEncoder } from '#hardware/desk-encoder';
import { realTimer } from '#hardware/encoder-timer';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { socketLink } from '#hardware/socket-link';
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
    chip: new Pn532Chip(socketLink(line.address) satisfies ByteLink, realTimer),
    timer: realTimer,
    keyring: () => testKeyring,
    now: benchNow,
  });
  const limits = () => ({ signal: new AbortController().signal, deadline: realTimer.now() + 20_000 });
  await encoder.open(limits());
  process.stdout.write('card laid on -> verified, 115200 baud     bytes  at least   median  slowest  ratio\n');
  let worst = 0;
  for (const type of cardTypes) {
    for (const what of ['blank', 're-encode'] as const) {
      const took: number[] = [];
      let bytes = 0;
      for (let round = 0; round < rounds; round += 1) {
        const card = newCard(type);
        line.simulator.field.lay(card);
        const found = await encoder.waitForCard(limits());
        if (what === 're-encode') await encoder.encode(found, room412, { ...anyway, ...limits() });
        const bytesBefore = line.bytes;
        const began = performance.now();
        const again = await encoder.waitForCard(limits());
        await encoder.encode(again, { ...room412, sequence: 1002, credential: 581 }, { ...anyway, ...limits() });
        took.push(performance.now() - began);
        bytes = line.bytes - bytesBefore;
      }
      const least = (bytes / BYTES_PER_SECOND) * 1_000;
      const median = percentile(took, 0.5);
      worst = Math.max(worst, median / least);
      process.stdout.write(
        `${`${type}, ${what}`.padEnd(40)}${String(bytes).padStart(7)}${least.toFixed(0).padStart(7)} ms${median.toFixed(0).padStart(6)} ms` +
          `${Math.max(...took)
            .toFixed(0)
            .padStart(6)} ms${(median / least).toFixed(2).padStart(7)}\n`,
      );
    }
  }
  process.stdout.write(`our time on top of the wire: at most ${worst.toFixed(2)} times what the bytes take\n\n`);
  await encoder.close();
  await line.close();
  process.stdout.write(`a power cut at every write of a re-encode: what a lock reads then\n`);
  process.stdout.write(`${tearingTable(await tearEverything()).join('\n')}\n`);
}
