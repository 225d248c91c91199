import { _electron, expect, test, type ElectronApplication } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { removeFolder } from '#tests/support/remove-folder';

/** The desk on a real Electron, where there is one. What the stand-in cannot know is asked here. */
const root = resolve(import.meta.dirname, '../..');
const executables: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};
const runtime = join(root, 'node_modules/electron/dist', executables[process.platform] ?? 'electron');
const why =
  "Electron's runtime is not installed here: run `node node_modules/electron/install.js` on a machine that may download it, " +
  'with a screen (or under xvfb-run), and this suite runs.';

test.skip(!existsSync(runtime), why);

let folder: string;
let desk: ElectronApplication;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-electron-'));
  // Chromium's own sandbox does not start as root; the page's still does what is asked below.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  desk = await _electron.launch({ executablePath: runtime, args: [...asRoot, root, '--data', folder], cwd: root });
});
test.afterEach(async () => {
  await desk.close();
  await removeFolder(folder);
});

test('a new hotel sees the set-up in a window that has no Node', async () => {
  const page = await desk.firstWindow();

  await expect(page.getByText('Welcome to Portal')).toBeVisible();
  expect(page.url()).toMatch(/^portal:\/\/app\/index\.html/);
  expect(await page.evaluate('typeof require + typeof process')).toBe('undefinedundefined');
  expect(await page.evaluate('Object.keys(portalBridge).sort().join()')).toBe('onMessage,send');
});

test('the window neither leaves Portal nor opens another, and no permission is granted', async () => {
  const page = await desk.firstWindow();
  await expect(page.getByText('Welcome to Portal')).toBeVisible();

  await page.evaluate("void (location.href = 'https://example.invalid/')");
  await page.evaluate("void window.open('https://example.invalid/')");

  expect(await page.evaluate("navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)")).toBe(
    'denied',
  );
  expect(page.url()).toMatch(/^portal:\/\/app\/index\.html/);
  expect(desk.windows()).toHaveLength(1);
});

test('secrets are wrapped by the platform, or the log says that it cannot', async () => {
  await expect((await desk.firstWindow()).getByText('Welcome to Portal')).toBeVisible();

  expect(existsSync(join(folder, 'secrets.desk.json')) || existsSync(join(folder, 'secrets.json'))).toBe(true);
});
