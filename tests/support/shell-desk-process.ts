import type { Question } from './electron-stand-in/control.ts';
import { join } from 'node:path';
import { runShell, type ShellProcess } from './shell-process.ts';

const register = join(import.meta.dirname, 'electron-stand-in/register.ts');

/** The desk shell on the stand-in for Electron, and a way to ask what goes on inside. */
export interface DeskProcess extends ShellProcess {
  ask(question: Question): Promise<unknown>;
}

export function runDeskProcess(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): DeskProcess {
  const shell = runShell(entry, args, environment, ['--import', register]);
  let asked = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (problem: Error) => void }>();
  shell.child.on('message', ({ id, value, problem }: { id: number; value?: unknown; problem?: string }) => {
    if (problem === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(problem));
    waiting.delete(id);
  });
  return {
    ...shell,
    ask: (question) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        void shell.ended.then(() => reject(new Error(`the desk ended before it answered ${question.ask}`)));
        shell.child.send({ id: asked, question });
      }),
  };
}
