import { AppError } from '#domain/failure';
import type { LockSystem } from './lock-system.ts';

/**
 * For a lock system whose own records could not be opened: the desk goes on, its gateways are offline with that cause, and nothing
 * is taken in or taken over until the records are back.
 */
export function absentSystem(cause: unknown): LockSystem {
  const unreadable = (doing: string): AppError => new AppError('data-damaged', doing, { cause });
  return {
    commission: () => Promise.reject(unreadable('adding locks without the lock controller')),
    driverFor() {
      throw unreadable('speaking to a gateway without the lock controller');
    },
    close: () => Promise.resolve(),
  };
}
