import { useSyncExternalStore } from 'react';
import { failureOf } from './failure.ts';

/** The question for the password that is open; whoever asks meanwhile waits for the same answer. */
let asking: PromiseWithResolvers<boolean> | null = null;
const listeners = new Set<() => void>();

/** Makes the call; where the desk wants the password first, has it entered in a dialog and makes the call again. */
export async function withPassword<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    if (failureOf(error).code !== 'confirm-password' || !(await ask())) throw error;
    return call();
  }
}

/** @param entered false: the dialog was closed. */
export function answerPasswordQuestion(entered: boolean): void {
  asking?.resolve(entered);
  asking = null;
  tell();
}

/** Whether the password is to be asked for now. */
export function usePasswordQuestion(): boolean {
  return useSyncExternalStore(onQuestion, () => asking !== null);
}

function ask(): Promise<boolean> {
  asking ??= Promise.withResolvers<boolean>();
  tell();
  return asking.promise;
}

function tell(): void {
  for (const listener of listeners) listener();
}

function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
