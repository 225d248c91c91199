import { expect, test } from '#tests/support/e2e-portal';
import { neverIdle, watchFetches } from '#tests/support/page-fetches';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

const renderer = join(import.meta.dirname, '../../out/renderer');
const builtFiles = readdirSync(renderer, { recursive: true, encoding: 'utf8' });
const built = (file: string) => readFileSync(join(renderer, file));

test('the sign-in fetches at most 180 kB over the wire, and the list of keys after it at most 200 kB more', async ({
  page,
  portal,
}) => {
  await neverIdle(page);
  const fetches = await watchFetches(page);
  await page.goto(portal.address);
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  const forSignIn = await fetches.soFar();

  await page.getByLabel('Name').fill(portal.owner.name);
  await page.getByLabel('Password').fill(portal.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('tab', { name: 'Current' })).toBeVisible();
  const withKeys = await fetches.soFar();

  expect(forSignIn.bytes).toBeLessThanOrEqual(180_000);
  expect(forSignIn.requests).toBeLessThanOrEqual(6);
  expect(withKeys.bytes - forSignIn.bytes).toBeLessThanOrEqual(200_000);
  expect(withKeys.requests - forSignIn.requests).toBeLessThanOrEqual(8);
});

test('while the sign-in is looked at, the desk comes already', async ({ page, portal }) => {
  const desk = page.waitForResponse(/\/assets\/desk-[^/]+\.js$/);
  const keys = page.waitForResponse(/\/assets\/keys-screen-[^/]+\.js$/);

  await page.goto(portal.address);

  expect((await desk).status()).toBe(200);
  expect((await keys).headers()['content-encoding']).toBe('br');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

test('what was compressed by the build is what the build wrote', () => {
  const brotli = builtFiles.filter((file) => file.endsWith('.br'));
  const zipped = builtFiles.filter((file) => file.endsWith('.gz'));

  expect(brotli.length).toBeGreaterThan(20);
  expect(brotli.filter((file) => !brotliDecompressSync(built(file)).equals(built(file.slice(0, -3))))).toEqual([]);
  expect(zipped.filter((file) => !gunzipSync(built(file)).equals(built(file.slice(0, -3))))).toEqual([]);
});

test("every class of Mantine's that a screen may use has its styles", () => {
  const mantine = readFileSync(join(import.meta.dirname, '../../node_modules/@mantine/core/styles.css'), 'utf8');
  const scripts = builtFiles.filter((file) => file.endsWith('.js')).map((file) => built(file).toString());
  const styles = builtFiles.filter((file) => file.endsWith('.css')).map((file) => built(file).toString());
  const known = new Set(mantine.match(/\bm_[0-9a-f]+/g));
  const served = new Set(styles.join('\n').match(/\bm_[0-9a-f]+/g));
  const used = new Set(scripts.join('\n').match(/\bm_[0-9a-f]+/g));

  expect(used.size).toBeGreaterThan(100);
  expect([...used].filter((name) => known.has(name) && !served.has(name))).toEqual([]);
});
