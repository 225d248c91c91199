import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '#api/router';
import type { FailureCode } from '#domain/failure';
import type { Refusal } from '#domain/refusal';

/** Why a call was refused, as the screen says it. `no-answer` is the screen's own: the connection was lost meanwhile. */
export interface Failure {
  readonly code: FailureCode | 'no-answer';
  /** What is wrong with a field, by its path: renderer/text/refusals.ts says it. */
  readonly fields: Readonly<Record<string, Refusal>>;
}

export function failureOf(error: unknown): Failure {
  if (!(error instanceof TRPCClientError)) return { code: 'internal', fields: {} };
  const refusal = (error as TRPCClientError<AppRouter>).data;
  if (refusal === null || refusal === undefined) return { code: 'no-answer', fields: {} };
  return { code: refusal.failure, fields: refusal.fields };
}
