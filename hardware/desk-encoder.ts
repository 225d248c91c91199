import { sameBytes } from './bytes.ts';
import type { CardInfo } from './card-port.ts';
import { minuteOf } from './card/card-clock.ts';
import { layoutOf, layoutOfVersion } from './card/card-layout.ts';
import type { CardLayout } from './card/card-layout.ts';
import { contentOf, readCard } from './card/inspect-card.ts';
import type { ReadCard } from './card/inspect-card.ts';
import type { KeyRecord } from './card/key-record.ts';
import { sealRecord } from './card/keyring.ts';
import type { Keyring } from './card/keyring.ts';
import { refuseCard, type OverwritePolicy } from './card/refuse-card.ts';
import { SteadyCard } from './card/steady-card.ts';
import { eraseSlots, writeSlot } from './card/write-card.ts';
import type { EncoderChip, EncoderProtocol } from './encoder-chip.ts';
import { EncoderError, mayPass } from './encoder-error.ts';
import { pause } from './encoder-timer.ts';
import type { EncoderTimer, Limits } from './encoder-timer.ts';
import type { CardState, EncodeResult, Encoder, EncoderEvent, EncoderState } from './encoder.ts';

/** Between two looks for a card. Shorter warms the chip, longer is felt at the desk. */
const LOOK_EVERY = 100;
/** Switching the field off after a job, which may have been called off or be out of time. */
const REST_WAIT = 500;

export interface DeskEncoderOptions {
  readonly chip: EncoderChip;
  readonly timer: EncoderTimer;
  /** Asked anew for every job: masters rotate. */
  readonly keyring: () => Keyring;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
}

