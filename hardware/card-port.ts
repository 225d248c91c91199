import type { Limits } from './encoder-timer.ts';

/**
 * Cards as an encoder's chip shows them: what every protocol driver supplies. Blocks are the card's own: 4-byte pages on
 * Type 2 (a read brings four pages), 16-byte blocks on Classic.
 *
 * What a card does is a value. Thrown is EncoderError for what happens to the encoder: 'lost', 'timeout', 'frame-error',
 * 'syntax', 'device-fault', 'cancelled', 'deadline'. After a throw the card has to be listed again.
 */
export interface CardPort {
  /**
   * Cards on the encoder, at most two; switches the field on. The first is selected for what follows. Two: nothing is
   * selected for sure.
   */
  list(limits: Limits): Promise<readonly CardInfo[]>;
  read(block: number, limits: Limits): Promise<CardAnswer>;
  /** @param bytes 4 on Type 2, 16 on Classic. */
  write(block: number, bytes: Uint8Array, limits: Limits): Promise<CardAnswer>;
  /** Opens the sector of a Classic block, with key A. After a refusal the card has to be listed again. */
  auth(block: number, key: Uint8Array, limits: Limits): Promise<CardAnswer>;
  /** GET_VERSION (60h) of Type 2 cards: 8 bytes. After silence the card has to be listed again. */
  version(limits: Limits): Promise<CardAnswer>;
}

export interface CardInfo {
  /** 4, 7 or 10 bytes. */
  readonly uid: Uint8Array;
  /** High byte first: 0004h, 0044h. */
  readonly atqa: number;
  readonly sak: number;
}

export type CardAnswer =
  | { readonly outcome: 'done'; readonly bytes: Uint8Array }
  /** The key is not the sector's. */
  | { readonly outcome: 'refused'; readonly status: number }
  /** Gone, or it refused by saying nothing, or its answer was lost: only another list and read tell. */
  | { readonly outcome: 'silent'; readonly status: number };
