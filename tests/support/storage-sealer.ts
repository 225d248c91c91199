import { AppError } from '#domain/failure';
import type { Sealer } from '#main/ports/secret-vault';
import { createCipheriv, createDecipheriv, createHash, createSecretKey, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;

/** A real sealer (AES-256-GCM) whose key is made from a word. */
export function testSealer(word = 'a test'): Sealer {
  const key = createSecretKey(createHash('sha256').update(word).digest());
  return {
    seal(plain) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
        'base64',
      );
    },
    open(sealed) {
      try {
        const bytes = Buffer.from(sealed, 'base64');
        const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
        cipher.setAuthTag(bytes.subarray(-tagBytes));
        return cipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + cipher.final('utf8');
      } catch (cause) {
        throw new AppError('data-damaged', 'opening a sealed field', { cause });
      }
    },
  };
}
