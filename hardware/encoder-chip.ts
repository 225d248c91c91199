import type { CardPort } from './card-port.ts';
import type { Limits } from './encoder-timer.ts';

/** An encoder's electronics behind one protocol. */
export interface EncoderChip extends CardPort {
  readonly protocol: EncoderProtocol;
  readonly port: string;
  /**
   * Opens the link, wakes the chip, asks who it is.
   * @returns its firmware's name. Throws EncoderError 'not-found', 'in-use', 'not-an-encoder' (the link is closed then).
   */
  open(limits: Limits): Promise<string>;
  /** Throws when it does not answer. */
  ping(limits: Limits): Promise<void>;
  /** Field off: between jobs a chip should not be warm, and a card starts afresh. */
  rest(limits: Limits): Promise<void>;
  /** A beep or a light, where it has one. */
  signal(what: 'ok' | 'fail', limits: Limits): Promise<void>;
  onLost(listen: () => void): () => void;
  close(): Promise<void>;
}

export type EncoderProtocol = 'pn532-hsu' | 'twn4-simple';
