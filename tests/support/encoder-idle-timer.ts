import type { EncoderTimer } from '#hardware/encoder-timer';

/** Time that passes only while nobody has anything to do: then it jumps to the next timer. Waits cost nothing. */
export function idleTimer(): EncoderTimer {
  let now = 0;
  let isPumping = false;
  const waiting = new Set<{ readonly at: number; readonly act: () => void }>();

  const pump = (): void => {
    const [next] = [...waiting].toSorted((a, b) => a.at - b.at);
    isPumping = next !== undefined;
    if (next === undefined) return;
    // Everything that was said in memory has been heard by the time that the event loop comes round.
    setImmediate(pump);
    waiting.delete(next);
    now = Math.max(now, next.at);
    next.act();
  };
  return {
    now: () => now,
    after: (milliseconds, act) => {
      const entry = { at: now + milliseconds, act };
      waiting.add(entry);
      if (!isPumping) {
        isPumping = true;
        setImmediate(pump);
      }
      return () => waiting.delete(entry);
    },
  };
}
