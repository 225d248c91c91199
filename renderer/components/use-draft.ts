import { useState } from 'react';
import type { Failure } from '../channel/failure.ts';
import { useAct } from '../channel/use-portal.ts';
import { fieldsSaid } from '../text/refusals.ts';

export interface Draft<T> {
  /** What is stored, with what was typed over it. */
  readonly value: T;
  readonly isChanged: boolean;
  readonly isSaved: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** Sentences by field. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly change: (part: Partial<T>) => void;
  /** Throws away what was typed, and shows what is stored now. */
  readonly discard: () => void;
  readonly save: () => void;
}

/**
 * What is being typed over what is stored: fields that nobody touches here follow what another desk saves, and what is typed
 * is never replaced.
 * @param save Is given the version that the typing began from: an edit of an older one is refused.
 */
export function useDraft<T extends object>(
  stored: T,
  version: number,
  save: (value: T, version: number) => Promise<unknown>,
): Draft<T> {
  const [typed, setTyped] = useState<{ readonly part: Partial<T>; readonly version: number } | null>(null);
  const [isSaved, setSaved] = useState(false);
  const act = useAct((draft: { readonly value: T; readonly version: number }) => save(draft.value, draft.version), {
    done: () => {
      setTyped(null);
      setSaved(true);
    },
  });
  const value = { ...stored, ...typed?.part };
  return {
    value,
    isChanged: typed !== null,
    isSaved: isSaved && typed === null,
    pending: act.pending,
    failure: act.failure,
    wrong: fieldsSaid(act.failure),
    change: (part) =>
      setTyped((before) => ({ part: { ...before?.part, ...part }, version: before?.version ?? version })),
    discard: () => {
      act.reset();
      setTyped(null);
    },
    save: () => void act.run({ value, version: typed?.version ?? version }),
  };
}

/**
 * A record as it was when a form opened over it. The form sends that version: an edit made meanwhile by somebody else is
 * refused, never overwritten; "Show current version" then begins again with what is stored now.
 */
export function useSeed<T>(live: T): { readonly seed: T; readonly showNow: () => void } {
  const [seed, setSeed] = useState(live);
  return { seed, showNow: () => setSeed(live) };
}
