/** What goes wrong next. Numbers count down to nothing by themselves; the others stay until they are cleared. */
export interface EncoderFaults {
  /** ACKs that are lost on the line. */
  lostAcks: number;
  /** Answers that are lost on the line, of any command. */
  lostAnswers: number;
  /** Writes that the card does, and whose answer the chip does not hear. */
  lostWrites: number;
  /** Answers with a wrong checksum. */
  wrongChecksums: number;
  /** Commands that are acknowledged and never answered. */
  hangs: number;
  /** Neither ACK nor answer. */
  isSilent: boolean;
  /** Bytes on the line before every ACK. */
  garbage: Uint8Array;
  /** Every byte arrives by itself. */
  isByteByByte: boolean;
  /** The chip's status for the next exchanges with a card, instead of the card's answer; null: none. */
  status: number | null;
  /** Writes until the card is pulled away; null: it stays. */
  removeAfter: { writes: number; how: 'before' | 'half' | 'after' } | null;
  /** The page or block that keeps something else than what is written; every one of them. */
  badBlock: number | 'any' | null;
}

export function noFaults(): EncoderFaults {
  return {
    lostAcks: 0,
    lostAnswers: 0,
    lostWrites: 0,
    wrongChecksums: 0,
    hangs: 0,
    isSilent: false,
    garbage: new Uint8Array(),
    isByteByByte: false,
    status: null,
    removeAfter: null,
    badBlock: null,
  };
}

/** Whether one of the counted ones is left; takes it. */
export function takes(
  faults: EncoderFaults,
  which: 'lostAcks' | 'lostAnswers' | 'lostWrites' | 'wrongChecksums' | 'hangs',
): boolean {
  if (faults[which] <= 0) return false;
  faults[which] -= 1;
  return true;
}
