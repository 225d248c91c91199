import { joinBytes } from '../bytes.ts';
import type { ByteLink } from '../byte-link.ts';
import { EncoderError } from '../encoder-error.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import { ACK_FRAME, encodePn532Frame, FROM_CHIP, FROM_HOST, NACK_FRAME, Pn532Decoder } from './pn532-frame.ts';
import type { Pn532Piece } from './pn532-frame.ts';

/** The chip acknowledges within 15 ms (UM0701-02, 6.2.2); a USB bridge may hold its bytes back for some time. */
const ACK_WAIT = 200;
/** Nothing that we ask takes longer than a few retries on the air, some 100 ms. */
const ANSWER_WAIT = 1_000;
const MOST_NACKS = 3;

/** One command at a time over the line: command, ACK, answer; NACK for a damaged answer, ACK to abort. */
export class Pn532Line {
  readonly #link: ByteLink;
  readonly #timer: EncoderTimer;
  readonly #decoder = new Pn532Decoder();
  readonly #stops: (() => void)[];
  #pieces: Pn532Piece[] = [];
  #isLost = false;
  #wake: () => void = () => undefined;

  /** Listens from now on, to a link that is open. */
  constructor(link: ByteLink, timer: EncoderTimer) {
    this.#link = link;
    this.#timer = timer;
    this.#stops = [
      link.onBytes((bytes) => {
        this.#pieces.push(...this.#decoder.feed(bytes));
        this.#wake();
      }),
      link.onLost(() => {
        this.#isLost = true;
        this.#wake();
      }),
    ];
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  /**
   * @param prefix Goes before the frame in the same write: the wake-up.
   * @returns what follows the answer's code.
   * Throws EncoderError: 'timeout' (no ACK and no answer, or ACK and no answer), 'frame-error', 'syntax', 'lost',
   * 'cancelled', 'deadline'. The command may have been carried out all the same.
   */
  async command(body: Uint8Array, limits: Limits, prefix: Uint8Array = new Uint8Array()): Promise<Uint8Array> {
    this.#checkLimits(limits);
    this.#pieces = [];
    this.#decoder.reset();
    await this.#link.write(joinBytes(prefix, encodePn532Frame(FROM_HOST, body)));
    try {
      return await this.#answer((body[0] ?? 0) + 1, limits);
    } catch (problem) {
      // Ends what the chip is doing, so that nothing of it is written to a card that comes later.
      if (!this.#isLost) await this.#link.write(ACK_FRAME).catch(() => undefined);
      throw problem;
    }
  }

  async #answer(code: number, limits: Limits): Promise<Uint8Array> {
    let nacks = 0;
    let isAcknowledged = false;
    let until = this.#timer.now() + ACK_WAIT;
    for (;;) {
      const piece = await this.#next(until, limits);
      if (piece === null) throw new EncoderError('timeout', isAcknowledged ? 'no answer after ACK' : 'no ACK');
      if (piece.is === 'ack') {
        isAcknowledged = true;
        until = this.#timer.now() + ANSWER_WAIT;
      }
      if (piece.is === 'error') throw new EncoderError('syntax', 'the chip does not know the command');
      // An answer counts without its ACK: that may have been lost. Other codes are answers that came too late.
      if (piece.is === 'frame' && piece.tfi === FROM_CHIP && piece.body[0] === code) return piece.body.slice(1);
      // Before the ACK it is noise of the line.
      if (piece.is === 'damaged' && isAcknowledged) {
        nacks += 1;
        if (nacks > MOST_NACKS) throw new EncoderError('frame-error', 'the answer arrived damaged four times');
        this.#pieces = [];
        this.#decoder.reset();
        await this.#link.write(NACK_FRAME);
        until = this.#timer.now() + ANSWER_WAIT;
      }
    }
  }

  /** @returns null when nothing came until then. */
  async #next(until: number, limits: Limits): Promise<Pn532Piece | null> {
    for (;;) {
      this.#checkLimits(limits);
      const piece = this.#pieces.shift();
      if (piece !== undefined) return piece;
      const left = Math.min(until, limits.deadline) - this.#timer.now();
      if (left <= 0 && until <= limits.deadline) return null;
      await this.#somethingNew(Math.max(left, 0), limits.signal);
    }
  }

  #somethingNew(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        cancel();
        signal.removeEventListener('abort', end);
        this.#wake = () => undefined;
        resolve();
      };
      const cancel = this.#timer.after(milliseconds, end);
      signal.addEventListener('abort', end);
      this.#wake = end;
    });
  }

  #checkLimits({ signal, deadline }: Limits): void {
    if (this.#isLost) throw new EncoderError('lost', `${this.#link.name} was unplugged`);
    if (signal.aborted) throw new EncoderError('cancelled', 'called off');
    if (this.#timer.now() >= deadline) throw new EncoderError('deadline', 'out of time');
  }
}
