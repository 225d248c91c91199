import type { EncoderProblem, EncoderState, PortView } from '#api/encoder';
import type { Keyring } from '#hardware/card/keyring';
import type { CardInfo } from '#hardware/card-port';
import { createChip } from '#hardware/create-chip';
import { DeskEncoder } from '#hardware/desk-encoder';
import type { CardState, Encoder } from '#hardware/encoder';
import { EncoderError } from '#hardware/encoder-error';
import { pause, type EncoderTimer } from '#hardware/encoder-timer';
import type { SerialPortDescription } from '#hardware/find-encoder';
import { watchEncoders, type EncodersOnDesk } from '#hardware/watch-encoders';
import type { PickedEncoder } from '#domain/cards/picked-encoder';
import type { Log } from '#main/ports/log';
import { uidText } from './card-record.ts';
import type { ChangeSignal } from './change-signal.ts';
import type { SerialPorts } from './serial-ports.ts';

/** Between two looks at what lies on an encoder that has nothing to do, milliseconds. */
const LOOK_EVERY = 1_000;
const LOOK_WITHIN = 2_000;

export interface EncoderDeskOptions {
  readonly ports: SerialPorts;
  readonly timer: EncoderTimer;
  readonly keyring: () => Keyring;
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
  readonly changed: ChangeSignal;
}

/** A card that lies on an encoder while nothing else happens there. */
export interface LyingCard {
  readonly encoder: string;
  readonly card: CardInfo;
  readonly state: CardState;
}

const nothingYet: EncodersOnDesk = { found: [], missing: [], unclear: [], unknown: [], ready: [], failed: [] };

/** The encoders of this computer: who is there, and what lies on them while no job runs. */
export class EncoderDesk {
  readonly #options: EncoderDeskOptions;
  readonly #stopping = new AbortController();
  #picked: readonly PickedEncoder[] = [];
  #desk: EncodersOnDesk = nothingYet;
  #canList = true;
  #stopWatching: (() => Promise<void>) | null = null;
  #looking: Promise<void> = Promise.resolve();
  /** The encoder that a job has. */
  #busy: string | null = null;
  #lying: LyingCard | null = null;
  #waiters: readonly (() => void)[] = [];

  constructor(options: EncoderDeskOptions) {
    this.#options = options;
  }

  /** @param picked What staff picked, and the demo's. Only these, and encoders with an identity of their own, are opened. */
  start(picked: readonly PickedEncoder[]): void {
    this.#picked = picked;
    const { ports, timer, keyring, now } = this.#options;
    this.#stopWatching = watchEncoders({
      list: async () => {
        const list = await ports.list();
        this.#canList = list !== null;
        return list;
      },
      remembered: () => this.#picked,
      create: ({ protocol, path }) =>
        new DeskEncoder({ chip: createChip(protocol, ports.link(path), timer), timer, keyring, now }),
      timer,
      onChange: (desk) => this.#take(desk),
    });
    this.#looking = this.#lookAgainAndAgain();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#looking;
    await this.#stopWatching?.();
  }

  remember(picked: readonly PickedEncoder[]): void {
    this.#picked = picked;
    this.#options.changed.raise();
  }

  /** The encoder with this id, or the only one. */
  find(id: string | null): { readonly state: EncoderState; readonly encoder: Encoder | null } | EncoderProblem {
    const states = this.states();
    const some = states.filter((each) => id === null || each.id === id);
    const ready = id === null ? some.filter(({ state }) => state !== 'absent' && state !== 'failed') : some;
    const [state, second] = ready.length > 0 ? ready : some;
    if (state === undefined) return 'not-found';
    if (second !== undefined) return 'which-encoder';
    return { state, encoder: this.#desk.ready.find(({ found }) => found.path === state.port)?.encoder ?? null };
  }

  states(): readonly EncoderState[] {
    const { found, missing, unclear, ready, failed } = this.#desk;
    const here = found.map(({ name, protocol, path }): EncoderState => {
      const open = ready.find((each) => each.found.path === path);
      const error = failed.find((each) => each.found.path === path)?.error ?? null;
      const picked = this.#picked.find((each) => each.name === name);
      const id = picked?.id ?? `found-${path}`;
      const work = this.#busy === id ? 'busy' : 'ready';
      const without = error === null || error.code === 'not-found' ? 'absent' : 'failed';
      return {
        id,
        name,
        protocol,
        port: path,
        state: open !== undefined && error === null ? work : without,
        problem: error?.code ?? null,
        firmware: open?.firmware ?? null,
        isAutomatic: picked === undefined || picked.id === demoEncoderId,
      };
    });
    const away = [...missing, ...unclear].flatMap(({ name }): EncoderState[] => {
      const picked = this.#picked.find((each) => each.name === name);
      if (picked === undefined) return [];
      const { id, protocol, path: port } = picked;
      const rest = { state: 'absent', problem: 'not-found', firmware: null, isAutomatic: false } as const;
      return [{ id, name, protocol, port, ...rest }];
    });
    return [...here, ...away];
  }

  /** Ports that staff may pick from; null: they cannot be listed. */
  ports(): readonly PortView[] | null {
    return this.#canList ? this.#desk.unknown.map(({ path, maker }) => ({ path, maker })) : null;
  }

  /** What the operating system says about a port; null for a bare path. */
  described(path: string): SerialPortDescription | null {
    return this.#desk.unknown.find((port) => port.path === path) ?? null;
  }

  get lying(): LyingCard | null {
    return this.#lying;
  }

  /** While a job has it, nobody looks what lies there. */
  occupy(id: string | null): void {
    this.#busy = id;
    this.#lying = null;
    this.#options.changed.raise();
  }

  /** Resolves after the next look at the ports. */
  nextLook(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted || this.#stopping.signal.aborted) return resolve();
      this.#waiters = [...this.#waiters, resolve];
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  #take(desk: EncodersOnDesk): void {
    const before = JSON.stringify([this.states(), this.ports()]);
    this.#desk = desk;
    if (JSON.stringify([this.states(), this.ports()]) !== before) this.#options.changed.raise();
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }

  async #lookAgainAndAgain(): Promise<void> {
    const { timer, changed, log } = this.#options;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await pause(timer, LOOK_EVERY, { signal, deadline: timer.now() + LOOK_EVERY });
      if (this.#busy !== null || signal.aborted) continue;
      try {
        const lying = await this.#whatLies();
        if (this.#busy !== null || lying === this.#lying) continue;
        this.#lying = lying;
        changed.raise();
      } catch (problem) {
        // Unplugged in between: the watch notices.
        if (!(problem instanceof EncoderError)) log.error({ err: problem }, 'looking at the encoder failed');
      }
    }
    for (const wake of this.#waiters) wake();
  }

  /** The first card that lies on any encoder. A card that was read stays as it was read. */
  async #whatLies(): Promise<LyingCard | null> {
    const { timer } = this.#options;
    for (const { found, encoder } of this.#desk.ready) {
      const limits = { signal: this.#stopping.signal, deadline: timer.now() + LOOK_WITHIN };
      const [card, second] = await encoder.look(limits);
      if (card === undefined || second !== undefined) continue;
      const known = this.#lying;
      if (known?.encoder === found.name && uidText(known.card.uid) === uidText(card.uid)) return known;
      return { encoder: found.name, card, state: await encoder.inspect(card, limits) };
    }
    return null;
  }
}

export const demoEncoderId = 'demo';
