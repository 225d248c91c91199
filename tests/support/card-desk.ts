import type { EncoderView } from '#api/encoder';
import { encodeInput, enrolInput, type EncodeInput } from '#api/encoder-inputs';
import type { CardWriting } from '#domain/cards/card-writing';
import type { Key } from '#domain/key/key';
import { joinBytes } from '#hardware/bytes';
import { layoutOf, type CardType } from '#hardware/card/card-layout';
import { contentOf } from '#hardware/card/inspect-card';
import { lockVerdict } from '#hardware/card/lock-rule';
import { CardKeyring } from '#main/encoder/card-keys';
import { uidText } from '#main/encoder/card-record';
import { encoderService, type EncoderService } from '#main/encoder/encoder-service';
import { lockSetups } from '#main/encoder/lock-setup';
import { keycardService } from '#main/keycards/keycard-service';
import type { SimulatedCard } from '#main/simulation/encoder/simulated-card';
import { Type2Card } from '#main/simulation/encoder/type2-card';
import { setImmediate } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { clerk } from './desk-acts.ts';
import { idleTimer } from './encoder-idle-timer.ts';
import { memoryVault } from './memory-vault.ts';
import { encoderOn, type PluggedEncoder } from './plugged-encoder.ts';
import { openHotel, type Hotel } from './portal-harness.ts';

const EPOCH = Date.UTC(2020, 0, 1);

export interface CardDeskPlan {
  readonly rooms?: readonly string[];
  /** How many encoders are plugged in and were picked. */
  readonly encoders?: number;
}

/** A front desk in Lisbon on Monday 23 November 2026, 14:00, with an encoder and cards; no time passes but what is waited for. */
export class CardDesk {
  readonly hotel: Hotel;
  readonly encoders: readonly PluggedEncoder[];
  readonly vault = memoryVault();
  readonly timer = idleTimer();
  plugged: readonly PluggedEncoder[];
  service: EncoderService;
  keyring: CardKeyring;
  /** Numbers that rooms' locks have seen. */
  readonly #seen = new Map<number, number>();
  /** One-shot credentials that opened a door: `<door>/<credential>`. */
  readonly #spent = new Set<string>();

  constructor(hotel: Hotel, encoders: readonly PluggedEncoder[]) {
    this.hotel = hotel;
    this.encoders = encoders;
    this.plugged = encoders;
    this.keyring = new CardKeyring(hotel.base, this.vault);
    this.service = this.#make();
  }

  get encoder(): PluggedEncoder {
    const [first] = this.encoders;
    if (first === undefined) throw new RangeError('no encoder');
    return first;
  }

  get faults() {
    return this.encoder.simulator.faults;
  }

  lay(...cards: readonly SimulatedCard[]): void {
    this.encoder.simulator.field.lay(...cards);
  }

  unplug(): void {
    this.plugged = this.plugged.filter((each) => each !== this.encoder);
    this.encoder.link.unplug();
  }

