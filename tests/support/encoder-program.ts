import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const root = path.join(import.meta.dirname, '../..');
const readyLine = z.object({
  ready: z.literal(true),
  port: z.string(),
  terminal: z.string().nullable(),
  control: z.string(),
});

/** The simulated encoder as the demo runs it: a program of its own. */
export async function startEncoderProgram(...words: readonly string[]) {
  const child = spawn(process.execPath, ['main/simulation/encoder/index.ts', '--with-parent', ...words], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await once(createInterface(child.stdout), 'line');
  const { control, ...rest } = readyLine.parse(JSON.parse(String(line)));
  const ask = async (method: string, where: string, body?: unknown): Promise<unknown> => {
    const sent =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${control}${where}`, { method, ...sent });
    return { status: response.status, body: await response.json() };
  };
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { ...rest, control, ask, stop };
}

/** `npm run card -- …`. */
export async function runCard(...words: readonly string[]) {
  const child = spawn(process.execPath, ['scripts/card.ts', ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (text) => (output += String(text)));
  child.stderr.on('data', (text) => (complaints += String(text)));
  const [code] = await once(child, 'close');
  return { code: Number(code), output, complaints };
}
