import { AppError } from '#domain/failure';
import { inTurn } from '#main/ports/in-turn';
import type { SecretVault } from '#main/ports/secret-vault';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writePrivateFile } from './private-file.ts';

export const FILE_VAULT = 'secrets.json';

const contents = z.object({ version: z.literal(1), secrets: z.record(z.string(), z.string()) });

/** How secrets rest in the file: as they are, or wrapped by the platform (safeStorage). */
export interface Wrapping {
  wrap(secret: string): Promise<string>;
  unwrap(wrapped: string): Promise<string>;
}

const bare: Wrapping = {
  wrap: (secret) => Promise.resolve(secret),
  unwrap: (wrapped) => Promise.resolve(wrapped),
};

/**
 * Secrets in `<folder>/secrets.json`, which only the running account may read (0600). With the bare wrapping they are
 * not encrypted: who can read as this account can read them, as with any service that starts without a person.
 * Throws AppError('data-damaged') for a file that is not what this wrote; it is left as it is.
 */
export async function openFileVault(
  folder: string,
  name = FILE_VAULT,
  wrapping: Wrapping = bare,
): Promise<SecretVault> {
  const path = join(folder, name);
  let secrets = await read(path);
  const oneByOne = inTurn();

  /** One write after the other; memory changes only once the disk has. */
  function change(edit: (before: ReadonlyMap<string, string>) => Map<string, string>): Promise<void> {
    return oneByOne(async () => {
      const after = edit(secrets);
      await writePrivateFile(path, JSON.stringify({ version: 1, secrets: Object.fromEntries(after) }, null, 2));
      secrets = after;
    });
  }

  return {
    names: () => [...secrets.keys()],
    get: async (secretName) => {
      const wrapped = secrets.get(secretName);
      return wrapped === undefined ? null : wrapping.unwrap(wrapped);
    },
    put: async (secretName, secret) => {
      const wrapped = await wrapping.wrap(secret);
      await change((before) => new Map([...before, [secretName, wrapped]]));
    },
    remove: (secretName) => change((before) => new Map([...before].filter(([kept]) => kept !== secretName))),
  };
}

/** What an existing file holds; an absent one holds nothing. */
async function read(path: string): Promise<Map<string, string>> {
  try {
    return new Map(Object.entries(contents.parse(JSON.parse(await readFile(path, 'utf8'))).secrets));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return new Map();
    throw new AppError('data-damaged', `reading the secrets in ${path}`, { cause });
  }
}