/** The Encoder over any chip. */
export class DeskEncoder implements Encoder {
  readonly port: string;
  readonly protocol: EncoderProtocol;
  readonly #chip: EncoderChip;
  readonly #timer: EncoderTimer;
  readonly #keyring: () => Keyring;
  readonly #now: () => number;
  readonly #listeners = new Set<(event: EncoderEvent) => void>();
  #isThere = false;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ chip, timer, keyring, now }: DeskEncoderOptions) {
    this.#chip = chip;
    this.#timer = timer;
    this.#keyring = keyring;
    this.#now = now;
    this.port = chip.port;
    this.protocol = chip.protocol;
    chip.onLost(() => {
      this.#isThere = false;
      this.#tell({ is: 'lost' });
      this.#state('absent');
    });
  }

  open(limits: Limits): Promise<string> {
    return this.#inTurn(async () => {
      this.#state('connecting');
      try {
        const firmware = await this.#chip.open(limits);
        this.#isThere = true;
        this.#state('ready');
        return firmware;
      } catch (problem) {
        this.#state('absent');
        throw problem;
      }
    });
  }

  close(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#chip.close();
      this.#isThere = false;
      this.#state('absent');
    });
  }

  ping(limits: Limits): Promise<void> {
    return this.#inTurn(() => twice(() => this.#chip.ping(limits)));
  }

  signal(what: 'ok' | 'fail', limits: Limits): Promise<void> {
    return this.#inTurn(() => this.#chip.signal(what, limits));
  }

  look(limits: Limits): Promise<readonly CardInfo[]> {
    return this.#inTurn(async () => {
      try {
        return await twice(() => this.#chip.list(limits));
      } finally {
        await this.#rest();
      }
    });
  }

  waitForCard(limits: Limits): Promise<CardInfo> {
    return this.#job(async () => {
      const card = await this.#look(limits, ([first, second]) => {
        if (second !== undefined) throw new EncoderError('two-cards', 'two cards on the encoder');
        return first ?? null;
      });
      if (card === null) throw new EncoderError('no-card', 'no card was laid on in time');
      this.#tell({ is: 'card', card });
      return card;
    });
  }

  waitForRemoval(uid: Uint8Array, limits: Limits): Promise<void> {
    return this.#job(async () => {
      const gone = await this.#look(limits, (cards) => (cards.some((card) => sameBytes(card.uid, uid)) ? null : true));
      if (gone === null) throw new EncoderError('deadline', 'the card was not taken away');
      this.#tell({ is: 'card-removed' });
    });
  }

  inspect(card: CardInfo, limits: Limits): Promise<CardState> {
    return this.#job(async () => {
      const layout = await twice(() => this.#layout(card, limits));
      if (typeof layout === 'string') return { is: 'unsupported', why: layout };
      const keyring = this.#keyring();
      const steady = new SteadyCard(this.#chip, card, { layout, limits });
      const { content } = await readCard(steady, { layout, uid: card.uid, keyring });
      if (content.is !== 'ours') return { ...content, type: layout.type };
      return { ...content, type: layout.type, isRunning: content.record.to > minuteOf(this.#now()) };
    });
  }

  encode(card: CardInfo, record: KeyRecord, order: OverwritePolicy & Limits): Promise<EncodeResult> {
    return this.#job(async () => {
      const keyring = this.#keyring();
      const sealed = this.#seal(record, card, keyring);
      return this.#onCard(card, order, async (steady, layout, { content, slots }) => {
        refuseCard(content, order, minuteOf(this.#now()));
        const slot = content.is === 'ours' && slots.length > 1 ? 1 - content.slot : 0;
        const onProgress = (step: 'writing' | 'verifying', done: number, of: number) =>
          this.#tell({ is: 'progress', step, done, of });
        const final = await writeSlot(steady, { layout, slots, slot, sealed, onProgress });
        const now = contentOf(final, { layout, uid: card.uid, keyring });
        if (now.is !== 'ours' || now.slot !== slot) throw new EncoderError('verify-mismatch', 'another record counts');
        return { uid: card.uid, type: layout.type, slot, verifiedAt: this.#now() };
      });
    });
  }

  erase(card: CardInfo, limits: Limits): Promise<void> {
    return this.#job(() =>
      this.#onCard(card, limits, async (steady, layout, { content, slots }) => {
        refuseCard(content, { isUnfinished: false, mayReplace: () => true }, minuteOf(this.#now()));
        await eraseSlots(steady, layout, slots);
      }),
    );
  }

  onEvent(listen: (event: EncoderEvent) => void): () => void {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  }

  async #onCard<T>(
    card: CardInfo,
    limits: Limits,
    work: (steady: SteadyCard, layout: CardLayout, read: ReadCard) => Promise<T>,
  ): Promise<T> {
    const layout = await twice(() => this.#layout(card, limits));
    if (typeof layout === 'string') throw new EncoderError('wrong-type', layout);
    const steady = new SteadyCard(this.#chip, card, { layout, limits });
    try {
      return await work(steady, layout, await readCard(steady, { layout, uid: card.uid, keyring: this.#keyring() }));
    } catch (problem) {
      throw problem instanceof EncoderError ? problem.withOutcome(steady.outcome) : problem;
    }
  }

  #seal(record: KeyRecord, card: CardInfo, keyring: Keyring): Uint8Array {
    if (record.to <= minuteOf(this.#now())) throw new EncoderError('refused', 'departure is in the past');
    try {
      return sealRecord(record, card.uid, keyring);
    } catch (cause) {
      throw new EncoderError('refused', cause instanceof Error ? cause.message : 'not a record', { cause });
    }
  }

  /** @returns the type as the card names it (SAK, in hexadecimal) of one that we do not write. Selects the card anew. */
  async #layout(card: CardInfo, limits: Limits): Promise<CardLayout | string> {
    const classic = layoutOf('classic-1k');
    if (card.sak === 0x08) return classic;
    const type = `${card.sak.toString(16).padStart(2, '0')}h`;
    if (card.sak !== 0x00) return type;
    await new SteadyCard(this.#chip, card, { layout: classic, limits }).select();
    const answer = await this.#chip.version(limits);
    if (answer.outcome !== 'done') {
      // Silence of a card that is not there any more says nothing about its type.
      await new SteadyCard(this.#chip, card, { layout: classic, limits }).select();
      return type;
    }
    return layoutOfVersion(answer.bytes) ?? type;
  }

  async #look<T>(limits: Limits, find: (cards: readonly CardInfo[]) => T | null): Promise<T | null> {
    while (this.#timer.now() < limits.deadline) {
      try {
        const found = find(await twice(() => this.#chip.list(limits)));
        if (found !== null) return found;
      } catch (problem) {
        if (!(problem instanceof EncoderError) || problem.code !== 'deadline') throw problem;
      }
      await pause(this.#timer, LOOK_EVERY, limits);
    }
    return null;
  }

  /** In turn, and with the field off afterwards. */
  #job<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#state('busy');
      try {
        return await work();
      } catch (problem) {
        if (problem instanceof EncoderError) this.#tell({ is: 'failed', error: problem });
        throw problem;
      } finally {
        await this.#rest();
        this.#state(this.#isThere ? 'ready' : 'absent');
      }
    });
  }

  /** What the job found is what counts; the next one wakes the chip anew. */
  async #rest(): Promise<void> {
    const limits = { signal: new AbortController().signal, deadline: this.#timer.now() + REST_WAIT };
    await this.#chip.rest(limits).catch(() => undefined);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #state(state: EncoderState): void {
    this.#tell({ is: 'state', state });
  }

  #tell(event: EncoderEvent): void {
    for (const listen of this.#listeners) listen(event);
  }
}

/** Asks once more before it is said that the encoder does not answer. For what changes nothing on the card. */
async function twice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (problem) {
    if (!mayPass(problem)) throw problem;
    return ask();
  }
}
