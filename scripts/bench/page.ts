import { chromium, type Browser } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoHotel } from '#tests/support/e2e-hotel';
import { startDemo, type RunningDemo } from '#tests/support/e2e-office';
import { buildBefore } from '../bench-support/build-before.ts';
import { percentile } from '../bench-support/demo-portal.ts';
import { fetchedBy, timedLoads, type Measured } from '../bench-support/page-loads.ts';

/** The last commit whose renderer was one piece. */
const before = '4342e2e';
const root = join(import.meta.dirname, '../..');

/**
 * What a browser fetches before it shows the sign-in page, and from there to the first rows of Keys; how long both take
 * at 10 Mbit/s and 20 ms, from an empty cache, with ten keystrokes a second (the median of so many loads). Beside it the
 * same of the build before, or of another commit. Measures the build in out/: `npm run build` first.
 *
 *   npm run bench -- page [number of loads: 5] [commit]
 */
export async function bench([loads = '5', commit = before]: readonly string[]): Promise<void> {
  const folder = buildBefore(commit);
  const browser = await chromium.launch({ executablePath: process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium' });
  try {
    const now = await measure(browser, root, Number(loads));
    const then = folder === null ? null : await measure(browser, folder, Number(loads));
    if (then === null) process.stdout.write(`There is no commit ${commit} here to compare with.\n`);
    print(now, then, commit);
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, portalFolder: string, loads: number): Promise<Measured> {
  const data = await mkdtemp(join(tmpdir(), 'portal-bench-'));
  const demo = await startDemo(data, { program: join(portalFolder, 'main/office.ts') });
  try {
    await someKeys(demo);
    return { ...(await fetchedBy(browser, demo)), ...(await timedLoads(browser, demo, loads)) };
  } finally {
    await demo.stop();
    await rm(data, { recursive: true, force: true });
  }
}

/** Guests who are here: rows of the first tab. */
async function someKeys({ endpoints }: RunningDemo): Promise<void> {
  const hotel = demoHotel(endpoints);
  for (const room of ['101', '102', '103']) {
    await hotel.stay(await hotel.book({ room, guest: `Paula Page${room}` }), 'check-in');
  }
}

function print(now: Measured, then: Measured | null, commit: string): void {
  const rows: readonly (readonly [string, (one: Measured) => string])[] = [
    ['sign-in page: over the wire', ({ signIn }) => kilobytes(signIn.bytes)],
    ['sign-in page: requests', ({ signIn }) => String(signIn.requests)],
    ['Keys after it: over the wire', ({ keys }) => kilobytes(keys.bytes)],
    ['Keys after it: requests', ({ keys }) => String(keys.requests)],
    ['sign-in page shows after', ({ signInShown }) => milliseconds(signInShown)],
    ['first rows after the click on "Sign in"', ({ rowsAfterClick }) => milliseconds(rowsAfterClick)],
    ['first rows, opened by somebody signed in', ({ rowsShown }) => milliseconds(rowsShown)],
  ];
  process.stdout.write(`${''.padEnd(44)}${'now'.padStart(12)}${then === null ? '' : commit.padStart(12)}\n`);
  for (const [what, say] of rows) {
    process.stdout.write(`${what.padEnd(44)}${say(now).padStart(12)}${then === null ? '' : say(then).padStart(12)}\n`);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function milliseconds(took: readonly number[]): string {
  return `${percentile(took, 0.5).toFixed(0)} ms`;
}
