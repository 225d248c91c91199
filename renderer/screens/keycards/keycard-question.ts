import { type KeycardState, keycardStates } from '#domain/cards/keycard';

/** What is shown of the stock, as it stands in the address. */
export interface KeycardSearch {
  readonly state?: KeycardState;
  readonly text?: string;
}

/** Reads the address; what it does not understand is left out. */
export function keycardSearchFrom(search: Record<string, unknown>): KeycardSearch {
  const state = keycardStates.find((known) => known === search['state']);
  const { text } = search;
  return {
    ...(state === undefined ? {} : { state }),
    ...(typeof text === 'string' && text !== '' ? { text } : {}),
  };
}
