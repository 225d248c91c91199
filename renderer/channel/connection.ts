import { shared, useShared } from './shared.ts';

/** `lost`: it was open, or could not be opened, and is being tried again. */
export type Connection = 'connecting' | 'open' | 'lost';

const current = shared<Connection>('connecting');

export const connection = current.get;
export const setConnection = current.set;
/** @returns the function that ends it. */
export const onConnection = current.on;

export function useConnection(): Connection {
  return useShared(current);
}
