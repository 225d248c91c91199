/** What an index is asked for. */

export type Match = { readonly value: string } | { readonly from?: string; readonly below?: string };

/** A record's place in an index. */
export interface Place {
  readonly value: string;
  readonly id: string;
}

export interface Page {
  readonly offset?: number;
  readonly limit?: number;
  readonly descending?: boolean;
}

/** Every value that begins so. */
export function beginsWith(text: string): { readonly from: string; readonly below: string } {
  return { from: text, below: `${text}\uFFFF` };
}
