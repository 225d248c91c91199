/** A card as the reader's field knows it. */
export interface SimulatedCard {
  readonly type: string;
  readonly uid: Uint8Array;
  readonly atqa: number;
  readonly sak: number;
  /** Answer to RATS, its length first; null for cards that stop at ISO 14443-3. */
  readonly ats: Uint8Array | null;
  /** One command on the air, without CRC. */
  exchange(command: Uint8Array): AirAnswer;
  /** The field was switched off, or the card was selected anew. */
  reset(): void;
  /** The whole memory, for tests and the demo's panel. */
  memory(): Uint8Array;
  /** A card that was put away comes back with the bytes that it had. */
  restore(memory: Uint8Array): void;
  /** A write that the card begins and does not finish, because its power fails: half new, half noise. */
  tear(command: Uint8Array): void;
}

export type AirAnswer =
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  | { readonly is: 'ack' }
  /** The card says no and goes back to sleep. */
  | { readonly is: 'nak' }
  | { readonly is: 'auth-failed' }
  | { readonly is: 'silence' };

export const ACK = { is: 'ack' } as const;
export const NAK = { is: 'nak' } as const;
export const SILENCE = { is: 'silence' } as const;

export function bytesAnswer(bytes: Uint8Array): AirAnswer {
  return { is: 'bytes', bytes };
}

/** What is in a cell whose programming was cut off: the first bytes new, one that never was either. */
export function halfWritten(before: Uint8Array, after: Uint8Array): Uint8Array {
  const half = after.length / 2;
  return before.map((byte, place) => {
    if (place < half) return after[place] ?? 0;
    return place === half ? byte ^ 0x5a : byte;
  });
}
