import type { ByteLink } from '../byte-link.ts';
import { EncoderError } from '../encoder-error.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import { Incoming } from '../incoming.ts';
import { encodeTwn4, Twn4Decoder } from './twn4-frame.ts';
import type { Twn4Format, Twn4Piece } from './twn4-frame.ts';

/** A search over every card type that is switched on takes the longest, below half a second. */
const ANSWER_WAIT = 1_000;

/** One command at a time. The reader speaks only when asked, so every message is the answer to the last command. */
export class Twn4Line {
  readonly #link: ByteLink;
  readonly #timer: EncoderTimer;
  readonly #incoming: Incoming<Twn4Piece>;
  readonly #format: Twn4Format;
  /** An answer that was given up may still come, and carries no number: it has to be waited out before the next question. */
  #owed = 0;

  constructor(link: ByteLink, timer: EncoderTimer, format: Twn4Format) {
    this.#link = link;
    this.#timer = timer;
    this.#format = format;
    this.#incoming = new Incoming(link, timer, new Twn4Decoder(format));
  }

  stop(): void {
    this.#incoming.stop();
  }

  /**
   * @param body API, function, parameters.
   * @returns what follows the error byte. Throws EncoderError 'timeout', 'frame-error', 'syntax', 'lost', 'cancelled',
   * 'deadline'.
   */
  async command(body: Uint8Array, limits: Limits): Promise<Uint8Array> {
    this.#incoming.check(limits);
    if (this.#owed > this.#timer.now()) await this.#incoming.next(this.#owed, limits);
    this.#incoming.clear();
    await this.#link.write(encodeTwn4(body, this.#format));
    const until = this.#timer.now() + ANSWER_WAIT;
    // Until it came.
    this.#owed = until;
    const piece = await this.#incoming.next(until, limits);
    this.#owed = 0;
    if (piece === null) throw new EncoderError('timeout', 'no answer');
    if (piece.is === 'damaged') throw new EncoderError('frame-error', 'the answer arrived damaged');
    const [error = 0xff, ...rest] = piece.body;
    if (error !== 0) throw new EncoderError('syntax', `the reader does not take the command`, { chipStatus: error });
    return Uint8Array.from(rest);
  }
}
