import { spawnSync } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openEncoderLine } from '#main/simulation/encoder/encoder-line';
import type { EncoderLine } from '#main/simulation/encoder/encoder-line';
import { openPseudoTerminal } from '#main/simulation/encoder/pseudo-terminal';
import type { PseudoTerminal } from '#main/simulation/encoder/pseudo-terminal';
import { removeFolder } from './remove-folder.ts';

/** What a machine needs for these tests; scripts/test.mjs installs them where it may. */
const encoderPackages = 'libnfc-bin libnfc-pn53x-examples libfreefare-bin socat';

/** null: run it. Else the sentence that says why not, and how. */
export function missingPrograms(...programs: readonly string[]): string | null {
  const missing = programs.filter((program) => spawnSync('which', [program]).status !== 0);
  if (missing.length === 0) return null;
  return `${missing.join(', ')} not installed: apt-get install -y --no-install-recommends ${encoderPackages}`;
}

export interface EncoderDesk {
  readonly folder: string;
  readonly line: EncoderLine;
  readonly terminal: PseudoTerminal;
  readonly close: () => Promise<void>;
}

/** A simulated encoder behind a real terminal. */
export async function openEncoderDesk(): Promise<EncoderDesk> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-encoder-'));
  const socket = path.join(folder, 'encoder.sock');
  const line = await openEncoderLine({ listen: socket });
  const terminal = await openPseudoTerminal(path.join(folder, 'pn532'), socket);
  if (terminal === null) throw new Error('socat is not installed');
  return {
    folder,
    line,
    terminal,
    async close() {
      await terminal.close();
      await line.close();
      await removeFolder(folder);
    },
  };
}
