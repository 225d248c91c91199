import { useSyncExternalStore } from 'react';

/** A value outside the tree of components, which any of them follows. */
export interface Shared<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  /** @returns the function that ends it. */
  readonly on: (listener: () => void) => () => void;
}

/** @param follow Runs while anybody listens; what it returns ends it. */
export function shared<T>(first: T, follow?: () => () => void): Shared<T> {
  let value = first;
  let unfollow: (() => void) | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    on(listener) {
      listeners.add(listener);
      unfollow ??= follow?.();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unfollow?.();
        unfollow = undefined;
      };
    },
  };
}

export function useShared<T>({ on, get }: Shared<T>): T {
  return useSyncExternalStore(on, get);
}
