import { brokenAlertId } from '#domain/pms/pms-connection';
import type { Base } from '#main/base';
import type { SecretVault } from '#main/ports/secret-vault';
import { z } from 'zod';

/** What the one connection was called, in the store and in the vault, before there were several. */
const oldId = 'pms';
const oldSecret = 'pms-tokens';

const oldTokens = z.object({ clientToken: z.string(), accessToken: z.string() });

/** Under which name a connection's credentials are in the vault. */
export function vaultNameOf(connectionId: string): string {
  return `pms-${connectionId}`;
}

/**
 * Makes the connection of an older Portal one of several. Its reservations are named after its system already, so it gets that name
 * as its id. Stopped anywhere, the next start does the rest.
 */
export async function adoptOldConnection({ store }: Base, vault: SecretVault): Promise<void> {
  const old = await store.read((view) => view.get('pms', oldId));
  const secret = await vault.get(oldSecret);
  if (old !== null) {
    const id = old.system;
    if (secret !== null) {
      const credentials = { ...old.shown, ...oldTokens.parse(JSON.parse(secret)) };
      await vault.put(vaultNameOf(id), JSON.stringify(credentials));
    }
    await store.transact(async (transaction) => {
      await transaction.put('pms', { ...old, id });
      await transaction.remove('pms', oldId);
      const alert = await transaction.get('alerts', brokenAlertId(oldId));
      if (alert === null) return;
      await transaction.put('alerts', { ...alert, id: brokenAlertId(id) });
      await transaction.remove('alerts', alert.id);
    });
  }
  if (secret !== null) await vault.remove(oldSecret);
}
