import type { SecretVault } from '#main/ports/secret-vault';
import { z } from 'zod';

/** What a PMS asks of whoever connects: names and values that only its own system understands. */
export type Credentials = Readonly<Record<string, string>>;

/** A connection's credentials, as its connector has them. */
export interface CredentialsPort {
  current(): Credentials;
  /**
   * The PMS gave new ones (a token that is good for a while, say). On disk when it resolves: only then may the new ones be
   * used, because many a PMS ends the old ones with the first use of the new. Rejects when they could not be kept.
   */
  renew(next: Credentials): Promise<void>;
}

const kept = z.record(z.string(), z.string());

/** Credentials that are tried first, and kept in the vault from `keepAs` on. */
export class HeldCredentials implements CredentialsPort {
  readonly #vault: SecretVault;
  #current: Credentials;
  #name: string | null;

  constructor(vault: SecretVault, current: Credentials, keptAs: string | null = null) {
    this.#vault = vault;
    this.#current = current;
    this.#name = keptAs;
  }

  /** null: nothing is kept under this name. */
  static async open(vault: SecretVault, name: string): Promise<HeldCredentials | null> {
    const text = await vault.get(name);
    return text === null ? null : new HeldCredentials(vault, kept.parse(JSON.parse(text)), name);
  }

  current(): Credentials {
    return this.#current;
  }

  async renew(next: Credentials): Promise<void> {
    if (this.#name !== null) await this.#vault.put(this.#name, JSON.stringify(next));
    this.#current = next;
  }

  async keepAs(name: string): Promise<void> {
    await this.#vault.put(name, JSON.stringify(this.#current));
    this.#name = name;
  }

  /** Gone from the vault, and nothing that comes late is kept. */
  async forget(): Promise<void> {
    const name = this.#name;
    this.#name = null;
    if (name !== null) await this.#vault.remove(name);
  }
}
