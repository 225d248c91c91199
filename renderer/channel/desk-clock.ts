import type { InstantText } from '#domain/time/time';
import { shared, useShared } from './shared.ts';

let ahead = 0;
const second = shared(secondNow(), () => {
  const timer = setInterval(() => second.set(secondNow()), 1000);
  return () => clearInterval(timer);
});

/** The desk's clock is the one that counts: countdowns run on it even where this PC's clock is wrong. */
export function followDeskTime(now: InstantText): void {
  ahead = Date.parse(now) - Date.now();
}

/** The moment at the desk, to the second; the component is drawn again every second. */
export function useNow(): InstantText {
  return useShared(second);
}

function secondNow(): InstantText {
  return new Date(Math.floor((Date.now() + ahead) / 1000) * 1000).toISOString() as InstantText;
}
