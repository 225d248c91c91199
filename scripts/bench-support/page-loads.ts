import type { Browser, Page } from '@playwright/test';
import type { RunningDemo } from '#tests/support/e2e-office';
import { signIn } from '#tests/support/e2e-session';
import { neverIdle, watchFetches, type Fetches } from '#tests/support/page-fetches';

export interface Measured {
  readonly signIn: Fetches;
  /** What came after the sign-in page, up to the first rows. */
  readonly keys: Fetches;
  /** Milliseconds, one a load. */
  readonly signInShown: readonly number[];
  readonly rowsAfterClick: readonly number[];
  readonly rowsShown: readonly number[];
}

const signInField = 'input[autocomplete="username"]';
const firstRow = '[role="grid"] a[href*="/keys/"]';

/** Milliseconds: a clerk in a hurry. */
const KEYSTROKE = 100;

const tenMegabit = { offline: false, latency: 20, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };

/** What is fetched and no more: nothing comes ahead of its time. */
export async function fetchedBy(browser: Browser, demo: RunningDemo): Promise<Pick<Measured, 'signIn' | 'keys'>> {
  const page = await newPage(browser);
  await neverIdle(page);
  const fetches = await watchFetches(page);
  await page.goto(demo.address, { waitUntil: 'commit' });
  await page.locator(signInField).waitFor();
  const signInFetched = await fetches.soFar();
  await signInOn(page, demo);
  await page.locator(firstRow).first().waitFor();
  const all = await fetches.soFar();
  await page.context().close();
  return {
    signIn: signInFetched,
    keys: { bytes: all.bytes - signInFetched.bytes, requests: all.requests - signInFetched.requests },
  };
}

/** Each with an empty cache, at 10 Mbit/s. */
export async function timedLoads(
  browser: Browser,
  demo: RunningDemo,
  loads: number,
): Promise<Pick<Measured, 'signInShown' | 'rowsAfterClick' | 'rowsShown'>> {
  const signInShown: number[] = [];
  const rowsAfterClick: number[] = [];
  const rowsShown: number[] = [];
  const token = await signIn(demo);
  for (let load = 0; load < loads; load += 1) {
    const page = await newPage(browser);
    await page.goto(demo.address, { waitUntil: 'commit' });
    await page.locator(signInField).waitFor();
    await signInOn(page, demo);
    const seen = await rowsSeen(page);
    signInShown.push(seen.signIn);
    rowsAfterClick.push(seen.row - seen.submit);
    await page.context().close();

    const again = await newPage(browser);
    await again.addInitScript((session) => sessionStorage.setItem('portal.session', session), token);
    await again.goto(demo.address, { waitUntil: 'commit' });
    rowsShown.push((await rowsSeen(again)).row);
    await again.context().close();
  }
  return { signInShown, rowsAfterClick, rowsShown };
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', tenMegabit);
  await page.addInitScript(watch, { signInField, firstRow });
  return page;
}

async function signInOn(page: Page, { owner }: RunningDemo): Promise<void> {
  await page.getByLabel('Name').pressSequentially(owner.name, { delay: KEYSTROKE });
  await page.getByLabel('Password').pressSequentially(owner.password, { delay: KEYSTROKE });
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function rowsSeen(page: Page): Promise<Seen> {
  await page.locator(firstRow).first().waitFor();
  return page.evaluate(() => (globalThis as unknown as { readonly seen: Seen }).seen);
}

/** When, in milliseconds since the beginning of the navigation. */
interface Seen {
  signIn: number;
  submit: number;
  row: number;
}

/** Runs in the page: by its own clock, because whoever asks from outside waits in a queue. */
function watch(selectors: { readonly signInField: string; readonly firstRow: string }): void {
  const seen: Partial<Seen> = {};
  Object.assign(globalThis, { seen });
  document.addEventListener('submit', () => (seen.submit = performance.now()), { capture: true });
  const look = (): void => {
    if (document.querySelector(selectors.signInField) !== null) seen.signIn ??= performance.now();
    if (document.querySelector(selectors.firstRow) !== null) seen.row ??= performance.now();
    if (seen.row === undefined) requestAnimationFrame(look);
  };
  look();
}
