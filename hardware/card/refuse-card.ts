import { EncoderError } from '../encoder-error.ts';
import type { OverwritePolicy } from '../encoder.ts';
import type { CardContent } from './inspect-card.ts';

/** Throws EncoderError 'locked', 'foreign', 'still-valid' for what must not be written over. @param minute Now, as cards count. */
export function refuseCard(content: CardContent, { mayReplace, isUnfinished }: OverwritePolicy, minute: number): void {
  if (content.is === 'locked') throw new EncoderError('locked', 'the card is locked by another system');
  if (content.is === 'foreign' && !(isUnfinished && content.inSlotsOnly)) {
    throw new EncoderError('foreign', 'the card belongs to another system');
  }
  if (content.is === 'ours' && content.record.to > minute && !mayReplace(content.record)) {
    throw new EncoderError('still-valid', 'the card is a valid key of another stay');
  }
}
