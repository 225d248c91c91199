import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** An entry running as a process of its own, as npm start would run it. */
export interface ShellProcess {
  readonly child: ChildProcess;
  /** Resolves with the first line on standard output that starts so; rejects when the process ends before. */
  line(start: string): Promise<string>;
  /** Resolves once it has ended. */
  ended: Promise<Ended>;
  /** Ends it, whatever it does. For the clean-up after a test. */
  kill(): Promise<void>;
}

export function runShell(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  nodeArgs: readonly string[] = [],
): ShellProcess {
  const child = spawn(process.execPath, [...nodeArgs, entry, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = once(child, 'close').then(([code]: unknown[]) => ({ code: code as number | null, stdout, stderr }));

  return {
    child,
    ended,
    line: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = stdout.split('\n').find((line, index, all) => line.startsWith(start) && index < all.length - 1);
          if (found !== undefined) resolve(found);
        };
        child.stdout?.on('data', look);
        look();
        void ended.then(({ code }) =>
          reject(new Error(`ended with ${code} before it said "${start}": ${stdout}${stderr}`)),
        );
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
