import { createCipheriv } from 'node:crypto';
import { joinBytes } from '../bytes.ts';

const BLOCK = 16;

/**
 * AES-CMAC (RFC 4493, NIST SP 800-38B). Node's crypto has none.
 * @param key 16 bytes.
 */
export function aesCmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const isWhole = message.length > 0 && message.length % BLOCK === 0;
  return cmacOfBlocks(
    key,
    isWhole ? message : padded(message, Math.ceil((message.length + 1) / BLOCK) * BLOCK),
    isWhole,
  );
}

/**
 * AES-128 key diversification of NXP AN10922, section 2.2: CMAC(master, 01 ‖ input) with the input padded to 32 bytes
 * *always*. Where 01 ‖ input is 16 bytes or less this is not the CMAC of RFC 4493.
 * @param master 16 bytes. @param input 1 to 31 bytes: UID ‖ application ‖ system identifier.
 */
export function diversifyKey(master: Uint8Array, input: Uint8Array): Uint8Array {
  if (input.length === 0 || input.length > 31) throw new RangeError(`AN10922 takes 1 to 31 bytes, not ${input.length}`);
  const message = joinBytes([0x01], input);
  return cmacOfBlocks(master, padded(message, 2 * BLOCK), message.length === 2 * BLOCK);
}

/** @param isWhole The message needed no padding: the last block meets subkey K1, else K2. */
function cmacOfBlocks(key: Uint8Array, blocks: Uint8Array, isWhole: boolean): Uint8Array {
  const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
  const k1 = doubled(cipher.update(new Uint8Array(BLOCK)));
  const lastKey = isWhole ? k1 : doubled(k1);
  let state: Uint8Array = new Uint8Array(BLOCK);
  for (let start = 0; start < blocks.length; start += BLOCK) {
    state = exclusiveOr(state, blocks.subarray(start, start + BLOCK));
    if (start + BLOCK === blocks.length) state = exclusiveOr(state, lastKey);
    state = cipher.update(state);
  }
  return Uint8Array.from(state);
}

/** Followed by one 1 bit, then zeros; unchanged when it has the length already. */
function padded(message: Uint8Array, length: number): Uint8Array {
  const filled = new Uint8Array(length);
  filled.set(message);
  if (message.length < length) filled[message.length] = 0x80;
  return filled;
}

/** Multiplied by x in GF(2^128): shifted left by one bit, with 87h for the bit that falls out. */
function doubled(block: Uint8Array): Uint8Array {
  const carry = (block[0] ?? 0) & 0x80 ? 0x87 : 0;
  return block.map((byte, place) => ((byte << 1) | ((block[place + 1] ?? 0) >> 7)) ^ (place === BLOCK - 1 ? carry : 0));
}

function exclusiveOr(one: Uint8Array, other: Uint8Array): Uint8Array {
  return one.map((byte, place) => byte ^ (other[place] ?? 0));
}
