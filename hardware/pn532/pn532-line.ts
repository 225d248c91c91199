import { joinBytes } from '../bytes.ts';
import type { ByteLink } from '../byte-link.ts';
import { EncoderError } from '../encoder-error.ts';
import type { EncoderTimer, Limits } from '../encoder-timer.ts';
import { Incoming } from '../incoming.ts';
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
  readonly #incoming: Incoming<Pn532Piece>;

  /** Listens from now on, to a link that is open. */
  constructor(link: ByteLink, timer: EncoderTimer) {
    this.#link = link;
    this.#timer = timer;
    this.#incoming = new Incoming(link, timer, new Pn532Decoder());
  }

  stop(): void {
    this.#incoming.stop();
  }

  /**
   * @param how prefix: goes before the frame in the same write, the wake-up. patience: how long the ACK is waited for.
   * @returns what follows the answer's code.
   * Throws EncoderError: 'timeout' (no ACK and no answer, or ACK and no answer), 'frame-error', 'syntax', 'lost',
   * 'cancelled', 'deadline'. The command may have been carried out all the same.
   */
  async command(
    body: Uint8Array,
    limits: Limits,
    {
      prefix = new Uint8Array(),
      patience = ACK_WAIT,
    }: { readonly prefix?: Uint8Array; readonly patience?: number } = {},
  ): Promise<Uint8Array> {
    this.#incoming.check(limits);
    this.#incoming.clear();
    await this.#link.write(joinBytes(prefix, encodePn532Frame(FROM_HOST, body)));
    try {
      return await this.#answer((body[0] ?? 0) + 1, limits, patience);
    } catch (problem) {
      // Ends what the chip is doing, so that nothing of it is written to a card that comes later.
      if (!this.#incoming.isLost) await this.#link.write(ACK_FRAME).catch(() => undefined);
      throw problem;
    }
  }

  async #answer(code: number, limits: Limits, patience: number): Promise<Uint8Array> {
    let nacks = 0;
    let isAcknowledged = false;
    let until = this.#timer.now() + patience;
    for (;;) {
      const piece = await this.#incoming.next(until, limits);
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
        this.#incoming.clear();
        await this.#link.write(NACK_FRAME);
        until = this.#timer.now() + ANSWER_WAIT;
      }
    }
  }
}
