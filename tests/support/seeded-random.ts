import type { Random } from '#main/ports/random';

const ID_LENGTH = 24;

/** The same draws for the same seed, on every machine. */
export class SeededRandom implements Random {
  #state: number;
  #ids = 0;

  constructor(seed = 1) {
    this.#state = seed;
  }

  integer(below: number): number {
    return Math.floor((this.#draw() / 2 ** 32) * below);
  }

  /** Says how many were drawn before it, so that a failing test can be read: `id-3-…`. */
  id(): string {
    this.#ids += 1;
    const seeded = this.#draw().toString(36) + this.#draw().toString(36) + this.#draw().toString(36);
    return `id-${this.#ids}-${seeded}`.padEnd(ID_LENGTH, '0');
  }

  /** Mulberry32: 32 even bits. */
  #draw(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}
