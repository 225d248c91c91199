import { servePages } from '#main/office/pages';
import { fastify, type FastifyInstance } from 'fastify';
import { mkdir, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let server: FastifyInstance;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-pages-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Portal</title>');
  await writeFile(join(folder, 'assets', 'screen-abc.js'), 'export {};');
  server = fastify();
  await servePages(server, folder);
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const ask = (url: string, headers: Readonly<Record<string, string>> = {}) => server.inject({ url, headers });

describe('the pages', () => {
  it('are not sent again while they are the same, whatever the date of the file', async () => {
    const etag = String((await ask('/')).headers['etag']);
    await utimes(join(folder, 'index.html'), 0, 0);

    const same = await ask('/index.html', { 'if-none-match': `"of-before", W/${etag}` });

    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(same.statusCode).toBe(304);
    expect(same.body).toBe('');
  });

  it('are sent again after an update, also when size and date are those of before', async () => {
    const etag = String((await ask('/')).headers['etag']);
    const { atime, mtime } = await stat(join(folder, 'index.html'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>PORTAL</title>');
    await utimes(join(folder, 'index.html'), atime, mtime);

    const updated = await ask('/', { 'if-none-match': etag });

    expect(updated.statusCode).toBe(200);
    expect(updated.body).toContain('<title>PORTAL</title>');
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br', 'as brotli'],
    ['gzip, deflate', 'gzip', 'as gzip'],
    ['identity', undefined, 'export {};'],
  ])(
    'have assets that were compressed when they were built (a browser that takes %s)',
    async (takes, encoding, sent) => {
      await writeFile(join(folder, 'assets', 'screen-abc.js.br'), 'as brotli');
      await writeFile(join(folder, 'assets', 'screen-abc.js.gz'), 'as gzip');

      const answer = await server.inject({
        url: '/assets/screen-abc.js',
        headers: { host: '127.0.0.1', 'accept-encoding': takes },
      });

      expect(answer.headers['content-encoding']).toBe(encoding);
      expect(answer.headers['content-type']).toMatch(/javascript/);
      expect(answer.headers['cache-control']).toContain('immutable');
      expect(answer.headers['vary']).toMatch(/accept-encoding/i);
      expect(answer.body).toBe(sent);
    },
  );

  it('of an older Portal are missing, and no cache keeps that', async () => {
    const answer = await ask('/assets/screen-of-before.js');

    expect(answer.statusCode).toBe(404);
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
  });
});
