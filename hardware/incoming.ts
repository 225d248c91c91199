import type { ByteLink } from './byte-link.ts';
import { EncoderError } from './encoder-error.ts';
import type { EncoderTimer, Limits } from './encoder-timer.ts';

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

  /** @returns null when nothing came until then. Throws EncoderError 'lost', 'cancelled', 'deadline'. */
  async next(until: number, limits: Limits): Promise<Piece | null> {
    for (;;) {
      this.check(limits);
      const piece = this.#pieces.shift();
      if (piece !== undefined) return piece;
      const left = Math.min(until, limits.deadline) - this.#timer.now();
      if (left <= 0 && until <= limits.deadline) return null;
      await this.#somethingNew(Math.max(left, 0), limits.signal);
    }
  }

  check({ signal, deadline }: Limits): void {
    if (this.#isLost) throw new EncoderError('lost', `${this.#link.name} was unplugged`);
    if (signal.aborted) throw new EncoderError('cancelled', 'called off');
    if (this.#timer.now() >= deadline) throw new EncoderError('deadline', 'out of time');
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
