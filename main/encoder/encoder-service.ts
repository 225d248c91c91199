import type { EncoderJob, EncoderServices, EncoderState } from '#api/encoder';
import type { EncodeInput, EnrolInput } from '#api/encoder-inputs';
import type { PickedEncoder } from '#domain/cards/picked-encoder';
import { AppError } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import { realTimer, type EncoderTimer } from '#hardware/encoder-timer';
import type { Base } from '#main/base';
import { cardNumbered } from '#main/keycards/stock';
import type { CardKeyring } from './card-keys.ts';
import { ChangeSignal } from './change-signal.ts';
import { encodeJob } from './encode-job.ts';
import { requestCards } from './encode-targets.ts';
import { demoEncoderId, EncoderDesk } from './encoder-desk.ts';
import type { JobParts } from './job-desk.ts';
import { cardKeySetsView, retireKeys, rotateKeys } from './card-key-sets.ts';
import { lyingView, unfinishedCards } from './lying-view.ts';
import { forgetEncoder, pickEncoder } from './picked-encoders.ts';
import { planFor } from './plan-encoding.ts';
import { recoverWritings } from './recover-writings.ts';
import { RunningJob } from './running-job.ts';
import type { SerialPorts } from './serial-ports.ts';
import { enrolJob, finishJob, wipeJob } from './stock-jobs.ts';
import { endWriting, note } from './writings.ts';
import { nameOf } from '#domain/text/names';

export interface EncoderServiceOptions {
  readonly keyring: CardKeyring;
  readonly ports: SerialPorts;
  /** The demo's encoder (`tcp://127.0.0.1:…`); null in a hotel. */
  readonly demoPort: string | null;
  readonly timer?: EncoderTimer;
}

export interface EncoderService extends EncoderServices {
  /** Ends what a crash left open, then opens the encoders. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** @returns what undoes it. */
  onChange(listen: () => void): () => void;
}

/** The encoders of this computer, and the one job on them. */
export function encoderService(base: Base, options: EncoderServiceOptions): EncoderService {
  return new DeskEncoders(base, options);
}

class DeskEncoders implements EncoderService {
  readonly #base: Base;
  readonly #timer: EncoderTimer;
  readonly #demoPort: string | null;
  readonly #changed: ChangeSignal;
  readonly #keyring: CardKeyring;
  readonly #desk: EncoderDesk;
  #job: RunningJob | null = null;
  #working: Promise<void> = Promise.resolve();

