import { useEffect } from 'react';
import { lockScreen } from '../channel/screen-lock.ts';

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
/** How often it is looked whether the time is over. */
const strideMs = 1_000;

/**
 * Locks the screen after so long without a key, a click or a touch. By the clock and not by a timer: a PC that slept is
 * locked before the first touch after it counts.
 */
export function useAutoLock(afterSeconds: number): void {
  useEffect(() => {
    let lastAt = Date.now();

    const lockIfDue = (): boolean => {
      const isDue = Date.now() - lastAt >= afterSeconds * 1_000;
      if (isDue) lockScreen();
      return isDue;
    };
    const live = (): void => {
      if (!lockIfDue()) lastAt = Date.now();
    };

    const timer = setInterval(lockIfDue, strideMs);
    for (const sign of signsOfLife) document.addEventListener(sign, live, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) document.removeEventListener(sign, live, { capture: true });
    };
  }, [afterSeconds]);
}