  /** The computer loses its power when so many pages or blocks were written; the card stays where it is. */
  cutPowerAfter(writes: number): void {
    this.#whenWritten(writes, () => {
      this.hotel.mains.cut();
      this.encoder.link.unplug();
    });
  }

  /** Somebody pulls the plug when so many pages or blocks were written. */
  unplugAfter(writes: number): void {
    this.#whenWritten(writes, () => this.unplug());
  }

  /** When so many pages or blocks were written, something happens at the encoder. */
  after(writes: number, act: () => void): void {
    this.#whenWritten(writes, act);
  }

  /** From now on every answer takes so long; ACKs come at once. */
  slowDown(milliseconds: number): void {
    this.encoder.link.slow = (arrives) => void this.timer.after(milliseconds, arrives);
  }

  #whenWritten(writes: number, act: () => void): void {
    const { field } = this.encoder.simulator;
    let isDone = false;
    this.encoder.onBytes(() => {
      if (isDone || field.writes < writes) return;
      isDone = true;
      act();
    });
  }

  plugIn(): void {
    this.plugged = this.encoders;
    this.encoder.simulator.restart();
    this.encoder.link.plugIn();
  }

  /** Another Portal on the same records, as after a crash. */
  async restart(): Promise<void> {
    await this.hotel.startPortal();
    this.plugIn();
    this.keyring = new CardKeyring(this.hotel.base, this.vault);
    this.service = this.#make();
    await this.open();
  }

  async open(): Promise<void> {
    await this.service.start();
    await this.until(({ encoders }) => encoders.length > 0 && encoders.every(({ state }) => state === 'ready'));
  }

  /** Waits until the screens say so. */
  async until(is: (view: EncoderView) => boolean): Promise<EncoderView> {
    for (let turns = 0; turns < 20_000; turns += 1) {
      const view = await this.service.view();
      if (is(view)) return view;
      await setImmediate();
    }
    throw new Error(`it never came: ${JSON.stringify(await this.service.view())}`);
  }

  untilStep(step: NonNullable<EncoderView['job']>['step']) {
    return this.until(({ job }) => job?.step === step).then(({ job }) => job);
  }

  /** The problem that the screens show while the job goes on. */
  async untilProblem(problem: string) {
    const { job } = await this.until((view) => view.job?.problem === problem);
    return job;
  }

  over() {
    return this.until(({ job }) => job?.step === 'done' || job?.step === 'failed').then(({ job }) => job);
  }

  async guest(room: string, guest: string, dates: { readonly departure?: string } = {}): Promise<Key> {
    this.hotel.checkIn(room, guest, dates);
    await this.hotel.after({ seconds: 10 });
    return this.hotel.keyOf(guest);
  }

  encode(key: Key, changes: Partial<EncodeInput> = {}) {
    const personId = key.people[0]?.personId;
    return this.service.encode(encodeInput.parse({ keyId: key.id, personId, ...changes }), clerk);
  }

  /** Asks for a card and lays this one on. */
  async encodeOn(card: SimulatedCard, key: Key, changes: Partial<EncodeInput> = {}) {
    this.lay(card);
    await this.encode(key, changes);
    return this.over();
  }

  async answer(yes: boolean): Promise<void> {
    await this.service.answer({ jobId: await this.#jobId(), yes }, clerk);
  }

  async cancel(): Promise<void> {
    await this.service.cancel(await this.#jobId());
  }

  enrol(changes: object = {}) {
    return this.service.enrol(enrolInput.parse(changes), clerk);
  }

  async planFor(guest: string) {
    const { id: keyId, people } = await this.hotel.keyOf(guest);
    const personId = people[0]?.personId;
    if (personId === undefined) throw new RangeError(`nobody holds the key of ${guest}`);
    return this.service.plan({ keyId, personId });
  }

  /** The clerk marks it under Keycards. */
  async markLost(lost: SimulatedCard): Promise<void> {
    const known = await this.hotel.disk.read((view) => view.find('keycards', 'uid', { value: uidOf(lost) }));
    const { id: keycardId, version = 0 } = known[0] ?? {};
    if (keycardId === undefined) throw new RangeError('not in the stock');
    await keycardService(this.hotel.base).setState({ keycardId, version, state: 'lost' }, clerk);
  }

  writings(): Promise<readonly CardWriting[]> {
    return this.hotel.disk.read((view) => view.all('cardWritings'));
  }

  /** `issued`, `failed no-card`: the records in the order of their making. */
  async states(): Promise<readonly string[]> {
    return (await this.writings()).map(({ state, why }) => (why === null ? state : `${state} ${why}`));
  }

  /** What is on the card, straight from its memory. */
  recordOn(card: SimulatedCard) {
    const layout = layoutOf(card.type as CardType);
    const memory = card.memory();
    const slots = layout.slots.map((blocks) =>
      joinBytes(...blocks.map((block) => memory.subarray(block * layout.unit, (block + 1) * layout.unit))),
    );
    const content = contentOf(slots, { layout, uid: card.uid, keyring: this.keyring.ring });
    return content.is === 'ours' ? content.record : null;
  }

  /** Holds a card to a lock that implements PK1 and was told what Portal tells it. */
  async open412(card: SimulatedCard, door = '412'): Promise<string> {
    const setups = await lockSetups(this.hotel.base, this.keyring);
    const setup = setups.find(({ name }) => name === door);
    const record = this.recordOn(card);
    if (setup === undefined || record === null) return 'unreadable';
    const now = new Date(this.hotel.clock.now());
    const shot = `${setup.number}/${record.credential}`;
    const verdict = lockVerdict(record, {
      door: setup.number,
      minute: Math.floor((now.getTime() - EPOCH) / 60_000),
      weekday: (now.getUTCDay() + 6) % 7,
      quarter: now.getUTCHours() * 4,
      sequence: this.#seen.get(setup.number) ?? 0,
      blocked: new Set(setup.blocked),
      spent: new Set(this.#spent.has(shot) ? [record.credential] : []),
    });
    if (!verdict.opens) return verdict.why;
    this.#seen.set(setup.number, verdict.sequence);
    if (record.role === 'one-shot') this.#spent.add(shot);
    return 'opens';
  }

  async #jobId(): Promise<string> {
    return (await this.service.view()).job?.id ?? 'no job';
  }

  #make(): EncoderService {
    const { mains } = this.hotel;
    const service = encoderService(this.hotel.base, {
      keyring: this.keyring,
      demoPort: null,
      // Without power nothing goes on.
      timer: {
        now: () => this.timer.now(),
        after: (milliseconds, act) => (mains.isOn ? this.timer.after(milliseconds, act) : () => undefined),
      },
      ports: {
        list: async () => this.plugged.map(({ port }) => port),
        link: (path) => this.encoders.find(({ port }) => port.path === path)?.link ?? this.encoder.link,
      },
    });
    onTestFinished(() => (mains.isOn ? service.stop() : undefined));
    return service;
  }
}

export async function openCardDesk({ rooms = ['412', '305'], encoders = 1 }: CardDeskPlan = {}): Promise<CardDesk> {
  const hotel = await openHotel({ rooms, commonDoors: ['Pool'] });
  const all = [encoderOn('COM4', 'A50285BI'), encoderOn('COM5', 'A50285BJ')].slice(0, encoders);
  await hotel.disk.transact(async (transaction) => {
    for (const [index, { port }] of all.entries()) {
      const usb = { vid: '0403', pid: '6001', serial: port.serial };
      const name = `Desk ${index + 1}`;
      await transaction.put('encoders', { id: `desk-${index + 1}`, name, protocol: 'pn532-hsu', usb, path: port.path });
    }
  });
  const desk = new CardDesk(hotel, all);
  await desk.open();
  return desk;
}

/** A card of the hotel's box; its UID ends with this number. */
export function card(number: number, type: ConstructorParameters<typeof Type2Card>[0] = 'ntag213'): Type2Card {
  return new Type2Card(type, Uint8Array.of(0x04, 0x78, 0x2e, 0x21, 0x80, number >> 8, number & 0xff));
}

export const uidOf = (laid: SimulatedCard): string => uidText(laid.uid);
