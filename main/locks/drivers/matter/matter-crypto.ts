import './matter-settings.ts';
import { Crypto, Entropy, StandardCrypto } from '@matter/main';
import type { Environment } from '@matter/main';

/** What every Matter message is encrypted with. */
const MATTER_CIPHER = 'aes-128-ccm';

/**
 * Where this program's crypto lacks Matter's cipher (Electron's BoringSSL has no AES-CCM at all), matter.js' own is
 * taken: AES-CCM in JavaScript, everything else by Web Crypto. Without it no controller starts there.
 *
 * @param ciphers What node:crypto's `getCiphers` says.
 */
export function useMatterCrypto(environment: Environment, ciphers: readonly string[]): void {
  if (ciphers.includes(MATTER_CIPHER)) return;
  const crypto = new StandardCrypto();
  environment.set(Entropy, crypto);
  environment.set(Crypto, crypto);
}