  constructor(base: Base, { keyring, ports, demoPort, timer = realTimer }: EncoderServiceOptions) {
    this.#base = base;
    this.#timer = timer;
    this.#demoPort = demoPort;
    this.#changed = new ChangeSignal(timer);
    this.#keyring = keyring;
    this.#desk = new EncoderDesk({
      ports,
      timer,
      keyring: () => this.#keyring.ring,
      now: () => Date.parse(base.clock.now()),
      log: base.log,
      changed: this.#changed,
    });
  }

  async start(): Promise<void> {
    await recoverWritings(this.#base);
    await this.#keyring.load();
    this.#desk.start(await this.#picked());
  }

  async stop(): Promise<void> {
    this.#job?.cancel();
    await this.#working;
    await this.#desk.stop();
    this.#changed.stop();
  }

  onChange(listen: () => void): () => void {
    return this.#changed.on(listen);
  }

  async view() {
    const { lying } = this.#desk;
    const now = this.#base.clock.now();
    return this.#base.store.read(async (view) => ({
      encoders: this.#desk.states(),
      ports: this.#desk.ports(),
      job: this.#job?.view ?? null,
      card: lying === null ? null : await lyingView(view, now, lying),
      unfinished: await unfinishedCards(view),
    }));
  }

  async pick(input: Parameters<EncoderServices['pick']>[0], by: Actor): Promise<void> {
    await pickEncoder(this.#base, this.#desk, { input, by });
    this.#desk.remember(await this.#picked());
  }

  async forget(id: string, by: Actor): Promise<void> {
    await forgetEncoder(this.#base, id, by);
    this.#desk.remember(await this.#picked());
  }

  plan(input: Parameters<EncoderServices['plan']>[0]) {
    const now = this.#base.clock.now();
    return this.#base.store.read((view) => planFor(view, now, input));
  }

  async encode(input: EncodeInput, by: Actor) {
    const key = await this.#base.store.read((view) => view.get('keys', input.keyId));
    const person = key?.people.find(({ personId }) => personId === input.personId);
    if (person === undefined) throw new AppError('not-found', 'encoding for somebody who is not on the key');
    const about = { keyId: input.keyId, owner: nameOf(person) };
    return this.#begin('encode', { about, encoderId: input.encoderId, by }, async (parts, encoder) => {
      await this.#keyring.ready();
      const requested = await this.#base.store.transact((transaction) =>
        requestCards(transaction, this.#base, { input, by, encoder: encoder.name }),
      );
      if ('refused' in requested) {
        return parts.job.show({ step: 'failed', problem: requested.refused, detail: requested.detail });
      }
      parts.job.show({ of: requested.writings.length });
      return encodeJob(parts, requested.writings);
    });
  }

  async enrol(input: EnrolInput, by: Actor) {
    const { firstNumber } = input;
    if (firstNumber !== null && firstNumber !== '') {
      const known = await this.#base.store.read((view) => cardNumbered(view, firstNumber));
      if (known !== null && known.uid !== null) throw new AppError('keycard-number-taken', 'enrolling keycards');
    }
    return this.#begin('enrol', { encoderId: input.encoderId, by }, (parts) => enrolJob(parts, input));
  }

  wipe(input: { readonly encoderId: string | null }, by: Actor) {
    return this.#begin('wipe', { encoderId: input.encoderId, by }, wipeJob);
  }

  finish(input: { readonly encoderId: string | null }, by: Actor) {
    return this.#begin('finish', { encoderId: input.encoderId, by }, finishJob);
  }

  async giveUpWriting(id: string, by: Actor): Promise<void> {
    await this.#base.store.transact(async (transaction) => {
      const writing = await transaction.get('cardWritings', id);
      if (writing?.state !== 'unknown') throw new AppError('not-found', 'giving up a card that is not open');
      await endWriting(transaction, this.#base, { id, state: 'void', why: 'given-up', by });
      await note(transaction, this.#base, { kind: 'card-given-up', writing, by, facts: {} });
    });
    this.#changed.raise();
  }

  async answer({ jobId, yes }: { readonly jobId: string; readonly yes: boolean }): Promise<void> {
    if (this.#job?.view.id !== jobId || !this.#job.answer(yes)) {
      throw new AppError('not-found', 'answering what was not asked');
    }
  }

  /** Of a job that is over, it takes it from the screens. */
  async cancel(jobId: string): Promise<void> {
    if (this.#job?.view.id !== jobId) return;
    if (!this.#job.isOver) return this.#job.cancel();
    this.#job = null;
    this.#changed.raise();
  }

  cardKeySets() {
    return this.#base.store.read((view) => cardKeySetsView(view, this.#base.clock.now()));
  }

  rotate(by: Actor): Promise<void> {
    return rotateKeys(this.#base, this.#keyring, by);
  }

  retire(input: { readonly set: number; readonly anyway: boolean }, by: Actor): Promise<void> {
    return retireKeys(this.#base, this.#keyring, { ...input, by });
  }

  /** One job at a time; it runs on after this has returned. */
  async #begin(
    kind: EncoderJob['kind'],
    wanted: {
      readonly encoderId: string | null;
      readonly by: Actor;
      readonly about?: { readonly keyId: NonNullable<EncoderJob['keyId']>; readonly owner: string };
    },
    work: (parts: JobParts, encoder: EncoderState) => Promise<void>,
  ): Promise<{ readonly jobId: string }> {
    const { encoderId, by, about = { keyId: null, owner: null } } = wanted;
    if (this.#job !== null && !this.#job.isOver) throw new AppError('encoder-busy', 'beginning a second job');
    const found = this.#desk.find(encoderId);
    const encoder = typeof found === 'string' ? null : found.state;
    const beginning = { id: this.#base.random.id(), kind, encoder: encoder?.name ?? '', of: 1, ...about };
    const job = new RunningJob({ ...beginning, startedAt: this.#base.clock.now() }, this.#changed);
    this.#job = job;
    if (encoder === null || typeof found === 'string') {
      job.show({ step: 'failed', problem: found as Extract<typeof found, string> });
    } else if (found.encoder === null) {
      job.show({ step: 'failed', problem: encoder.problem ?? 'not-found', detail: encoder.port });
    } else {
      this.#run({ job, by, encoder }, work);
    }
    return { jobId: job.view.id };
  }

  #run(
    { job, by, encoder }: { readonly job: RunningJob; readonly by: Actor; readonly encoder: EncoderState },
    work: (parts: JobParts, encoder: EncoderState) => Promise<void>,
  ): void {
    const parts: JobParts = {
      base: this.#base,
      keyring: this.#keyring,
      desk: this.#desk,
      timer: this.#timer,
      job,
      by,
      encoderId: encoder.id,
    };
    this.#desk.occupy(encoder.id);
    const running = work(parts, encoder)
      .catch((problem: unknown) => {
        this.#base.log.error({ err: problem }, 'a job on the encoder broke off');
        job.show({ step: 'failed', problem: 'broken-off', detail: null });
      })
      .finally(() => this.#desk.occupy(null));
    this.#working = running;
  }

  /** What staff picked, and the demo's encoder. */
  async #picked(): Promise<readonly PickedEncoder[]> {
    const picked = await this.#base.store.read((view) => view.all('encoders'));
    const demo: readonly PickedEncoder[] =
      this.#demoPort === null
        ? []
        : [{ id: demoEncoderId, name: 'Desk', protocol: 'pn532-hsu', usb: null, path: this.#demoPort }];
    return [...demo, ...picked];
  }
}
