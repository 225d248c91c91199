import { useSyncExternalStore } from 'react';

/** `lost`: it was open, or could not be opened, and is being tried again. */
export type Connection = 'connecting' | 'open' | 'lost';

let current: Connection = 'connecting';
const listeners = new Set<() => void>();

export function connection(): Connection {
  return current;
}

export function setConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

/** @returns the function that ends it. */
export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnection(): Connection {
  return useSyncExternalStore(onConnection, connection);
}
