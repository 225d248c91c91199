/** The only clock of the encoder, so that tests need not wait. Monotonic, in milliseconds from anywhere. */
export interface EncoderTimer {
  now(): number;
  /** @returns the function that calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** How long a call may take, and who may call it off. */
export interface Limits {
  readonly signal: AbortSignal;
  /** A moment of EncoderTimer.now(). */
  readonly deadline: number;
}

export const realTimer: EncoderTimer = {
  now: () => performance.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Resolves after the pause, at the deadline or when called off, whichever is first. Never rejects. */
export function pause(timer: EncoderTimer, milliseconds: number, { signal, deadline }: Limits): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = () => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timer.after(Math.max(0, Math.min(milliseconds, deadline - timer.now())), end);
    signal.addEventListener('abort', end);
  });
}
