import type { CardInfo } from './card-port.ts';
import type { CardContent } from './card/inspect-card.ts';
import type { CardType } from './card/card-layout.ts';
import type { OverwritePolicy } from './card/refuse-card.ts';
import type { KeyRecord } from './card/key-record.ts';
import type { EncoderProtocol } from './encoder-chip.ts';
import type { EncoderError } from './encoder-error.ts';
import type { Limits } from './encoder-timer.ts';

/**
 * A card encoder on the desk. One job at a time: calls wait for each other. Everything that goes wrong is an
 * EncoderError, whose `outcome` says whether the card can have changed; a card is issued when `encode` has returned, never
 * before.
 */
export interface Encoder {
  readonly port: string;
  readonly protocol: EncoderProtocol;
  /** @returns its firmware's name. Throws 'not-found', 'in-use', 'not-an-encoder'. May be called again after 'lost'. */
  open(limits: Limits): Promise<string>;
  close(): Promise<void>;
  ping(limits: Limits): Promise<void>;
  /** The cards that lie there now, at most two. Waits for none, and tells nobody. */
  look(limits: Limits): Promise<readonly CardInfo[]>;
  /** Until exactly one card lies there. Throws 'no-card' at the deadline, 'two-cards' at once. */
  waitForCard(limits: Limits): Promise<CardInfo>;
  /** Writes nothing. */
  inspect(card: CardInfo, limits: Limits): Promise<CardState>;
  /** Writes, reads back, compares and checks the seal of what was read. Nobody else's card is touched. */
  encode(card: CardInfo, record: KeyRecord, order: OverwritePolicy & Limits): Promise<EncodeResult>;
  /** Wipes a card of ours. Throws 'foreign', 'locked', 'wrong-type' for every other. */
  erase(card: CardInfo, limits: Limits): Promise<void>;
  /** Until this card does not lie there any more, whatever does. Throws 'deadline'. */
  waitForRemoval(uid: Uint8Array, limits: Limits): Promise<void>;
  signal(what: 'ok' | 'fail', limits: Limits): Promise<void>;
  onEvent(listen: (event: EncoderEvent) => void): () => void;
}

export type CardState =
  /** isRunning: its time is not over yet. */
  | (Extract<CardContent, { is: 'ours' }> & { readonly type: CardType; readonly isRunning: boolean })
  | (Exclude<CardContent, { is: 'ours' }> & { readonly type: CardType })
  /** `why`: the type as the card names it (SAK, in hexadecimal). */
  | { readonly is: 'unsupported'; readonly why: string };

export interface EncodeResult {
  readonly uid: Uint8Array;
  readonly type: CardType;
  readonly slot: number;
  /** Milliseconds since 1970, by the clock that the encoder was given. */
  readonly verifiedAt: number;
}

export type EncoderEvent =
  | { readonly is: 'state'; readonly state: EncoderState }
  | { readonly is: 'card'; readonly card: CardInfo }
  | { readonly is: 'card-removed' }
  | { readonly is: 'lost' }
  | { readonly is: 'failed'; readonly error: EncoderError }
  | { readonly is: 'progress'; readonly step: 'writing' | 'verifying'; readonly done: number; readonly of: number };

export type EncoderState = 'absent' | 'connecting' | 'ready' | 'busy';
