/** Finds a Chromium for the end-to-end tests, or installs Debian's where this account may. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './setup.mjs';

const packages = ['chromium', 'fonts-liberation'];
const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The path of a Chromium. Throws with a sentence that says what to install when there is none and none can be had. */
export async function ensureChromium() {
  const wish = process.env['PORTAL_CHROMIUM'];
  if (wish !== undefined && !existsSync(wish)) throw new Error(`PORTAL_CHROMIUM names ${wish}, which is not there.`);
  const present = wish ?? (await findChromium());
  if (present !== undefined) return present;

  await installChromium();
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

/** Tries, and leaves it to the caller to look whether it worked. */
async function installChromium() {
  const apt = aptGet();
  if (apt === null) return;
  console.log(`Installing ${packages.join(' and ')} for the end-to-end tests (once) …`);
  const [program, ...before] = apt;
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run(program, [...before, 'update', '-qq'], quiet);
  await run(program, [...before, 'install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

/** The command that may install packages; null where there is none. */
function aptGet() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : null;
}
