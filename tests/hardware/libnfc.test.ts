import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { serialLink } from '#hardware/bindings';
import { toHex } from '#hardware/bytes';
import { layoutOf } from '#hardware/card/card-layout';
import type { CardType } from '#hardware/card/card-layout';
import { sealRecord } from '#hardware/card/keyring';
import { DeskEncoder } from '#hardware/desk-encoder';
import { realTimer } from '#hardware/encoder-timer';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { benchNow, newCard, politely } from '#tests/support/encoder-bench';
import { missingPrograms, openEncoderDesk } from '#tests/support/encoder-desk';
import { room412, testKeyring } from '#tests/support/encoder-records';
import { describe, expect, it, onTestFinished } from 'vitest';

const missing = missingPrograms('socat', 'nfc-list', 'nfc-mfultralight', 'nfc-mfclassic', 'pn53x-diagnose');
const judge = missing === null ? describe : describe.skip;
const run = promisify(execFile);

judge(`libnfc, which we did not write${missing === null ? '' : ` (${missing})`}`, () => {
  const desk = async (type: CardType) => {
    const { folder, line, terminal, close } = await openEncoderDesk();
    onTestFinished(close);
    const card = newCard(type);
    line.simulator.field.lay(card);
    // Its exit codes lie: what it prints is judged.
    const libnfc = async (program: string, ...words: readonly string[]) => {
      const env = { ...process.env, LIBNFC_DEVICE: `pn532_uart:${terminal.path}:115200` };
      return (await run(program, words, { env, timeout: 15_000 })).stdout;
    };
    return { card, libnfc, path: terminal.path, dump: path.join(folder, 'dump') };
  };

  const encode = async (path: string, card: ReturnType<typeof newCard>) => {
    const chip = new Pn532Chip(serialLink(path), realTimer);
    const encoder = new DeskEncoder({ chip, timer: realTimer, keyring: () => testKeyring, now: benchNow });
    const limits = { signal: new AbortController().signal, deadline: realTimer.now() + 10_000 };
    await encoder.open(limits);
    const found = await encoder.waitForCard(limits);
    const issued = await encoder.encode(found, room412, { ...politely, ...limits });
    await encoder.close();
    expect(issued.uid).toEqual(card.uid);
  };

  it('finds the encoder healthy', async () => {
    const { libnfc } = await desk('ntag213');

    expect((await libnfc('pn53x-diagnose')).match(/test: OK/g)).toHaveLength(3);
  });

  it('sees the card that we see', async () => {
    const { libnfc } = await desk('ntag213');

    expect(await libnfc('nfc-list', '-t', '1')).toContain('04  78  2e  21  80  1d  80');
  });

  it.each([
    ['ntag213', 'Done, 45 of 45 pages read (0 pages failed)'],
    ['ultralight-ev1-48', 'Done, 20 of 20 pages read (0 pages failed)'],
  ] as const)('reads from an encoded %s the very record that we sealed', async (type, done) => {
    const { card, libnfc, path, dump } = await desk(type);
    await encode(path, card);

    expect(await libnfc('nfc-mfultralight', 'r', dump)).toContain(done);

    expect(toHex((await readFile(dump)).subarray(16, 64))).toBe(toHex(sealRecord(room412, card.uid, testKeyring)));
    expect(toHex((await readFile(dump)).subarray(16, 64))).toBe(toHex(card.memory().subarray(16, 64)));
  });

  it('reads from an encoded MIFARE Classic the very record that we sealed', async () => {
    const { card, libnfc, path, dump } = await desk('classic-1k');
    await encode(path, card);

    expect(await libnfc('nfc-mfclassic', 'r', 'a', 'u', dump)).toContain('Done, 64 of 64 blocks read');

    const [first = 0] = layoutOf('classic-1k').slots[0] ?? [];
    expect(toHex((await readFile(dump)).subarray(first * 16, first * 16 + 48))).toBe(
      toHex(sealRecord(room412, card.uid, testKeyring)),
    );
  });
});
