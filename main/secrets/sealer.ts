import { AppError } from '#domain/failure';
import type { Sealer } from '#main/ports/secret-vault';
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

/** Says how the text was sealed, and is authenticated with it; a later way gets another word. */
const VERSION = 'sealed1:';
export const KEY_BYTES = 32;
/** NIST SP 800-38D §8.2.2: 96 random bits are safe for 2^32 texts under one key. */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM. Sealing the same text twice gives two different texts; what was altered, or sealed with another key,
 * does not open (AppError 'data-damaged').
 * Text: `sealed1:` and, in base64url, nonce (12 bytes) | tag (16) | ciphertext.
 */
export function createSealer(key: Uint8Array): Sealer {
  if (key.length !== KEY_BYTES) throw new AppError('internal', `making a sealer from a key of ${key.length} bytes`);
  // Measured: a cipher from bytes, which node makes into a key object each time, takes five times as long.
  const made = createSecretKey(key);
  return { seal: (plain) => seal(made, plain), open: (sealed) => open(made, sealed) };
}

function seal(key: KeyObject, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(VERSION));
  const hidden = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
}

function open(key: KeyObject, sealed: string): string {
  if (!sealed.startsWith(VERSION)) throw new AppError('data-damaged', 'opening a sealed text: not sealed by Portal');
  const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
  const tagEnd = NONCE_BYTES + TAG_BYTES;
  if (bytes.length < tagEnd) throw new AppError('data-damaged', 'opening a sealed text: too short');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(VERSION));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, tagEnd));
    return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new AppError('data-damaged', 'opening a sealed text: altered, or sealed with another key', { cause });
  }
}
