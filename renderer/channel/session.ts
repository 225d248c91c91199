import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SignedIn } from '#api/views';
import { portal, reconnect } from './portal-client.ts';
import { keepSessionToken } from './session-token.ts';
import { shared, useShared } from './shared.ts';

interface Session {
  /** Goes on as the one who just signed in: nothing that another saw stays on the screen. */
  readonly enter: (signedIn: SignedIn) => void;
  readonly leave: () => Promise<void>;
}

export function useSession(): Session {
  const queries = useQueryClient();
  const enter = useCallback(
    (signedIn: SignedIn) => {
      keepSessionToken(signedIn.token);
      keepScreenLocked(false);
      reconnect();
      void queries.resetQueries();
    },
    [queries],
  );
  const leave = useCallback(async () => {
    try {
      await portal.sessions.signOut.mutate();
    } catch {
      // The token is forgotten here in any case; the desk lets it lapse.
    }
    keepSessionToken(null);
    keepScreenLocked(false);
    reconnect();
    void queries.resetQueries();
  }, [queries]);
  return { enter, leave };
}

/** Whether this tab's screen is locked; a reload does not open it. */
const slot = 'portal.locked';
const screenLocked = shared(sessionStorage.getItem(slot) !== null);

/**
 * Hides everything at once, and tells the desk, which refuses this session everything else from then on. Whether or not
 * the desk can be reached just now, this screen stays shut until it says that the PIN or the password is right.
 */
export function lockScreen(): void {
  if (screenLocked.get()) return;
  keepScreenLocked(true);
  // Not answered: unlocking is judged by the desk all the same.
  void portal.sessions.lock.mutate().catch(() => undefined);
}

export function keepScreenLocked(locked: boolean): void {
  if (locked) sessionStorage.setItem(slot, 'yes');
  else sessionStorage.removeItem(slot);
  screenLocked.set(locked);
}

export function useScreenLocked(): boolean {
  return useShared(screenLocked);
}
