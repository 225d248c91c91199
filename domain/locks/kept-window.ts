import type { LockLimits } from '#domain/house/door';
import type { LockWindow } from '#domain/key/access-window';
import { sameWindow } from './same-window.ts';

/**
 * What of a window the lock is told; null: it keeps none, and a code that is on it opens. What it does not keep itself
 * Portal keeps in its place: `keepsWindow`.
 */
export function keptWindow({ windows }: Pick<LockLimits, 'windows'>, window: LockWindow): LockWindow | null {
  switch (windows) {
    case 'dates-and-weekly':
      return window;
    case 'dates':
      return { ...window, weekdays: null, hours: null };
    case 'none':
      return null;
  }
}

/** Whether the lock itself ends and limits the access: it may then be written long before, and be out of reach after. */
export function keepsWindow(limits: Pick<LockLimits, 'windows'>, window: LockWindow): boolean {
  return sameWindow(keptWindow(limits, window), window);
}

/** Whether what a lock was read to keep is what it was told of this window. */
export function holdsWindow(
  limits: Pick<LockLimits, 'windows'>,
  found: LockWindow | null,
  wanted: LockWindow,
): boolean {
  const kept = keptWindow(limits, wanted);
  return kept === null || sameWindow(found, kept);
}
