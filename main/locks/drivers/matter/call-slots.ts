/**
 * Lets `count` calls run at a time and the others wait their turn. A call that waits or runs when its signal aborts
 * gives its turn away at once and rejects with the signal's reason.
 */
export function callSlots(count: number): <Value>(signal: AbortSignal, work: () => Promise<Value>) => Promise<Value> {
  let free = count;
  const waiting: (() => void)[] = [];
  const take = async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const give = () => {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  };
  return async (signal, work) => {
    await take();
    try {
      signal.throwIfAborted();
      return await Promise.race([work(), whenAborted(signal)]);
    } finally {
      give();
    }
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
