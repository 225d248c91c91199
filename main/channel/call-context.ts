import { appRouter } from '#api/router';
import type { CallContext } from '#api/procedures';
import type { Services } from '#api/services';
import type { Log } from '#main/ports/log';
import { z } from 'zod';

/** A screen asks for a handful of things at once, never for this many. */
const LARGEST_BATCH = 50;

const connectionParams = z.object({ token: z.string().min(1).max(256) });

export interface Channel {
  readonly services: Services;
  readonly log: Log;
}

/** What every connection serves, whichever shell it came through; `from` names the asking PC. */
export function connectionOptions({ services, log }: Channel, from: (address: string | undefined) => string) {
  return {
    router: appRouter,
    maxBatchSize: LARGEST_BATCH,
    createContext: ({ req, info }: ConnectionRequest): CallContext => ({
      services,
      token: connectionParams.safeParse(info.connectionParams).data?.token ?? bearerToken(req.headers.authorization),
      from: from(req.socket.remoteAddress),
    }),
    onError: reportTo(log),
  };
}

/** For programs that call over HTTP. A page never sends it by itself, as it would a cookie. */
function bearerToken(header: string | undefined): string | null {
  return /^Bearer (\S{1,256})$/.exec(header ?? '')?.[1] ?? null;
}

/** The technical log hears of what was not foreseen; refusals and wrong input are the caller's to read. */
function reportTo(log: Log) {
  return ({
    error,
    path,
    type,
  }: {
    readonly error: Error & { code: string };
    readonly path: string | undefined;
    readonly type: string;
  }) => {
    const facts = { path, type, err: error };
    if (error.code === 'INTERNAL_SERVER_ERROR' && !hasFailureCode(error.cause)) log.error(facts, 'a call failed');
    else log.debug(facts, 'a call was refused');
  };
}

/** An AppError that a service threw on purpose reaches tRPC as an internal error with that cause. */
function hasFailureCode(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AppError' && 'code' in cause && cause.code !== 'internal';
}

interface ConnectionRequest {
  readonly req: {
    readonly headers: { readonly authorization?: string | undefined };
    readonly socket: { readonly remoteAddress?: string | undefined };
  };
  readonly info: { readonly connectionParams: unknown };
}
