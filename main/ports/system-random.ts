import type { Random } from './random.ts';
import { randomBytes, randomInt } from 'node:crypto';

/** 128 bits: two desks drawing a million ids a second would not meet in a century. */
const ID_BYTES = 16;

/** The operating system's generator. */
export function systemRandom(): Random {
  return {
    integer: (below) => randomInt(below),
    id: () => randomBytes(ID_BYTES).toString('base64url'),
  };
}
