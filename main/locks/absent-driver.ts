import type { LockDriver } from './lock-driver.ts';

/**
 * For a gateway that nobody here can speak to: its locks are offline, and what they should hold waits, as behind a gateway
 * without power. @param cause What the door log says of every try.
 */
export function absentDriver(cause: string): LockDriver {
  const failed = { outcome: 'failed', error: { kind: 'gateway-down', native: cause } } as const;
  return {
    parallel: 4,
    connect: async () => false,
    answers: async () => false,
    setClock: async () => ({ outcome: 'no-answer', cause }),
    close: async () => undefined,
    locks: async () => [],
    put: async () => failed,
    remove: async () => failed,
    read: async () => failed,
    list: async () => failed,
    probe: async () => ({ outcome: 'offline', cause }),
    on: () => () => undefined,
  };
}
