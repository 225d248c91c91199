import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#api/router';
import type { FailureCode } from '#domain/failure';
import { shared, useShared } from './shared.ts';
import type { Refusal } from '#domain/refusal';
import { TooLong } from './too-long.ts';

/** The screen's own: the connection was lost meanwhile, or the call was never sent. */
export type ScreenFailure = 'no-answer' | 'too-long';

/** Why a call was refused, as the screen says it. */
export interface Failure {
  readonly code: FailureCode | ScreenFailure;
  /** What the sentence names. */
  readonly facts?: Readonly<Record<string, string>>;
  /** What is wrong with a field, by its path: renderer/text/refusals.ts says it. */
  readonly fields: Readonly<Record<string, Refusal>>;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { code: 'internal', fields: {} };
  if (error.cause instanceof TooLong) return { code: 'too-long', fields: {} };
  const refusal = (error as TRPCClientError<AppRouter>).data;
  if (refusal === null || refusal === undefined) return { code: 'no-answer', fields: {} };
  return { code: refusal.failure, facts: refusal.facts, fields: refusal.fields };
}

/** The question for the password that is open; whoever asks meanwhile waits for the same answer. */
const asking = shared<PromiseWithResolvers<boolean> | null>(null);

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
  asking.get()?.resolve(entered);
  asking.set(null);
}

/** Whether the password is to be asked for now. */
export function usePasswordQuestion(): boolean {
  return useShared(asking) !== null;
}

function ask(): Promise<boolean> {
  const open = asking.get() ?? Promise.withResolvers<boolean>();
  asking.set(open);
  return open.promise;
}
