import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { english } from '#domain/text/english';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const notBuilt = `<!doctype html>
<html lang="${english}">
  <head><meta charset="utf-8"><title>Portal</title></head>
  <body>
    <h1>The screens are not built yet</h1>
    <p>Portal is running, but its pages are missing. Run <code>npm run build</code> in Portal's folder, then reload.</p>
  </body>
</html>
`;

/** The built renderer, or a page that says how to build it. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, 'index.html');
  if (!existsSync(page)) {
    server.get('/', (_request, reply) => reply.code(503).type('text/html; charset=utf-8').send(notBuilt));
    return;
  }
  server.get('/', (request, reply) => sendPage(page, request, reply));
  server.get('/index.html', (request, reply) => sendPage(page, request, reply));
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    dotfiles: 'deny',
    // The build has them beside each other, for brotli and for gzip.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The build names every asset for its content.
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}

/**
 * The page itself names the assets and is asked for anew each time. It is known by its content: by size and date, as
 * files are, two builds can look the same, and the browser would ask for assets that are gone.
 */
async function sendPage(file: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const page = await readFile(file);
  const etag = `"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  void reply.header('cache-control', 'no-cache').header('etag', etag);
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, '')) ?? [];
  if (known.includes(etag)) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(page);
}
