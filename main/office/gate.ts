import type { IncomingHttpHeaders } from 'node:http';

export interface Caller {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly isWebSocket: boolean;
  readonly remoteAddress: string | undefined;
}

/**
 * Refuses callers that a browser was talked into being:
 * - a Host that is not this PC's name: a foreign page whose name was pointed at 127.0.0.1 (DNS rebinding);
 * - on `/trpc`, an Origin that is not the called address itself: a foreign page on the same computer.
 * A program that is no browser sends no Origin. It may call over HTTP, where its token is all that counts, and open a
 * WebSocket from this computer.
 * @returns why not, or null to let it in.
 */
export function refusalOf(caller: Caller, names: ReadonlySet<string>): string | null {
  const host = hostOf(caller.headers.host);
  if (host === null || !names.has(host.hostname)) return 'Portal does not answer to this name.';
  if (!isCall(caller.url)) return null;
  const { origin } = caller.headers;
  if (origin !== undefined) return isSameOrigin(origin, host) ? null : 'Other sites cannot call Portal.';
  if (caller.headers['sec-fetch-site'] === 'cross-site') return 'Other sites cannot call Portal.';
  return caller.isWebSocket && !isLoopback(caller.remoteAddress) ? 'Browsers must send an Origin.' : null;
}

/** What browsers may call this PC: loopback, the address it listens on, and the names in its settings. */
export function namesOf(listening: string, configured: readonly string[]): ReadonlySet<string> {
  const own = [...configured, listening].map((name) => hostOf(name.includes(':') ? `[${name}]` : name)?.hostname);
  return new Set(['127.0.0.1', 'localhost', '[::1]', ...own.filter((name) => name !== undefined)]);
}

function isCall(url: string): boolean {
  return /^\/trpc([/?]|$)/.test(url);
}

function hostOf(header: string | undefined): URL | null {
  // A Host header has no path, account or query; URL would accept and hide them.
  return header === undefined || /[/@?#\\\s]/.test(header) ? null : URL.parse(`http://${header}`);
}

function isSameOrigin(origin: string, host: URL): boolean {
  const from = URL.parse(origin);
  return from !== null && ['http:', 'https:'].includes(from.protocol) && from.host === host.host;
}

/** An address of this computer alone. */
export function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
}
