import { useState } from 'react';
import { useAct } from '../../channel/use-portal.ts';
import type { useDraft } from './use-draft.ts';

/** Saves a draft, lets go of it once it is stored, and remembers that it was. */
export function useSave<I, T>(draft: ReturnType<typeof useDraft<T>>, save: (input: I) => Promise<unknown>) {
  const [isSaved, setSaved] = useState(false);
  const act = useAct(save, {
    done: () => {
      draft.discard();
      setSaved(true);
    },
  });
  return {
    run: (input: I) => void act.run(input),
    pending: act.pending,
    failure: act.failure,
    isChanged: draft.isChanged,
    isSaved,
    onShowNow: () => {
      act.reset();
      draft.discard();
    },
  };
}
