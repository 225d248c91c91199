import { sameBytes } from '../bytes.ts';
import type { CardAnswer, CardInfo, CardPort } from '../card-port.ts';
import { EncoderError, mayPass } from '../encoder-error.ts';
import type { Outcome } from '../encoder-error.ts';
import type { Limits } from '../encoder-timer.ts';
import type { CardLayout } from './card-layout.ts';

/** As delivered. The record's seal protects it, not the card's own key: Crypto-1 was broken in 2008. */
const TRANSPORT_KEY = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff);
/** A card at the rim of the field loses an answer now and then; one that loses three is not lying well. */
const MOST_TRIES = 3;

/**
 * One card during one job, whatever the air and the line do: what was lost is asked again, and a write whose answer was
 * lost is decided by reading. Never touches another card than the one it was made for.
 */
export class SteadyCard {
  readonly #port: CardPort;
  readonly #card: CardInfo;
  readonly #layout: CardLayout;
  readonly #limits: Limits;
  #isSelected = false;
  #sector: number | null = null;
  /** During this read or write. */
  #timeouts = 0;
  #outcome: Outcome = 'nothing-written';

  constructor(
    port: CardPort,
    card: CardInfo,
    { layout, limits }: { readonly layout: CardLayout; readonly limits: Limits },
  ) {
    this.#port = port;
    this.#card = card;
    this.#layout = layout;
    this.#limits = limits;
  }

  /** Whether the card can have changed since the job began. */
  get outcome(): Outcome {
    return this.#outcome;
  }

  /**
   * @returns 16 bytes from this block on (four pages, or one block); null when the card is there and does not let us.
   * Throws EncoderError 'card-removed', 'card-changed', 'two-cards', and the encoder's own.
   */
  async read(block: number): Promise<Uint8Array | null> {
    this.#timeouts = 0;
    return this.#read(block);
  }

  async #read(block: number): Promise<Uint8Array | null> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const answer = await this.#ask(block, () => this.#port.read(block, this.#limits));
      if (answer?.outcome === 'done') return answer.bytes;
      if (answer?.outcome === 'refused') return null;
    }
    return null;
  }

  /**
   * @param before What is there now: tells a refusal from a write of which only the answer was lost.
   * Throws EncoderError 'write-protected' when the card is there and does not take it, and all that `read` throws.
   */
  async write(block: number, bytes: Uint8Array, before: Uint8Array): Promise<void> {
    this.#timeouts = 0;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const known = this.#outcome;
      const answer = await this.#ask(block, () => {
        this.#outcome = 'unknown';
        return this.#port.write(block, bytes, this.#limits);
      });
      if (answer?.outcome === 'done') return;
      const now = (await this.#read(block))?.subarray(0, bytes.length);
      if (now === undefined) continue;
      if (sameBytes(now, bytes)) return;
      if (sameBytes(now, before)) this.#outcome = known;
    }
    throw new EncoderError('write-protected', `block ${block} does not take what is written`);
  }

  /** Finds out whether this card, and no other, is on the encoder. */
  async select(): Promise<void> {
    this.#isSelected = false;
    this.#sector = null;
    const [first, second] = await this.#port.list(this.#limits);
    if (first === undefined) throw new EncoderError('card-removed', 'the card was taken away');
    if (second !== undefined) throw new EncoderError('two-cards', 'a second card was laid on');
    if (!sameBytes(first.uid, this.#card.uid)) throw new EncoderError('card-changed', 'another card was laid on');
    this.#isSelected = true;
  }

  /** @returns null after a time-out of the encoder, once in a read or write: it is woken and may be asked again. */
  async #ask(block: number, ask: () => Promise<CardAnswer>): Promise<CardAnswer | null> {
    try {
      if (!this.#isSelected) await this.select();
      const locked = await this.#openSector(block);
      const answer = locked ?? (await ask());
      if (answer.outcome !== 'done') this.#isSelected = false;
      return answer;
    } catch (problem) {
      this.#isSelected = false;
      if (!mayPass(problem) || this.#timeouts > 0) throw problem;
      this.#timeouts += 1;
      return null;
    }
  }

  async #openSector(block: number): Promise<CardAnswer | null> {
    const sector = block >> 2;
    if (this.#layout.kind !== 'classic' || this.#sector === sector) return null;
    const answer = await this.#port.auth(block, TRANSPORT_KEY, this.#limits);
    this.#sector = answer.outcome === 'done' ? sector : null;
    return answer.outcome === 'done' ? null : answer;
  }
}
