import type { ByteLink } from '../byte-link.ts';
import { EncoderError } from '../encoder-error.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import { Incoming } from '../incoming.ts';
import { encodeTwn4, Twn4Decoder } from './twn4-frame.ts';
import type { Twn4Format, Twn4Piece } from './twn4-frame.ts';

/** A search over every card type that is switched on takes the longest, below half a second. */
const ANSWER_WAIT = 1_000;

/** GetVersionString: changes nothing, and its answer is like no other's. */
const VERSION = Uint8Array.of(0x00, 0x04, 0xff);

/**
 * One command at a time. The reader speaks only when asked, so every message is the answer to the oldest question. None
 * carries a number: after an answer that did not come in time the version is asked for, and what comes before it is late.
 */
export class Twn4Line {
  readonly #link: ByteLink;
  readonly #timer: EncoderTimer;
  readonly #incoming: Incoming<Twn4Piece>;
  readonly #format: Twn4Format;
  /** Until when the last question's answer may be waited for; null: it came. */
  #owed: number | null = null;

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
    if (this.#owed !== null) await this.#catchUp(this.#owed, limits);
    // A version that comes now was asked for while catching up.
    return this.#ask(body, limits, isVersion);
  }

  /** GetVersionString: how long the text is, and the text. Throws what `command` throws. */
  async version(limits: Limits, patience = ANSWER_WAIT): Promise<Uint8Array> {
    this.#incoming.check(limits);
    const isBehind = this.#owed !== null;
    return this.#ask(VERSION, limits, (piece) => isBehind && !isVersion(piece), patience);
  }

  async #catchUp(owed: number, limits: Limits): Promise<void> {
    const late = await this.#incoming.next(owed, limits);
    if (late === null) await this.#ask(VERSION, limits, (piece) => !isVersion(piece));
  }

  async #ask(
    body: Uint8Array,
    limits: Limits,
    isLate: (piece: Twn4Piece) => boolean,
    patience = ANSWER_WAIT,
  ): Promise<Uint8Array> {
    this.#incoming.clear();
    await this.#link.write(encodeTwn4(body, this.#format));
    const until = this.#timer.now() + patience;
    this.#owed = until;
    for (;;) {
      const piece = await this.#incoming.next(until, limits);
      if (piece === null) throw new EncoderError('timeout', 'no answer');
      if (isLate(piece)) continue;
      this.#owed = null;
      if (piece.is === 'damaged') throw new EncoderError('frame-error', 'the answer arrived damaged');
      const [error = 0xff, ...rest] = piece.body;
      if (error !== 0) throw new EncoderError('syntax', `the reader does not take the command`, { chipStatus: error });
      return Uint8Array.from(rest);
    }
  }
}

/** No other answer begins so: 00, a length, `TWN4/`. */
function isVersion(piece: Twn4Piece): boolean {
  return piece.is === 'message' && String.fromCharCode(...piece.body.slice(2, 7)) === 'TWN4/';
}
