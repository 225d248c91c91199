import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import type { Random } from '#main/ports/random';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { readJson, sendJson } from './http-server.ts';
import { refusal, told, type Lie } from './lies.ts';
import { operations } from './operations.ts';
import { secondsUntil, type Outages } from './outage.ts';
import type { SimulatedHotel } from './simulated-hotel.ts';
import { randomUuid } from './uuids.ts';

export interface MewsTokens {
  readonly clientToken: string;
  readonly accessToken: string;
}

/** How much Mews stands in one question before it gives up with 408. */
export interface MewsStrength {
  readonly items: number;
  readonly hours: number;
}

export interface MewsPort {
  readonly hotel: SimulatedHotel;
  readonly clock: Clock;
  readonly random: Random;
  readonly outages: Outages;
  /** Asked at each request: tokens may be withdrawn while it runs. */
  readonly tokens: () => MewsTokens;
  readonly strength: () => MewsStrength | null;
  /** What it tells otherwise than it is. */
  readonly lies: () => readonly Lie[];
  /** Called for each request that arrives, with its path. */
  readonly onRequest: (path: string) => void;
}

const PREFIX = '/api/connector/v1/';

/** Mews' limit: so many requests per access token in a sliding window. */
const MOST_REQUESTS = 200;
const WINDOW = Temporal.Duration.from({ seconds: 30 });

/** What Mews' platform address answers. */
export function mewsPort(port: MewsPort): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { clock, hotel, outages } = port;
  let served: readonly InstantText[] = [];

  return async (request, response) => {
    const path = request.url ?? '';
    port.onRequest(path);
    const requestId = randomUuid(port.random);
    const headers = { 'Request-Id': requestId, Date: httpDate(hotel.now()) };
    const refuse = (status: number, message: string, more: Readonly<Record<string, string>> = {}): void =>
      sendJson(response, status, { Message: message, RequestId: requestId }, { ...headers, ...more });

    const body = await readJson(request);
    const outage = outages.running();
    if (outage?.kind === 'down') return void response.destroy();
    if (outage?.kind === 'hang') return holdUntil(outage.until, response, clock);
    if (outage?.kind === '500') return refuse(500, 'An unexpected error occurred.');
    if (outage?.kind === '429') {
      const retryAfter = {
        seconds: { 'Retry-After': String(secondsUntil(outage.until, clock.now())) },
        date: { 'Retry-After': httpDate(outage.until) },
        none: {},
      };
      return refuse(429, 'Too many requests.', retryAfter[outage.retryAfter]);
    }

    const operation = path.startsWith(PREFIX) ? operations.get(path.slice(PREFIX.length)) : undefined;
    if (request.method !== 'POST' || operation === undefined) return refuse(404, 'Not found.');
    if (typeof body !== 'object' || body === null) return refuse(400, 'Invalid JSON.');
    if (outage?.kind === '401' || !knows(port.tokens(), body))
      return refuse(401, 'Invalid ClientToken or AccessToken.');

    const withheld = refusal(port.lies(), path.slice(PREFIX.length));
    if (withheld === 'hang') return;
    if (withheld !== null) return refuse(withheld, 'Insufficient access: the integration lacks a permission.');

    const since = plus(clock.now(), WINDOW.negated());
    served = served.filter((moment) => moment > since);
    const [oldest] = served;
    if (oldest !== undefined && served.length >= MOST_REQUESTS) {
      const seconds = String(secondsUntil(plus(oldest, WINDOW), clock.now()));
      return refuse(429, 'Too many requests.', { 'Retry-After': seconds });
    }
    served = [...served, clock.now()];

    const answer = operation(hotel, body);
    if (answer.outcome === 'bad-request') return refuse(400, answer.why);
    if (tooHeavy(port.strength(), body)) return refuse(408, 'The request took too long. Ask for less data.');
    sendJson(response, 200, told(port.lies(), answer.body), headers);
  };
}

/** Says nothing, and cuts the connection at `moment`, unless whoever asked has given up before. */
function holdUntil(moment: InstantText, response: ServerResponse, clock: Clock): void {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  void clock.until(moment, gone.signal).then(() => response.destroy());
}

/** A token that is missing is left to the operation, which answers 400. */
function knows(tokens: MewsTokens, body: object): boolean {
  const { ClientToken: client, AccessToken: access } = body as Readonly<Record<string, unknown>>;
  return (client ?? tokens.clientToken) === tokens.clientToken && (access ?? tokens.accessToken) === tokens.accessToken;
}

function tooHeavy(strength: MewsStrength | null, body: object): boolean {
  if (strength === null) return false;
  const { Limitation: limitation, ...rest } = body as Readonly<Record<string, unknown>>;
  const count = (limitation as { readonly Count?: number } | undefined)?.Count ?? 0;
  return count > strength.items || Object.values(rest).some((value) => hoursOf(value) > strength.hours);
}

/** The length of an interval; 0 for everything else. */
function hoursOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('StartUtc' in value) || !('EndUtc' in value)) return 0;
  const [start, end] = [String(value.StartUtc), String(value.EndUtc)].map((text) => Temporal.Instant.from(text));
  return start === undefined || end === undefined ? 0 : start.until(end).total('hours');
}

function httpDate(moment: InstantText): string {
  return new Date(moment).toUTCString();
}
