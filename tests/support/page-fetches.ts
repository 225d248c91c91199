import { expect, type CDPSession, type Page } from '@playwright/test';

export interface Fetches {
  /** Over the wire, with the heads of the answers; what the page says over its WebSocket is not counted. */
  readonly bytes: number;
  readonly requests: number;
}

export interface FetchWatch {
  /** What was fetched since the beginning, once nothing more is on its way. */
  soFar(): Promise<Fetches>;
}

/** Counts what a page fetches. Before the page is opened: what is in the cache already is not seen. */
export async function watchFetches(page: Page): Promise<FetchWatch> {
  const browser: CDPSession = await page.context().newCDPSession(page);
  const open = new Set<string>();
  let bytes = 0;
  let requests = 0;
  browser.on('Network.requestWillBeSent', ({ requestId }) => open.add(requestId));
  browser.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    open.delete(requestId);
    bytes += encodedDataLength;
    requests += 1;
  });
  browser.on('Network.loadingFailed', ({ requestId }) => open.delete(requestId));
  await browser.send('Network.enable');
  return {
    async soFar() {
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await expect.poll(() => open.size).toBe(0);
      return { bytes, requests };
    },
  };
}

/** The page never finds time for what it may need later: only what it needs is fetched. Before the page is opened. */
export async function neverIdle(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
}
