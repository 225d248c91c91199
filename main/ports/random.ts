/** Randomness fit for secrets: the operating system's generator in the product, a seeded one in tests. */
export interface Random {
  /** An even draw from 0 to `below - 1`. @param below 1 to 2^32. */
  integer(below: number): number;
  /** A new id: 21 or more letters, digits, `-` and `_`; never drawn twice. */
  id(): string;
}
