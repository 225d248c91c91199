import { plus, type InstantText } from '#domain/time/time';
import { createPace, pauseAfter, retryMoment } from '#main/pms/pace';
import type { PmsAnswer } from '#main/pms/pms-connector';
import type { PmsPorts } from '#main/pms/pms-system';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { mewsConfiguration, mewsFailure } from './mews-shapes.ts';

/** `client` is how Mews wants to see the program named: `Portal 0.1.0`. */
export interface MewsAccess extends PmsPorts {
  /** Platform address, scheme and host: `https://api.mews.com`. */
  readonly address: string;
  readonly clientToken: string;
  readonly accessToken: string;
}

/** Mews allows 200 requests per access token in a sliding 30 s (guidelines, request limits); the rest is for others. */
export const REQUEST_LIMIT = { most: 180, inSeconds: 30 } as const;

/** too-heavy: Mews gave up on the question (408); it wants to be asked for less. */
export type MewsAnswer<Value> = PmsAnswer<Value> | { readonly outcome: 'too-heavy' };

/** For a question that cannot be made smaller. */
export function tooSlow<Value>(answer: MewsAnswer<Value>): PmsAnswer<Value> {
  return answer.outcome === 'too-heavy' ? unreachable('Mews is too slow to answer (408)') : answer;
}

export interface MewsClient {
  /** One question, repeated only while Mews says 429. @param path Under `/api/connector/v1/`. */
  ask<Value>(
    path: string,
    body: Readonly<Record<string, unknown>>,
    schema: z.ZodType<Value>,
    signal: AbortSignal,
  ): Promise<MewsAnswer<Value>>;
}

/** Mews itself gives up on heavy questions after tens of seconds, with 408; beyond this nothing will come. */
export const REQUEST_TIME_OUT = Temporal.Duration.from({ seconds: 60 });

/** A 429 that asks for a longer wait goes back to the caller, who knows when it is worth asking again. */
const LONGEST_WAIT = Temporal.Duration.from({ minutes: 2 });

const MOST_TRIES = 5;

const THROTTLED = 'Mews is refusing requests for now (429)';

type Reply<Value> = MewsAnswer<Value> | { readonly outcome: 'throttled'; readonly retryAt: InstantText | null };

export function createMewsClient(access: MewsAccess): MewsClient {
  const { clock, random, log } = access;
  const pace = createPace(clock, REQUEST_LIMIT);
  return {
    async ask(path, body, schema, signal) {
      for (let tries = 1; ; tries += 1) {
        const held = pace.heldUntil();
        if (held !== null && held > plus(clock.now(), LONGEST_WAIT)) return unreachable(THROTTLED, held);
        await pace.turn(signal);
        if (signal.aborted) return unreachable('stopped');
        const reply = await send(access, path, body, schema, signal);
        if (reply.outcome === 'unauthorised') return permissionOrToken(access, path, reply, signal);
        if (reply.outcome !== 'throttled') return reply;
        const retryAt = reply.retryAt ?? plus(clock.now(), pauseAfter(tries, random));
        pace.holdUntil(retryAt);
        log.warn({ path, tries, retryAt }, 'Mews asks for a pause');
        if (tries === MOST_TRIES) return unreachable(THROTTLED, retryAt);
      }
    },
  };
}

/**
 * Mews answers 401 to a token that it does not know, and also where a good one may not use this operation: a token with which
 * it tells its configuration is good.
 */
async function permissionOrToken<Value>(
  access: MewsAccess,
  path: string,
  reply: Extract<MewsAnswer<Value>, { readonly outcome: 'unauthorised' }>,
  signal: AbortSignal,
): Promise<MewsAnswer<Value>> {
  if (path === 'configuration/get') return reply;
  const configuration = await send(access, 'configuration/get', {}, mewsConfiguration, signal);
  if (configuration.outcome !== 'answered') return reply;
  const { message } = reply;
  return { outcome: 'refused', message, withheld: { operation: path, message } };
}

async function send<Value>(
  access: MewsAccess,
  path: string,
  body: Readonly<Record<string, unknown>>,
  schema: z.ZodType<Value>,
  signal: AbortSignal,
): Promise<Reply<Value>> {
  const { clock, log } = access;
  const answered = new AbortController();
  const expired = new AbortController();
  void clock.wait(REQUEST_TIME_OUT, answered.signal).then(() => {
    if (!answered.signal.aborted) expired.abort();
  });
  try {
    const response = await access.fetch(`${access.address.replace(/\/+$/, '')}/api/connector/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        ClientToken: access.clientToken,
        AccessToken: access.accessToken,
        Client: access.client,
        ...body,
      }),
      // The body carries the tokens: they go to no address that staff did not enter.
      redirect: 'manual',
      signal: AbortSignal.any([signal, expired.signal]),
    });
    return read(response, await response.text(), { path, schema, clock, log });
  } catch (error) {
    const cause = causeOf(error, signal, expired.signal);
    log.warn({ path, cause }, 'Mews could not be reached');
    return unreachable(cause);
  } finally {
    answered.abort();
  }
}

interface Reading<Value> {
  readonly path: string;
  readonly schema: z.ZodType<Value>;
  readonly clock: Clock;
  readonly log: Log;
}

function read<Value>(response: Response, text: string, { path, schema, clock, log }: Reading<Value>): Reply<Value> {
  const { status, headers } = response;
  const json = parseJson(text);
  const failure = mewsFailure.safeParse(json);
  const requestId = headers.get('request-id') ?? failure.data?.RequestId ?? null;
  if (status === 200) {
    const parsed = schema.safeParse(json);
    if (parsed.success) {
      log.debug({ path, requestId }, 'Mews answered');
      return { outcome: 'answered', value: parsed.data };
    }
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).slice(0, 5);
    log.error({ path, requestId, fields }, "Mews' answer cannot be read");
    return unreachable(`Mews' answer to ${path} cannot be read`);
  }
  log.warn({ path, status, requestId }, 'Mews did not answer the question');
  const message = failure.data?.Message ?? `Mews answered ${status} without a reason`;
  if (status === 403) return { outcome: 'refused', message, withheld: { operation: path, message } };
  if (status === 401) return { outcome: 'unauthorised', message };
  if (status === 408) return { outcome: 'too-heavy' };
  if (status === 429) {
    const retryAt = retryMoment(headers.get('retry-after'), headers.get('date'), clock.now());
    return { outcome: 'throttled', retryAt };
  }
  if (status >= 400 && status < 500) return { outcome: 'refused', message };
  return unreachable(`Mews answered ${status}`);
}

function unreachable(
  cause: string,
  retryAt: InstantText | null = null,
): { readonly outcome: 'unreachable'; readonly cause: string; readonly retryAt: InstantText | null } {
  return { outcome: 'unreachable', cause, retryAt };
}

/** ECONNREFUSED and its kind; never the message, which may quote the request. */
function causeOf(error: unknown, stopped: AbortSignal, expired: AbortSignal): string {
  if (stopped.aborted) return 'stopped';
  if (expired.aborted) return 'no answer in time';
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code: unknown = inner instanceof Error && 'code' in inner ? inner.code : undefined;
  return typeof code === 'string' ? code : 'no connection';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON is one of the answers that cannot be read: the schema says so.
    return undefined;
  }
}
