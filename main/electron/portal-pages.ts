import { contentSecurityHeader } from '#main/shell/content-security';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { isPortalAddress } from './portal-address.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

const headers = {
  'content-security-policy': contentSecurityHeader(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
};

/** A file of the built renderer. 404 for everything else: other hosts, other methods, paths that lead out of the folder. */
export async function portalPage(rendererFolder: string, request: { url: string; method: string }): Promise<Response> {
  const file = fileFor(rendererFolder, request);
  const type = file === null ? undefined : contentTypes[extname(file)];
  if (file === null || type === undefined) return notFound();
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: { ...headers, 'content-type': type } });
  } catch {
    return notFound();
  }
}

function fileFor(rendererFolder: string, { url, method }: { url: string; method: string }): string | null {
  const path = isPortalAddress(url) && method === 'GET' ? decoded(new URL(url).pathname) : null;
  if (path === null) return null;
  const file = resolve(rendererFolder, `.${path === '/' ? '/index.html' : path}`);
  return file.startsWith(resolve(rendererFolder) + sep) ? file : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: { ...headers, 'content-type': 'text/plain' } });
}
