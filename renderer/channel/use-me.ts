import type { StaffView } from '#api/views';
import { portal } from './portal-client.ts';
import { useAnswer, type Answer } from './use-portal.ts';

/** Who is signed in in this tab; null: nobody. */
export function useMe(): Answer<StaffView | null> {
  return useAnswer(['setup', 'me'], () => portal.sessions.me.query());
}
