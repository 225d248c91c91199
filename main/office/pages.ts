import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const notBuilt = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Portal</title></head>
  <body>
    <h1>The screens are not built yet</h1>
    <p>Portal is running, but its pages are missing. Run <code>npm run build</code> in Portal's folder, then reload.</p>
  </body>
</html>
`;

/** The built renderer, or a page that says how to build it. */
export async function servePages(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    server.get('/', (_request, reply) => reply.code(503).type('text/html; charset=utf-8').send(notBuilt));
    return;
  }
  await server.register(fastifyStatic, {
    root: folder,
    index: 'index.html',
    dotfiles: 'deny',
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The build names every asset for its content; the page itself names the assets and must be fresh.
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}
