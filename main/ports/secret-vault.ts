/**
 * Where secrets of this installation rest: PMS tokens, the controller's keys. In the desk shell the platform's own
 * vault encrypts them (safeStorage); in the office shell a file that only the running account may read.
 */
export interface SecretVault {
  /** null when nothing was kept under this name. */
  get(name: string): Promise<string | null>;
  /** On disk (fsynced) when it resolves. */
  put(name: string, secret: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** Under which names something is kept. */
  names(): readonly string[];
}

/** Seals single fields of records at rest, with a key that the vault keeps. */
export interface Sealer {
  /** Text that says nothing about `plain`, and that `open` turns back. */
  seal(plain: string): string;
  /** Throws AppError('data-damaged') for text that `seal` did not make or that was altered. */
  open(sealed: string): string;
}
