import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { AppError } from '#domain/failure';

export interface RunningProgram {
  /** What it said when it was ready; outside data. */
  readonly ready: unknown;
  readonly process: ChildProcess;
  /** Ends it in good order. */
  readonly stop: () => Promise<void>;
  /** kill -9: what a power cut does. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts one of the simulators in a program of its own and waits for its first line, JSON, which says that it is ready.
 * It must take `--with-parent`: it ends with this process, in whatever way this one ends.
 *
 * @param program The file's path. @param what For the error: "the virtual building".
 * Throws AppError('internal') with what it wrote on standard error when it ends before it is ready.
 */
export async function startProgram(program: string, words: readonly string[], what: string): Promise<RunningProgram> {
  const child = spawn(process.execPath, [program, '--with-parent', ...words], {
    // Its standard input ends when this process does, in whatever way, and then it ends too.
    stdio: ['pipe', 'pipe', 'pipe'],
    // On the desk the running program is Electron, which with this is a plain Node; Node itself does not know it.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text));
  const ended = once(child, 'exit');
  const first = await Promise.race([once(createInterface(child.stdout), 'line'), ended.then(() => null)]);
  if (first === null) {
    throw new AppError('internal', `starting ${what}`, { cause: new Error(complaints.join('')) });
  }
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  return {
    ready: JSON.parse(String(first[0])) as unknown,
    process: child,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}
