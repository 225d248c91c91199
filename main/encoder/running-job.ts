import type { EncoderJob, JobQuestion, MadeCard } from '#api/encoder';
import { EncoderError } from '#hardware/encoder-error';
import type { InstantText } from '#domain/time/time';
import type { ChangeSignal } from './change-signal.ts';

export interface JobBeginning extends Pick<EncoderJob, 'id' | 'kind' | 'encoder' | 'keyId' | 'owner' | 'of'> {
  readonly startedAt: InstantText;
}

/** A job as the screens see it, and the clerk's hand on it. */
export class RunningJob {
  readonly #changed: ChangeSignal;
  readonly #calling = new AbortController();
  #view: EncoderJob;
  #answer: ((yes: boolean) => void) | null = null;

  constructor(beginning: JobBeginning, changed: ChangeSignal) {
    this.#changed = changed;
    const nothing = { problem: null, detail: null, question: null, cardType: null, wasTorn: false, made: [] };
    this.#view = { ...beginning, ...nothing, step: 'waiting-for-card', progress: 0, card: 1 };
    changed.raise();
  }

  get view(): EncoderJob {
    return this.#view;
  }

  get isOver(): boolean {
    return this.#view.step === 'done' || this.#view.step === 'failed';
  }

  /** Aborts when the clerk calls the job off. */
  get signal(): AbortSignal {
    return this.#calling.signal;
  }

  show(changes: Partial<EncoderJob>): void {
    this.#view = { ...this.#view, ...changes };
    this.#changed.raise();
  }

  made(card: MadeCard): void {
    this.show({ made: [...this.#view.made, card] });
  }

  /** A later card ends those that were made before it. */
  outrun(): void {
    const made = this.#view.made.map((card): MadeCard =>
      card.outcome === 'issued' ? { ...card, outcome: 'outrun' } : card,
    );
    this.show({ made });
  }

  /** Waits for the clerk. Throws EncoderError 'cancelled'. */
  async ask(question: JobQuestion): Promise<boolean> {
    if (this.signal.aborted) throw new EncoderError('cancelled', 'called off');
    const before = this.#view.step;
    const answer = await new Promise<boolean | null>((resolve) => {
      this.#answer = resolve;
      this.signal.addEventListener('abort', () => resolve(null), { once: true });
      this.show({ step: 'asking', question });
    });
    this.#answer = null;
    this.show({ step: before, question: null });
    if (answer === null) throw new EncoderError('cancelled', 'called off');
    return answer;
  }

  /** @returns false when nothing is asked. */
  answer(yes: boolean): boolean {
    if (this.#answer === null) return false;
    this.#answer(yes);
    return true;
  }

  cancel(): void {
    this.#calling.abort();
  }
}
