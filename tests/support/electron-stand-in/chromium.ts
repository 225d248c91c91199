import { chromium, type BrowserContext } from 'playwright-core';
import { join } from 'node:path';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let opened: Promise<BrowserContext> | undefined;

/** @param userData Where it keeps what outlives it, as Electron does: what pages put into localStorage. */
export function openChromium(userData: string): Promise<BrowserContext> {
  opened ??= chromium.launchPersistentContext(join(userData, 'chromium'), {
    executablePath: process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium',
    args,
    viewport: { width: 1366, height: 768 },
    // The application ends it in order.
    handleSIGTERM: false,
    handleSIGINT: false,
  });
  return opened;
}

export async function closeChromium(): Promise<void> {
  await (await opened)?.close();
}
