import type { Random } from '#main/ports/random';
import { createHash } from 'node:crypto';

/** A fresh UUID: Mews' ids are nothing else. */
export function randomUuid(random: Random): string {
  const words = Array.from({ length: 4 }, () => random.integer(2 ** 32));
  return uuidFrom(words.map((word) => word.toString(16).padStart(8, '0')).join(''), '4');
}

/** The same UUID for the same name: rooms keep their ids when the simulator starts anew, and so their mapping. */
export function namedUuid(...names: readonly string[]): string {
  return uuidFrom(createHash('sha256').update(JSON.stringify(names)).digest('hex'), '8');
}

function uuidFrom(hex: string, version: '4' | '8'): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
