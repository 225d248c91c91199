import type { Random } from '#main/ports/random';

const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const length = 10;

/** How Portal knows its own entry on a lock: 10 letters and digits, 50 random bits; a Matter user name holds no more. */
export function newTag(random: Random): string {
  return Array.from({ length }, () => letters[random.integer(letters.length)] ?? 'a').join('');
}
