import { AppError } from '#domain/failure';
import type { Random } from '#main/ports/random';
import type { Sealer, SecretVault } from '#main/ports/secret-vault';
import { KEY_BYTES, createSealer } from './sealer.ts';

/** Its name in the vault. */
export const SEALING_KEY = 'sealing-key';

/** The sealer of this installation. Its key is drawn at the first start and is in the vault before anything is sealed. */
export async function sealerFromVault(vault: SecretVault, random: Random): Promise<Sealer> {
  const kept = await vault.get(SEALING_KEY);
  if (kept !== null) return createSealer(keyFrom(kept));
  const key = Uint8Array.from({ length: KEY_BYTES }, () => random.integer(256));
  await vault.put(SEALING_KEY, Buffer.from(key).toString('base64'));
  return createSealer(key);
}

function keyFrom(text: string): Uint8Array {
  const key = Buffer.from(text, 'base64');
  // A new key in its place would make everything that was sealed unreadable for good.
  if (key.length !== KEY_BYTES) throw new AppError('data-damaged', 'reading the sealing key from the vault');
  return key;
}
