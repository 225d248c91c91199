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
    signInShown.push(await shown(page, signInField));
    const clicked = await signInOn(page, demo);
    rowsAfterClick.push((await shown(page, firstRow)) - clicked);
    await page.context().close();

    const again = await newPage(browser);
    await again.addInitScript((session) => sessionStorage.setItem('portal.session', session), token);
    await again.goto(demo.address, { waitUntil: 'commit' });
    rowsShown.push(await shown(again, firstRow));
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
  return page;
}

/** @returns when it was pressed, by the page's own clock. */
async function signInOn(page: Page, { owner }: RunningDemo): Promise<number> {
  await page.getByLabel('Name').fill(owner.name);
  await page.getByLabel('Password').fill(owner.password);
  const pressed = await page.evaluate(() => performance.now());
  await page.getByRole('button', { name: 'Sign in' }).click();
  return pressed;
}

/** Milliseconds from the beginning of the navigation to the frame that shows it. */
function shown(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelector(wanted) === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => resolve(performance.now()));
        };
        look();
      }),
    selector,
  );
}
