import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A server on one port, and its open connections. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  dropConnections(): void;
  stop(): Promise<void>;
}

export interface ServerPlan {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly onRequest: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** @returns false to cut a new connection at once. */
  readonly accepts: () => boolean;
}

export async function startServer({ host, port, onRequest, accepts }: ServerPlan): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    onRequest(request, response).catch(() => {
      // A request that broke off has nobody left to answer; a fault of ours is a 500 like any server's.
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on('connection', (socket) => {
    if (!accepts()) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await listening(server, host, port);
  const dropConnections = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}`,
    dropConnections,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        dropConnections();
      }),
  };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Nothing that Mews or the panel is asked is nearly as long. */
const LONGEST_BODY = 1_000_000;

/** @returns the JSON that was posted (nothing posted counts as `{}`); undefined when it is none or too long. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_BODY) return undefined;
    parts.push(part);
  }
  const text = Buffer.concat(parts).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    // The caller says what it thinks of a body that is no JSON.
    return undefined;
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
