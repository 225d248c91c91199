import type { SetupState } from '#api/settings-views';
import { portal } from './portal-client.ts';
import { useAnswer, type Answer } from './use-portal.ts';

/** What of the first set-up is done, and whether the demo hotel runs. */
export function useSetup(): Answer<SetupState> {
  return useAnswer(['setup', 'state'], () => portal.setup.state.query());
}
