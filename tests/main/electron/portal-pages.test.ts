import { isPortalAddress } from '#main/electron/portal-address';
import { portalPage } from '#main/electron/portal-pages';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let parent: string;
let folder: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'portal-pages-'));
  folder = join(parent, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<title>Portal</title>');
  await writeFile(join(folder, 'assets/screen.js'), 'export {};');
  await writeFile(join(folder, 'assets/notes.exe'), 'not a page');
  await mkdir(join(parent, 'renderer-other'));
  await writeFile(join(parent, 'renderer-other/secret.js'), 'secret');
  await writeFile(join(parent, 'secret.js'), 'secret');
});
afterAll(() => rm(parent, { recursive: true }));

const get = (url: string, method = 'GET') => portalPage(folder, { url, method });

describe('the pages of the desk', () => {
  it('come with the policy that lets only our own scripts run', async () => {
    const answer = await get('portal://app/index.html');

    expect(await answer.text()).toBe('<title>Portal</title>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('are found at the root and below', async () => {
    expect((await get('portal://app/')).status).toBe(200);
    expect((await get('portal://app/assets/screen.js')).headers.get('content-type')).toBe(
      'text/javascript; charset=utf-8',
    );
  });

  it.each([
    'portal://app/../secret.js',
    'portal://app/..%2fsecret.js',
    'portal://app/assets/..%2f..%2fsecret.js',
    'portal://app/..%2frenderer-other/secret.js',
    'portal://app/%2e%2e/secret.js',
    'portal://app//etc/passwd',
    'portal://app/%zz',
    'portal://app/assets/notes.exe',
    'portal://app/missing.js',
    'portal://other/index.html',
    'portal://app.evil/index.html',
    'https://app/index.html',
    'file:///etc/passwd',
  ])('are nothing else: %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('are only read', async () => {
    expect((await get('portal://app/index.html', 'POST')).status).toBe(404);
  });
});

describe('our own address', () => {
  it.each(['portal://app', 'portal://app/', 'portal://app/index.html#/keys'])('is %s', (address) => {
    expect(isPortalAddress(address)).toBe(true);
  });

  it.each(['portal://app.evil/', 'portal://evil/app', 'https://app/', 'file:///app', 'about:blank', '', undefined])(
    'is not %s',
    (address) => {
      expect(isPortalAddress(address)).toBe(false);
    },
  );
});
