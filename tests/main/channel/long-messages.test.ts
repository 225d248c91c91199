import { largestList } from '#api/limits';
import type { AppRouter } from '#api/router';
import { namesOf } from '#main/office/gate';
import { createOfficeServer } from '#main/office/office-server';
import { createLog } from '#main/ports/pino-log';
import { removeFolder } from '#tests/support/remove-folder';
import { shellApplication } from '#tests/support/shell-application';
import { createTRPCClient, createWSClient, httpLink, wsLink, type TRPCLink } from '@trpc/client';
import type { FastifyInstance } from 'fastify';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';

let server: FastifyInstance;
let address: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-pages-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Portal</title>');
  const log = createLog({ level: 'silent' });
  const application = shellApplication();
  server = await createOfficeServer({ application, log, rendererFolder: folder, names: namesOf('127.0.0.1', []) });
  address = await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  await server.close();
  await removeFolder(folder);
});

const overHttp = () => httpLink<AppRouter>({ url: `${address}/trpc` });
const overWebSocket = () =>
  wsLink<AppRouter>({
    client: createWSClient({
      url: `${address.replace('http', 'ws')}/trpc`,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    }),
  });

/** As many bytes as the longest list of keycards may have. */
const long = 'é'.repeat(largestList * 1.5);

it.each<[string, () => TRPCLink<AppRouter>]>([
  ['HTTP', overHttp],
  ['a WebSocket', overWebSocket],
])('P: over %s what is as long as the longest list is heard and answered', async (_channel, link) => {
  const portal = createTRPCClient<AppRouter>({ links: [link()] });

  const said = portal.sessions.signIn.mutate({ name: long, password: '482913' });

  await expect(said).rejects.toMatchObject({ data: { failure: 'invalid-input' } });
});
