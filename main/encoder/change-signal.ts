import type { EncoderTimer } from '#hardware/encoder-timer';

/** Between two signals, milliseconds: a write makes thirty steps in a second, and a screen needs five of them. */
const AT_MOST_EVERY = 200;

/** Tells that something changed: at once, and then no oftener than the screens can follow; the last one is never lost. */
export class ChangeSignal {
  readonly #timer: EncoderTimer;
  readonly #listeners = new Set<() => void>();
  #toldAt = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(timer: EncoderTimer) {
    this.#timer = timer;
  }

  /** @returns what undoes it. */
  on(listen: () => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  raise(): void {
    if (this.#cancel !== null) return;
    const left = this.#toldAt + AT_MOST_EVERY - this.#timer.now();
    if (left <= 0) return this.#tell();
    this.#cancel = this.#timer.after(left, () => this.#tell());
  }

  stop(): void {
    this.#cancel?.();
    this.#listeners.clear();
  }

  #tell(): void {
    this.#cancel = null;
    this.#toldAt = this.#timer.now();
    for (const listen of this.#listeners) listen();
  }
}
