import { useState } from 'react';

/** What is being typed over what is stored. Live changes show through until the first key stroke, never over it. */
export function useDraft<T>(stored: T, version: number) {
  const [draft, setDraft] = useState<{ readonly value: T; readonly version: number } | null>(null);
  return {
    value: draft?.value ?? stored,
    /** The version that the typing began from: an edit of an older one is refused. */
    version: draft?.version ?? version,
    isChanged: draft !== null,
    change: (value: T) => setDraft({ value, version: draft?.version ?? version }),
    discard: () => setDraft(null),
  };
}
