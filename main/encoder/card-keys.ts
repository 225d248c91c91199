import { fromHex, toHex } from '#hardware/bytes';
import type { Keyring } from '#hardware/card/keyring';
import type { CardKeys } from '#domain/cards/card-keys';
import { AppError } from '#domain/failure';
import type { DoorId } from '#domain/ids';
import type { Base } from '#main/base';
import { inTurn } from '#main/ports/in-turn';
import type { SecretVault } from '#main/ports/secret-vault';
import type { Transaction } from '#main/storage/store';

/** Nothing is ours to a ring without a master: before the first card there is none. */
const emptyRing: Keyring = { propertyId: '', property: 0, current: 0, masters: new Map() };
const MASTER_BYTES = 16;

/** The property's masters for cards: they rest in the vault, and are in memory only here and in the locks' set-up. */
export class CardKeyring {
  readonly #base: Base;
  readonly #vault: SecretVault;
  #ring: Keyring = emptyRing;
  readonly #inTurn = inTurn();

  constructor(base: Base, vault: SecretVault) {
    this.#base = base;
    this.#vault = vault;
  }

  /** As it was read last: for the encoder, which asks for every job. */
  get ring(): Keyring {
    return this.#ring;
  }

  /** Reads what there is, and makes nothing. */
  load(): Promise<Keyring> {
    return this.#inTurn(async () => {
      const keys = await this.#base.store.read((view) => view.get('cardKeys', 'property'));
      return keys === null ? emptyRing : this.#read(keys);
    });
  }

  /** On the first need makes the property's number, id and first master. */
  ready(): Promise<Keyring> {
    return this.#inTurn(async () => {
      const known = await this.#base.store.read((view) => view.get('cardKeys', 'property'));
      return this.#read(known ?? (await this.#make()));
    });
  }

  /** A new master, from now on the current one. The vault has it before any record names it. */
  rotate(also: (transaction: Transaction, set: number) => Promise<void>): Promise<number> {
    return this.#inTurn(async () => {
      const keys = await this.#base.store.read((view) => view.get('cardKeys', 'property'));
      const used = new Set((keys ?? (await this.#make())).sets.map(({ set }) => set));
      const set = nextSet(used, keys?.current ?? 1);
      await this.#putMaster(set);
      const changed = await this.#base.store.transact(async (transaction) => {
        const present = await keysIn(transaction);
        const since = this.#base.clock.now();
        const next = { ...present, current: set, sets: [...present.sets, { set, since, endsAt: null }] };
        await transaction.put('cardKeys', next);
        await also(transaction, set);
        return next;
      });
      await this.#read(changed);
      return set;
    });
  }

  /** Its master is gone from the vault: what is sealed with it is no card of ours any more. */
  retire(set: number, also: (transaction: Transaction) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const changed = await this.#base.store.transact(async (transaction) => {
        const present = await keysIn(transaction);
        if (set === present.current) throw new AppError('card-key-set-in-use', 'retiring the set that new cards get');
        if (!present.sets.some((each) => each.set === set)) throw new AppError('not-found', 'retiring a card key set');
        const next = { ...present, sets: present.sets.filter((each) => each.set !== set) };
        await also(transaction);
        await transaction.put('cardKeys', next);
        return next;
      });
      await this.#vault.remove(masterName(set));
      await this.#read(changed);
    });
  }

  async #make(): Promise<CardKeys> {
    const { store, random, clock } = this.#base;
    await this.#putMaster(1);
    return store.transact(async (transaction) => {
      const known = await transaction.get('cardKeys', 'property');
      if (known !== null) return known;
      const made: CardKeys = {
        id: 'property',
        propertyId: random.id(),
        property: 1 + random.integer(0xffff),
        nextSequence: 1,
        nextCredential: 1,
        nextDoor: 1,
        current: 1,
        sets: [{ set: 1, since: clock.now(), endsAt: null }],
      };
      await transaction.put('cardKeys', made);
      return made;
    });
  }

  /** One that is there already, after a power cut in between, is kept. */
  async #putMaster(set: number): Promise<void> {
    if ((await this.#vault.get(masterName(set))) !== null) return;
    const bytes = Uint8Array.from({ length: MASTER_BYTES }, () => this.#base.random.integer(256));
    await this.#vault.put(masterName(set), toHex(bytes));
  }

  async #read({ propertyId, property, current, sets }: CardKeys): Promise<Keyring> {
    const masters = new Map<number, Uint8Array>();
    for (const { set } of sets) {
      const master = fromHex((await this.#vault.get(masterName(set))) ?? '');
      if (master?.length === MASTER_BYTES) masters.set(set, master);
    }
    this.#ring = { propertyId, property, current, masters };
    return this.#ring;
  }
}

/** The counters; there once `ready` was awaited. */
export async function keysIn(transaction: Transaction): Promise<CardKeys> {
  const keys = await transaction.get('cardKeys', 'property');
  if (keys === null) throw new AppError('internal', 'counting cards before there are card keys');
  return keys;
}

/** Never given twice, whatever becomes of the card. */
export async function takeNumber(transaction: Transaction, which: 'nextSequence' | 'nextCredential'): Promise<number> {
  const keys = await keysIn(transaction);
  await transaction.put('cardKeys', { ...keys, [which]: keys[which] + 1 });
  return keys[which];
}

/** The number of a door on cards: given once, and never to another door. */
export async function numberOfDoor(transaction: Transaction, id: DoorId): Promise<number> {
  const door = await transaction.get('doors', id);
  if (door === null) throw new AppError('not-found', 'numbering a door');
  if (door.cardNumber !== null) return door.cardNumber;
  const keys = await keysIn(transaction);
  await transaction.put('cardKeys', { ...keys, nextDoor: keys.nextDoor + 1 });
  await transaction.put('doors', { ...door, cardNumber: keys.nextDoor });
  return keys.nextDoor;
}

/** A retired set's number is not the next one's. */
function nextSet(used: ReadonlySet<number>, current: number): number {
  for (let step = 1; step < 256; step += 1) {
    const set = (current + step) % 256;
    if (set !== 0 && !used.has(set)) return set;
  }
  throw new AppError('card-key-set-in-use', 'rotating with 255 card key sets in use');
}

function masterName(set: number): string {
  return `card-master-${set}`;
}
