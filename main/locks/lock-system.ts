import type { LockDriver } from './lock-driver.ts';

/** A family of locks: what takes a gateway of it into Portal, and what speaks to one that was taken. */
export interface LockSystem {
  /**
   * By the gateway's setup code; at a known address, or searched for on the network (up to a minute).
   *
   * @returns the gateway's address, for `driverFor`. Throws AppError: `invalid-input` for a wrong setup code,
   * `lock-not-found`, `lock-refused-commissioning`.
   */
  commission(order: CommissionOrder): Promise<string>;
  /**
   * Throws AppError: `not-found` for an address that this system was never paired with, or no longer is; `data-damaged` when what
   * it keeps cannot be read.
   */
  driverFor(address: string): LockDriver;
  close(): Promise<void>;
}

/** The lock systems of this build by their names, as a gateway's record says them in `driver`: `matter`. */
export type LockSystems = ReadonlyMap<string, LockSystem>;

export interface CommissionOrder {
  readonly setupCode: string;
  readonly at?: { readonly ip: string; readonly port: number };
}
