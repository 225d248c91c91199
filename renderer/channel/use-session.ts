import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { SignedIn } from '#api/views';
import { portal, reconnect } from './portal-client.ts';
import { keepScreenLocked } from './screen-lock.ts';
import { keepSessionToken } from './session-token.ts';

export interface Session {
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
