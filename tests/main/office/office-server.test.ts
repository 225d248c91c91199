import { largestMessage } from '#api/limits';
import { createOfficeServer } from '#main/office/office-server';
import { namesOf } from '#main/office/gate';
import { createLog } from '#main/ports/pino-log';
import type { AppRouter } from '#api/router';
import { goodToken, shellApplication, type ShellApplication } from '#tests/support/shell-application';
import { createTRPCClient, createWSClient, httpLink, wsLink } from '@trpc/client';
import type { FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let application: ShellApplication;
let server: FastifyInstance;
let address: string;
let folder: string;
let cleanUp: (() => Promise<void> | void)[];

beforeEach(async () => {
  cleanUp = [];
  folder = await mkdtemp(join(tmpdir(), 'portal-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Portal</title>');
  await writeFile(join(folder, 'assets', 'screen-abc.js'), 'export {};');
  application = shellApplication();
  await listen(folder);
});
afterEach(async () => {
  for (const act of cleanUp.toReversed()) await act();
  await rm(folder, { recursive: true });
});

async function listen(rendererFolder: string): Promise<void> {
  const log = createLog({ level: 'silent' });
  const started = await createOfficeServer({ application, log, rendererFolder, names: namesOf('127.0.0.1', []) });
  server = started;
  address = await server.listen({ host: '127.0.0.1', port: 0 });
  cleanUp.push(() => started.close());
}

function overHttp(token?: string) {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${address}/trpc`, headers })] });
}

function overWebSocket(token?: string) {
  const client = createWSClient({
    url: `${address.replace('http', 'ws')}/trpc`,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    connectionParams: token === undefined ? null : { token },
    retryDelayMs: () => 10,
  });
  cleanUp.push(() => client.close());
  return createTRPCClient<AppRouter>({ links: [wsLink({ client })] });
}

/** How the server answers a WebSocket's handshake: 101, or the status of its refusal. */
function handshake(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  return new Promise((resolve, reject) => {
    const asking = request(`${address}/trpc`, { headers: { ...upgrade, ...headers } });
    asking.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asking.on('upgrade', (answer, socket) => {
      socket.destroy();
      resolve(answer.statusCode);
    });
    asking.on('error', reject);
    asking.end();
  });
}

describe('the pages', () => {
  it('come with a policy that lets no foreign script, frame or connection in', async () => {
    const answer = await fetch(address);

    expect(await answer.text()).toContain('<title>Portal</title>');
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;font-src 'self';" +
        `connect-src 'self' ${address.replace('http', 'ws')};manifest-src 'self';base-uri 'none';form-action 'none';` +
        "frame-ancestors 'none';object-src 'none'",
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('permissions-policy')).toContain('camera=()');
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('are asked for anew, and their named assets kept', async () => {
    expect((await fetch(address)).headers.get('cache-control')).toBe('no-cache');
    expect((await fetch(`${address}/assets/screen-abc.js`)).headers.get('cache-control')).toContain('immutable');
  });

  it('never lead out of their folder', async () => {
    const answer = await server.inject({ url: '/..%2f..%2f..%2fetc/passwd', headers: { host: '127.0.0.1' } });

    expect([403, 404]).toContain(answer.statusCode);
    expect(answer.body).not.toContain('root:');
  });

  it('say how to build them when they are missing', async () => {
    await listen(join(folder, 'nowhere'));

    const answer = await fetch(address);

    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('<code>npm run build</code>');
  });
});

describe('health', () => {
  it('is 200 while everything is well, and says how old the last sync is', async () => {
    const answer = await fetch(`${address}/health`);

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ ok: true, pms: { state: 'connected', secondsSinceSync: 2 } });
  });

  it('is 503 when something is not, and still says what', async () => {
    application.report({ ok: false, store: { state: 'failing' } });

    const answer = await fetch(`${address}/health`);

    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ ok: false, store: { state: 'failing' } });
  });
});

describe('a call over HTTP', () => {
  it('is answered for a token of somebody signed in', async () => {
    expect(await overHttp(goodToken).keys.counts.query()).toMatchObject({ upcoming: 3, current: 2 });
  });

  it.each([
    ['no token', undefined],
    ['a token that nobody has', 'made-up'],
  ])('is refused with %s', async (_case, token) => {
    await expect(overHttp(token).keys.counts.query()).rejects.toMatchObject({ data: { failure: 'not-signed-in' } });
  });

  it('signs somebody in, and the application hears which PC it was', async () => {
    const { token } = await overHttp().sessions.signIn.mutate({ name: 'Olivia Owner', password: '482913' });

    expect(token).toBe(goodToken);
    expect(application.seen.froms).toEqual(['127.0.0.1']);
  });

  it('is refused when it is larger than a message may be', async () => {
    const answer = await fetch(`${address}/trpc/sessions.signIn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'O'.repeat(largestMessage), password: '482913' }),
    });

    expect(answer.status).toBe(413);
    expect(application.seen.froms).toEqual([]);
  });

  it('is refused when another site makes it', async () => {
    const headers = { authorization: `Bearer ${goodToken}`, origin: 'https://evil.example' };

    expect((await fetch(`${address}/trpc/keys.counts`, { headers })).status).toBe(403);
  });

  it('is refused when a foreign name was pointed at this computer', async () => {
    const answer = await server.inject({ url: '/', headers: { host: 'evil.example' } });

    expect(answer.statusCode).toBe(403);
    expect(answer.body).toBe('{"message":"Portal does not answer to this name."}');
  });

  it('that signs in is let through 20 times a minute, and then not before the minute is over', async () => {
    const attempts = Array.from({ length: 21 }, () =>
      overHttp().sessions.signIn.mutate({ name: 'Olivia Owner', password: '000000' }),
    );

    const refusals = await Promise.allSettled(attempts);

    expect(application.seen.froms).toHaveLength(20);
    expect(
      refusals
        .filter((refusal) => refusal.status === 'rejected')
        .map(({ reason }) => String(reason.data.failure))
        .toSorted((one, other) => one.localeCompare(other)),
    ).toEqual(['too-many-sign-ins', ...Array.from({ length: 20 }, () => 'wrong-sign-in')]);
    expect(await overHttp(goodToken).keys.counts.query()).toMatchObject({ upcoming: 3 });
  });

  it('cannot carry many sign-ins in one request', async () => {
    const answer = await fetch(`${address}/trpc/sessions.signIn,sessions.signIn?batch=1`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"0":{"name":"Olivia Owner","password":"000000"},"1":{"name":"Olivia Owner","password":"000001"}}',
    });

    expect(answer.ok).toBe(false);
    expect(application.seen.froms).toEqual([]);
  });
});

