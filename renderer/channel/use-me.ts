import type { SessionView } from '#api/staff-views';
import { portal } from './portal-client.ts';
import { useAnswer, type Answer } from './use-portal.ts';

/** Who is signed in in this tab; null: nobody. */
export function useMe(): Answer<SessionView | null> {
  return useAnswer(['setup', 'me'], () => portal.sessions.me.query());
}
