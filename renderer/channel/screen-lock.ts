import { useSyncExternalStore } from 'react';
import { portal } from './portal-client.ts';

/** Whether this tab's screen is locked; a reload does not open it. */
const slot = 'portal.locked';

const listeners = new Set<() => void>();

/**
 * Hides everything at once, and tells the desk, which refuses this session everything else from then on. Whether or not
 * the desk can be reached just now, this screen stays shut until it says that the PIN or the password is right.
 */
export function lockScreen(): void {
  if (isScreenLocked()) return;
  keepScreenLocked(true);
  // Not answered: unlocking is judged by the desk all the same.
  void portal.sessions.lock.mutate().catch(() => undefined);
}

export function keepScreenLocked(locked: boolean): void {
  if (locked) sessionStorage.setItem(slot, 'yes');
  else sessionStorage.removeItem(slot);
  for (const listener of listeners) listener();
}

export function useScreenLocked(): boolean {
  return useSyncExternalStore(onScreenLock, isScreenLocked);
}

function isScreenLocked(): boolean {
  return sessionStorage.getItem(slot) !== null;
}

function onScreenLock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
