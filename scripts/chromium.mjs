/** Finds a Chromium for the end-to-end tests, or installs Debian's where this account may. */
import { existsSync } from 'node:fs';
import { installPackages } from './debian-packages.mjs';

const packages = ['chromium', 'fonts-liberation'];
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium. Throws with a sentence that says what to install when there is none and none can be had. */
export async function ensureChromium() {
  const wish = process.env['PORTAL_CHROMIUM'];
  if (wish !== undefined && !existsSync(wish)) throw new Error(`PORTAL_CHROMIUM names ${wish}, which is not there.`);
  const present = wish ?? (await findChromium());
  if (present !== undefined) return present;

  await installPackages(packages, 'the end-to-end tests');
  const installed = await findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    `The end-to-end tests need Chromium. Install it with "sudo apt-get install ${packages.join(' ')}", ` +
      'or name one in the environment variable PORTAL_CHROMIUM.',
  );
}

async function findChromium() {
  return [...places, await playwrightsOwn()].find((place) => place !== undefined && existsSync(place));
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('playwright-core');
    return chromium.executablePath();
  } catch {
    // Playwright has no browser for this system, or is too new for the machine's Node.
    return undefined;
  }
}