describe('a WebSocket', () => {
  it('carries calls for a token of somebody signed in', async () => {
    expect(await overWebSocket(goodToken).keys.counts.query()).toMatchObject({ upcoming: 3, current: 2 });
  });

  it('carries nothing but signing in without one', async () => {
    const portal = overWebSocket();

    await expect(portal.keys.counts.query()).rejects.toMatchObject({ data: { failure: 'not-signed-in' } });
    expect(await portal.sessions.signIn.mutate({ name: 'Olivia Owner', password: '482913' })).toMatchObject({
      token: goodToken,
    });
  });

  it('tells an open portal what was committed, until it closes', async () => {
    const client = createWSClient({
      url: `${address.replace('http', 'ws')}/trpc`,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
      connectionParams: { token: goodToken },
    });
    const portal = createTRPCClient<AppRouter>({ links: [wsLink({ client })] });
    const heard = new Promise((resolve) => {
      portal.desk.changes.subscribe(undefined, {
        onStarted: () => application.commit({ collection: 'keys', ids: ['key-1'] }),
        onData: resolve,
      });
    });

    expect(await heard).toEqual([{ collection: 'keys', ids: ['key-1'] }]);
    expect(application.seen.subscriptions).toBe(1);

    await client.close();
    await expect.poll(() => application.seen.subscriptions).toBe(0);
  });

  it('is opened for our own page and for programs on this computer', async () => {
    expect(await handshake({ origin: address })).toBe(101);
    expect(await handshake({})).toBe(101);
  });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page on another port of this computer', { origin: 'http://127.0.0.1:1' }],
    ['a name that is not ours', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('is not opened for %s', async (_case, headers) => {
    expect(await handshake(headers)).toBe(403);
  });

  it('is cut when it sends more than a message may be', async () => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/trpc`);
    await new Promise((resolve) => socket.once('open', resolve));

    socket.send('x'.repeat(largestMessage + 1));

    expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(1009);
  });

  it('comes back by itself after a restart of the office shell, with its subscription', async () => {
    const portal = overWebSocket(goodToken);
    const heard: unknown[] = [];
    portal.desk.changes.subscribe(undefined, { onData: (notices) => heard.push(notices) });
    await expect.poll(() => application.seen.subscriptions).toBe(1);
    const { port } = new URL(address);

    await server.close();
    await expect.poll(() => application.seen.subscriptions).toBe(0);
    const log = createLog({ level: 'silent' });
    const again = await createOfficeServer({
      application,
      log,
      rendererFolder: folder,
      names: namesOf('127.0.0.1', []),
    });
    await again.listen({ host: '127.0.0.1', port: Number(port) });
    cleanUp.unshift(() => again.close());

    await expect.poll(() => application.seen.subscriptions, { timeout: 5000 }).toBe(1);
    application.commit({ collection: 'doors', ids: [] });
    await expect.poll(() => heard).toEqual([[{ collection: 'doors', ids: [] }]]);
  });
});
