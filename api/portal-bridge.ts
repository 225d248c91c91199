/**
 * What the desk's preload script gives the page, under `window.portalBridge`: a line for text, in both directions.
 * Everything else (calls, subscriptions) is tRPC's own WebSocket messages on that line, so the desk and the browser
 * speak the same.
 */
export interface PortalBridge {
  send(text: string): void;
  /** @returns stops listening. */
  onMessage(listener: (text: string) => void): () => void;
}

/** One step in the life of a connection (connectionName). `url` is what a WebSocket would open. */
export type BridgeFrame =
  | { readonly kind: 'open'; readonly connection: string; readonly url: string }
  | { readonly kind: 'opened'; readonly connection: string }
  | { readonly kind: 'text'; readonly connection: string; readonly text: string }
  | { readonly kind: 'close'; readonly connection: string };

/** On the line: `kind connection rest`, for example `text mb2x9_3 {"id":1,…}`. */
export function frameText(frame: BridgeFrame): string {
  const head = `${frame.kind} ${frame.connection}`;
  if (frame.kind === 'text') return `${head} ${frame.text}`;
  return frame.kind === 'open' ? `${head} ${frame.url}` : head;
}

/** The page's own name and the connection's number in it. */
export function connectionName(page: string, number: number): string {
  return `${page}_${number}`;
}

export function pageOf(connection: string): string {
  return connection.slice(0, connection.indexOf('_'));
}

const pattern = /^(open|opened|text|close) ([a-z\d]{1,20}_\d{1,9})(?: (.*))?$/s;

/** null for text that is no frame: it came from something that is not our page. */
export function frameFrom(line: string): BridgeFrame | null {
  const [, kind, connection, rest] = pattern.exec(line) ?? [];
  if (connection === undefined) return null;
  if (kind === 'opened' || kind === 'close') return rest === undefined ? { kind, connection } : null;
  if (rest === undefined) return null;
  return kind === 'open' ? { kind, connection, url: rest } : { kind: 'text', connection, text: rest };
}
