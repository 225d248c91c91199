import type { SecretVault } from '#main/ports/secret-vault';
import type { Base } from '#main/base';
import { SEALING_KEY } from '#main/secrets/sealer-from-vault';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** In the vault once somebody works here: an empty store is then not a new hotel, but one whose data is not there. */
const mark = 'has-a-hotel';

/**
 * What tells, outside the store, that a hotel has lived in this data folder; null: nothing does. "Nothing there" and "not there any
 * more" look the same from within, and whoever comes first to a new hotel becomes its Owner.
 */
export async function hadALife(dataFolder: string, vault: SecretVault): Promise<string | null> {
  // Also of an older Portal, which left no mark: nobody connects a PMS or makes a card before there is staff.
  if (vault.names().some((name) => name !== SEALING_KEY)) return 'the secrets beside it are those of a hotel';
  const controller = join(dataFolder, 'matter', 'portal');
  const names = await readdir(controller).catch(() => []);
  return names.some((name) => name.startsWith('nodes.peer')) ? `${controller} has gateways` : null;
}

/** Leaves the mark as soon as there is staff. @returns what stops it. */
export async function markLife({ store, log }: Base, vault: SecretVault): Promise<() => void> {
  const isMarked = (await vault.get(mark)) !== null;
  if (isMarked) return () => undefined;
  const leave = (): void => {
    forget();
    vault
      .put(mark, 'yes')
      .catch((err: unknown) => log.error({ err }, 'the secrets could not be marked as those of a hotel'));
  };
  const forget = store.onCommit((changes) => {
    if (changes.some(({ collection }) => collection === 'staff')) leave();
  });
  if ((await store.read((view) => view.count('staff', 'name', {}))) > 0) leave();
  return forget;
}
