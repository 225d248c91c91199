import { chromium, type Browser } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | undefined;

export function openChromium(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium', args });
  return browser;
}

export async function closeChromium(): Promise<void> {
  await (await browser)?.close();
}
