import { useCallback, useEffect, useState } from 'react';

/** Beside what something is said: the header, one door's row, one credential's card, one line that needs attention. */
export type Place = 'key' | `door/${string}` | `doorcode/${string}` | `keycard/${string}` | `attention/${string}`;

export interface Said {
  readonly place: Place;
  readonly text: string;
  readonly tone: 'done' | 'failed';
}

/** Long enough to be read after looking up from the guest. */
const staysMs = 8_000;

/** What came of the last act, to be shown where it was clicked; a refusal stays until the next act. */
export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (said === null || said.tone === 'failed') return undefined;
    const timer = setTimeout(() => setSaid(null), staysMs);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback(
    (place: Place, text: string, tone: Said['tone'] = 'done') => setSaid({ place, text, tone }),
    [],
  );
  return { said, say };
}
