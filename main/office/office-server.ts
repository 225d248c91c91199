import type { AppRouter } from '#api/router';
import { largestMessage } from '#api/limits';
import { connectionOptions } from '#main/channel/call-context';
import type { Application } from '#main/application';
import type { Log } from '#main/ports/log';
import { contentSecurity } from '#main/shell/content-security';
import helmet from '@fastify/helmet';
import websocket from '@fastify/websocket';
import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import { fastify, type FastifyError, type FastifyInstance } from 'fastify';
import type { WebSocketServer } from 'ws';
import { refusalOf } from './gate.ts';
import { servePages } from './pages.ts';
import { limitSignIns, tooManySignIns } from './sign-in-limit.ts';

/** Finds a browser that fell asleep or lost its network within 40 s, and keeps middle boxes from cutting the line. */
const keepAlive = { enabled: true, pingMs: 30_000, pongWaitMs: 10_000 };

/** A browser that does not answer the closing within this time is cut off. */
const CLOSING_MS = 500;

export interface OfficeServerOptions {
  readonly application: Application;
  readonly log: Log;
  readonly rendererFolder: string;
  /** The names by which browsers may call (namesOf). */
  readonly names: ReadonlySet<string>;
}

/** The office shell's face: pages, `/trpc` over HTTP and WebSocket, `/health`. Not listening yet. */
export async function createOfficeServer(options: OfficeServerOptions): Promise<FastifyInstance> {
  const { application, log, names } = options;
  const server = fastify({
    bodyLimit: largestMessage,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 200 },
  });

  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status === 429) return reply.code(status).send(tooManySignIns());
    if (status >= 500) log.error({ err: error, url: request.url.split('?')[0] }, 'a request failed');
    return reply.code(status).send({ message: status >= 500 ? 'internal' : error.message });
  });

  await protect(server);
  await server.register(websocket, {
    options: { maxPayload: largestMessage },
    preClose(done) {
      closeAll(server.websocketServer);
      done();
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    const { headers, url, ws: isWebSocket } = request;
    const refusal = refusalOf({ headers, url, isWebSocket, remoteAddress: request.socket.remoteAddress }, names);
    if (refusal === null) return undefined;
    log.warn({ url: url.split('?')[0], host: headers.host, origin: headers.origin }, 'a caller was refused');
    return reply.code(403).send({ message: refusal });
  });
  await limitSignIns(server);

  server.get('/health', async (_request, reply) => {
    const health = await application.health();
    return reply
      .code(health.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
  await server.register(fastifyTRPCPlugin<AppRouter>, {
    prefix: '/trpc',
    useWSS: true,
    trpcOptions: {
      ...connectionOptions({ services: application.services, log }, (address) => address ?? 'unknown'),
      allowBatching: false,
      keepAlive,
    },
  } as unknown as FastifyTRPCPluginOptions<AppRouter>);
  await servePages(server, options.rendererFolder);
  return server;
}

async function protect(server: FastifyInstance): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...contentSecurity,
        // Some browsers do not count ws: as 'self'. The gate has checked the name in the Host header.
        'connect-src': ["'self'", (request) => `ws://${request.headers.host ?? ''}`],
      },
    },
    // Portal itself speaks plain HTTP on loopback; a TLS proxy in front of it sets its own.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()');
    if (request.url.startsWith('/trpc')) reply.header('cache-control', 'no-store');
  });
}

/** 1001: going away. tRPC's client keeps trying, so an open page comes back by itself. */
function closeAll(webSockets: WebSocketServer): void {
  for (const client of webSockets.clients) {
    client.close(1001);
    setTimeout(() => client.terminate(), CLOSING_MS);
  }
  webSockets.close();
}
