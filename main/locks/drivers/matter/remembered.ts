import type { Log } from '#main/ports/log';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a gateway last said of itself: a file an attribute, and one with the version of each cluster. */
const attribute = /^(nodes\.[^.]+)\.endpoints\.\d+\.\d+\.(?:\d+|__version__)$/;
const itsNumber = /^(nodes\.[^.]+\.endpoints\.0)\.commissioning\.peerAddress$/;

/**
 * All that is remembered of the gateway whose attribute cannot be read, the unreadable last: whatever stops this in between, the next start
 * does it again. A gateway is asked only for what is newer than what is remembered, and half of that would stay half for ever; one of
 * which nothing is remembered tells everything, as on the day it was paired. Empty: no attribute.
 */
export function allRemembered(name: string, names: readonly string[], damaged: readonly string[]): readonly string[] {
  const gateway = attribute.exec(name)?.[1];
  if (gateway === undefined) return [];
  const all = names.filter((each) => attribute.exec(each)?.[1] === gateway);
  return [...all.filter((each) => !damaged.includes(each)), ...all.filter((each) => damaged.includes(each))];
}

/** matter.js's own way of writing a number that is too long for JSON: opaque here, and compared as it stands. */
const long = z.string();
const fabricList = z.array(z.object({ fabricIndex: z.number(), fabricId: long, rootPublicKey: long }));
/** Of Operational Credentials, 0x3E: in whose fabrics the gateway is, and with which number. */
const memberships = z.array(z.object({ fabricId: long, rootPublicKey: long, nodeId: long }));

/**
 * The number of a gateway in Portal's fabric stands twice: the gateway names it too. Where it cannot be read here, it is written again from
 * there. matter.js takes a gateway without it for one that was found and never paired, and throws it away once it was found long ago.
 *
 * @returns whether this was the number of a gateway, and what has to be set aside so that it is not thrown away: matter.js leaves alone
 *   what it has no network address of.
 */
export async function numberAgain(
  folder: string,
  name: string,
  log: Log,
): Promise<{ readonly setAside: string | null } | null> {
  const gateway = itsNumber.exec(name)?.[1];
  if (gateway === undefined) return null;
  const fabrics = await readAs(fabricList, join(folder, 'fabrics.fabrics'));
  const said = await readAs(memberships, join(folder, `${gateway}.62.1`));
  const numbers = said.flatMap(({ fabricId, rootPublicKey, nodeId }) => {
    const own = fabrics.find((fabric) => fabric.fabricId === fabricId && fabric.rootPublicKey === rootPublicKey);
    return own === undefined ? [] : [{ fabricIndex: own.fabricIndex, nodeId }];
  });
  const [number, ...more] = numbers;
  if (number === undefined || more.length > 0) {
    log.error(
      { file: join(folder, name) },
      'who a gateway is cannot be read: restore the file, or pair the gateway again',
    );
    return { setAside: `${gateway}.commissioning.addresses` };
  }
  await writeFile(join(folder, name), JSON.stringify(number), { mode: 0o600 });
  log.warn(
    { file: join(folder, name) },
    'who a gateway is could not be read, and was written again as the gateway said it',
  );
  return { setAside: null };
}

async function readAs<T>(shape: z.ZodType<readonly T[]>, path: string): Promise<readonly T[]> {
  try {
    return shape.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return [];
  }
}
