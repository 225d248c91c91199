import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { largestMessage } from '#api/limits';
import type { AppRouter } from '#api/router';

/** What stands around a call's input in its message. */
const around = 4 * 1024;

/** Why a call was not sent. */
export class TooLong extends Error {}

/**
 * A call that no channel would take is not sent: it would be cut off together with every other call, and whoever made it would
 * hear of a lost line.
 */
export function refuseTooLong(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      sizeOf(op.input) + around > largestMessage
        ? observable((observer) => {
            observer.error(TRPCClientError.from(new TooLong(`a call of more than ${largestMessage} bytes`)));
          })
        : next(op);
}

/** In bytes, as it is sent. */
function sizeOf(input: unknown): number {
  return new TextEncoder().encode(JSON.stringify(input) ?? '').length;
}
