import type { SecretVault } from '#main/ports/secret-vault';

/** A vault in memory, on a disk that may be full. */
export interface MemoryVault extends SecretVault {
  diskFull: boolean;
}

export function memoryVault(first: Readonly<Record<string, string>> = {}): MemoryVault {
  const secrets = new Map(Object.entries(first));
  return {
    diskFull: false,
    names: () => [...secrets.keys()],
    get: (name) => Promise.resolve(secrets.get(name) ?? null),
    put(name, secret) {
      if (this.diskFull) return Promise.reject(new Error('the disk is full'));
      secrets.set(name, secret);
      return Promise.resolve();
    },
    remove(name) {
      secrets.delete(name);
      return Promise.resolve();
    },
  };
}
