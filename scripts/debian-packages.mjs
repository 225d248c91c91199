/** Debian's packages that tests need, where this account may install them. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './setup.mjs';

/** An independent reader judges the cards that hardware/ writes: Debian's libnfc, over a pseudo-terminal of socat. */
const cardTools = ['libnfc-bin', 'libnfc-pn53x-examples', 'libfreefare-bin', 'socat'];
const cardPrograms = ['nfc-list', 'nfc-mfultralight', 'nfc-mfclassic', 'pn53x-diagnose', 'socat'];

/** Without them the tests that need them skip, and say so; nothing else does. */
export async function ensureCardTools() {
  if (missing().length === 0) return;
  await installPackages(cardTools, "the keycards' independent reader");
  if (missing().length === 0) return;
  console.log(
    `Tests with an independent card reader are skipped: ${missing().join(', ')} not found. ` +
      `To run them: sudo apt-get install ${cardTools.join(' ')}`,
  );
}

/** Tries, and leaves it to the caller to look whether it worked. */
export async function installPackages(packages, purpose) {
  const apt = aptGet();
  if (apt === null) return;
  console.log(`Installing ${packages.join(' ')} for ${purpose} (once) …`);
  const [program, ...before] = apt;
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run(program, [...before, 'update', '-qq'], quiet);
  await run(program, [...before, 'install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

function missing() {
  return cardPrograms.filter((program) => spawnSync('which', [program]).status !== 0);
}

/** The command that may install packages; null where there is none. */
function aptGet() {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n', 'apt-get'] : null;
}
