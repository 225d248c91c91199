import type { LockDriver } from './lock-driver.ts';

/** A family of locks: what takes a gateway of it into Portal, and what speaks to one that was taken. */
export interface LockSystem {
  /** As stored with the gateway: `matter`. */
  readonly name: string;
  /**
   * By the gateway's setup code; at a known address, or searched for on the network (up to a minute).
   *
   * @returns the gateway's address, for `driverFor`. Throws AppError: `invalid-input` for a wrong setup code,
   * `lock-not-found`, `lock-refused-commissioning`.
   */
  commission(order: CommissionOrder): Promise<string>;
  driverFor(address: string): LockDriver;
  close(): Promise<void>;
}

export interface CommissionOrder {
  readonly setupCode: string;
  readonly at?: { readonly ip: string; readonly port: number };
}
