import { AppError } from '#domain/failure';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { allRemembered, numberAgain } from './remembered.ts';

/** What matter.js counts from anew, or learns again from the gateway. Where one of them is zeros, it does not start. */
const madeAnew = [/^events\./, /^sessions\./, /^root\.generalDiagnostics\./];
/** When a gateway was found: nothing depends on it, and without it matter.js does not start. */
const foundAt = /\.commissioning\.discoveredAt$/;
/** Who this controller is to its gateways. */
const fabrics = 'fabrics.fabrics';

/**
 * Looks at what matter.js keeps (a file a value, each JSON) before it does: it takes a file that it cannot read for one that is not
 * there. Without its fabric it would make another, and no gateway would know it any more. What can be made anew is set aside.
 *
 * Throws AppError('data-damaged') when there are gateways, and the fabric cannot be read; then nothing was changed.
 */
export async function checkStorage(
  storageFolder: string,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
) {
  const folder = join(storageFolder, 'portal');
  const names = await filesIn(folder);
  const damaged: string[] = [];
  for (const name of names) if (!(await isJson(join(folder, name)))) damaged.push(name);
  const hasGateways = names.some((name) => name.startsWith('nodes.peer'));
  const hasFabric = names.includes(fabrics) && !damaged.includes(fabrics);
  if (hasGateways && !hasFabric) {
    throw new AppError('data-damaged', `opening ${join(folder, fabrics)}: it cannot be read; nothing was changed`);
  }
  const lost = new Set<string>();
  for (const name of damaged) {
    const number = await numberAgain(folder, name, log);
    if (number?.setAside != null && names.includes(number.setAside)) lost.add(number.setAside);
    if (number !== null) continue;
    const isAnew = foundAt.test(name) || madeAnew.some((pattern) => pattern.test(name));
    const anew = isAnew ? [name] : allRemembered(name, names, damaged);
    if (anew.length === 0) log.warn({ file: join(folder, name) }, 'a file of the lock controller cannot be read');
    for (const each of anew) lost.add(each);
  }
  for (const name of lost) {
    const kept = await setAside(storageFolder, name, clock);
    if (foundAt.test(name)) await writeFile(join(folder, name), String(millisecondsOf(clock)), { mode: 0o600 });
    log.warn({ kept }, 'set aside a file of the lock controller; it is made anew');
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function isJson(path: string): Promise<boolean> {
  try {
    JSON.parse(await readFile(path, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** Beside matter.js's folder: it takes every file in there for a value. */
async function setAside(storageFolder: string, name: string, clock: Clock): Promise<string> {
  const folder = join(storageFolder, 'set-aside');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = join(folder, `${millisecondsOf(clock)}-${name}`);
  await rename(join(storageFolder, 'portal', name), kept);
  return kept;
}

function millisecondsOf(clock: Clock): number {
  return Temporal.Instant.from(clock.now()).epochMilliseconds;
}
