import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

const LONGEST_WAIT = 5_000;

export interface PseudoTerminal {
  readonly path: string;
  close(): Promise<void>;
}

/**
 * A terminal in front of a socket, made by socat: for programs that know serial ports only.
 * @param path Where the link to it is made. @param socket The UNIX socket's path.
 * @returns null where socat is not installed.
 */
export async function openPseudoTerminal(path: string, socket: string): Promise<PseudoTerminal | null> {
  const child = spawn('socat', [`PTY,rawer,link=${path}`, `UNIX-CONNECT:${socket}`], { stdio: 'ignore' });
  const ended = once(child, 'close').catch(() => null);
  const isMissing = await Promise.race([
    once(child, 'spawn').then(() => false),
    once(child, 'error').then(() => true),
  ]).catch(() => true);
  if (isMissing) return null;
  for (let waited = 0; waited < LONGEST_WAIT && !(await isThere(path)); waited += 20) await setTimeout(20);
  return {
    path,
    async close() {
      child.kill();
      await ended;
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
