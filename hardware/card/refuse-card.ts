import type { KeyRecord } from './key-record.ts';
import { EncoderError } from '../encoder-error.ts';
import type { CardContent } from './inspect-card.ts';

export interface OverwritePolicy {
  /** Asked when the card holds a record of ours whose time is not over. Without a yes: 'still-valid'. */
  readonly mayReplace: (record: KeyRecord) => boolean;
  /**
   * The desk's records hold a begun write on this very card: then what looks foreign where we write, and is nowhere
   * else, is our own torn write.
   */
  readonly isUnfinished: boolean;
}

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
