import type { EncoderProblem } from '#api/encoder';
import { EncoderError } from '#hardware/encoder-error';

/** What the records, not the encoder, have against a card. */
export type CardRefusalCode = Extract<EncoderProblem, `keycard-${string}` | 'nothing-to-finish'>;

/** Thrown before anything is written. */
export class CardRefusal extends EncoderError {
  readonly problem: CardRefusalCode;
  /** The number of the keycard that the sentence names. */
  readonly number: string | null;

  constructor(problem: CardRefusalCode, number: string | null = null) {
    super('refused', number === null ? problem : `${problem} ${number}`);
    this.problem = problem;
    this.number = number;
  }
}

export function problemOf(error: EncoderError): EncoderProblem {
  return error instanceof CardRefusal ? error.problem : error.code;
}

/** What the sentence of the problem names. */
export function detailOf(error: EncoderError): string | null {
  if (error instanceof CardRefusal) return error.number;
  return error.code === 'wrong-type' ? error.reason : null;
}
