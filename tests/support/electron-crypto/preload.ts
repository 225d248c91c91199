import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { electronCiphers, electronCurves, electronHashes } from './what-is-there.ts';

/*
 * `node --import` this: node:crypto then knows no more ciphers, hashes and curves than under Electron, whose BoringSSL
 * has fewer than Node's OpenSSL. What is refused is refused with Node's own errors. Programs that this one starts
 * inherit it by NODE_OPTIONS.
 */

type Make = (name: string, ...rest: readonly unknown[]) => unknown;

/** Lets a function of node:crypto work only for the names of this list, which its first argument must be on. */
function only(name: keyof typeof crypto, list: readonly string[], code: string, message: string): void {
  const make = crypto[name] as Make;
  const poorer: Make = (asked, ...rest) => {
    if (!list.includes(asked)) throw Object.assign(new Error(message), { code });
    return make(asked, ...rest);
  };
  Object.assign(crypto, { [name]: poorer });
}

const noCipher = ['ERR_CRYPTO_UNKNOWN_CIPHER', 'Unknown cipher'] as const;
only('createCipheriv', electronCiphers, ...noCipher);
only('createDecipheriv', electronCiphers, ...noCipher);
const noDigest = ['ERR_OSSL_EVP_UNSUPPORTED', 'Digest method not supported'] as const;
only('createHash', electronHashes, ...noDigest);
only('createHmac', electronHashes, ...noDigest);
only('hash', electronHashes, ...noDigest);
only('createSign', electronHashes, ...noDigest);
only('createVerify', electronHashes, ...noDigest);
only('createECDH', electronCurves, 'ERR_CRYPTO_INVALID_CURVE', 'Invalid EC curve name');
Object.assign(crypto, {
  getCiphers: () => [...electronCiphers],
  getHashes: () => [...electronHashes],
  getCurves: () => [...electronCurves],
});
syncBuiltinESMExports();
