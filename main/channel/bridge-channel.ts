import { frameFrom, frameText, pageOf } from '#api/portal-bridge';
import { getWSConnectionHandler } from '@trpc/server/adapters/ws';
import { BridgeConnection } from './bridge-connection.ts';
import { largestMessage } from '#api/limits';
import { connectionOptions, type Channel } from './call-context.ts';

/** A page makes one connection, and one more while it replaces it. */
const MOST_CONNECTIONS = 8;

/** One window's end of the bridge. */
export interface BridgeEnd {
  /** A line from the page. What is no frame, or too long, is dropped. */
  hear(line: string): void;
  /** The page is gone (crashed, closed): ends its connections and their subscriptions. */
  endAll(): void;
}

/** Serves the whole API over a line of text, in tRPC's own WebSocket messages. */
export function createBridgeChannel(channel: Channel): (sendLine: (line: string) => void) => BridgeEnd {
  const handle = getWSConnectionHandler(optionsFor(channel));

  return (sendLine) => {
    const connections = new Map<string, BridgeConnection>();

    function open(connection: string, url: string): void {
      endOthers(connection);
      if (connections.size >= MOST_CONNECTIONS) {
        sendLine(frameText({ kind: 'close', connection }));
        return;
      }
      const opened = new BridgeConnection({
        sendText: (text) => sendLine(frameText({ kind: 'text', connection, text })),
        tellClosed: () => sendLine(frameText({ kind: 'close', connection })),
      });
      connections.set(connection, opened);
      opened.once('close', () => connections.delete(connection));
      handle(opened as unknown as Parameters<Handler>[0], requestFor(url));
      sendLine(frameText({ kind: 'opened', connection }));
    }

    /** The page before a reload cannot say goodbye: the first connection of the next one says it. */
    function endOthers(connection: string): void {
      for (const [name, other] of connections) {
        if (name === connection || pageOf(name) !== pageOf(connection)) other.end();
      }
    }

    function hearText(connection: string, text: string): void {
      const opened = connections.get(connection);
      if (opened === undefined) sendLine(frameText({ kind: 'close', connection }));
      else opened.hear(text);
    }

    return {
      hear: (line) => {
        const frame = frameFrom(line);
        if (frame !== null && line.length > largestMessage) {
          // As the office's socket does: whoever asked is told that it was not answered.
          connections.get(frame.connection)?.end();
          sendLine(frameText({ kind: 'close', connection: frame.connection }));
          return;
        }
        if (frame?.kind === 'open') open(frame.connection, frame.url);
        if (frame?.kind === 'text') hearText(frame.connection, frame.text);
        if (frame?.kind === 'close') connections.get(frame.connection)?.end();
      },
      endAll: () => {
        for (const connection of connections.values()) connection.end();
      },
    };
  };
}

type HandlerOptions = Parameters<typeof getWSConnectionHandler>[0];
type Handler = ReturnType<typeof getWSConnectionHandler>;

/** tRPC's type also asks for a `wss`, which only its own server reads. */
function optionsFor(channel: Channel): HandlerOptions {
  return connectionOptions(channel, () => 'desk') as unknown as HandlerOptions;
}

/** tRPC reads the address, for `connectionParams=1`, and nothing else of the request. */
function requestFor(url: string): Parameters<Handler>[1] {
  const { pathname, search } = URL.parse(url) ?? { pathname: '/', search: '' };
  return { url: pathname + search, headers: { host: 'desk' }, socket: {} } as unknown as Parameters<Handler>[1];
}
