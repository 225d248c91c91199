import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';
import type { EncoderTimer, Limits } from './encoder-timer.ts';

/** A timer that rings so much too late: this program itself stood still, or the computer was busy. */
const STOOD_STILL = 50;
/** Then what came meanwhile lies unread at the port, and reading takes a few turns. */
const HEAR_OUT = 100;

/** What arrives on an open link, decoded, in order, for one who waits for it. */
export class Incoming<Piece> {
  readonly #link: ByteLink;
  readonly #timer: EncoderTimer;
  readonly #decoder: Decoder<Piece>;
  readonly #stops: readonly (() => void)[];
  #pieces: Piece[] = [];
  #isLost = false;
  #wake: () => void = () => undefined;

  /** Listens from now on. */
  constructor(link: ByteLink, timer: EncoderTimer, decoder: Decoder<Piece>) {
    this.#link = link;
    this.#timer = timer;
    this.#decoder = decoder;
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

  get isLost(): boolean {
    return this.#isLost;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  /** Forgets what came and what began to come. */
  clear(): void {
    this.#pieces = [];
    this.#decoder.reset();
  }

  /**
   * What came counts, also when its time is over; a silence during which this program could not hear does not.
   * @returns null when nothing came until then. Throws EncoderError 'lost', 'cancelled', 'deadline'.
   */
  async next(until: number, limits: Limits): Promise<Piece | null> {
    let end = Math.min(until, limits.deadline);
    for (;;) {
      const piece = this.#pieces.shift();
      if (piece !== undefined) return piece;
      this.#checkThere(limits);
      const left = end - this.#timer.now();
      if (left <= 0 && limits.deadline < until) throw new EncoderError('deadline', 'out of time');
      if (left <= 0) return null;
      await this.#somethingNew(left, limits.signal);
      if (this.#timer.now() - end > STOOD_STILL) end = this.#timer.now() + HEAR_OUT;
    }
  }

  /** Before something is asked. Throws EncoderError 'lost', 'cancelled', 'deadline'. */
  check(limits: Limits): void {
    this.#checkThere(limits);
    if (this.#timer.now() >= limits.deadline) throw new EncoderError('deadline', 'out of time');
  }

  #checkThere({ signal }: Limits): void {
    if (this.#isLost) throw new EncoderError('lost', `${this.#link.name} was unplugged`);
    if (signal.aborted) throw new EncoderError('cancelled', 'called off');
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
}

interface Decoder<Piece> {
  feed(bytes: Uint8Array): readonly Piece[];
  reset(): void;
}
