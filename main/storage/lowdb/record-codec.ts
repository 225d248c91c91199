import { AppError } from '#domain/failure';
import type { Sealer } from '#main/ports/secret-vault';
import { definitions, type CollectionName, type Collections, type Definition } from '../collections.ts';
import { StoredRecord } from './stored-record.ts';

/** A record of any collection: what the engine needs to know of it. */
export interface AnyRecord {
  readonly id: string;
}

/** How many records that were read stay made: two generations of this many, the older dropped at once. */
const generationSize = 5_000;

/**
 * Turns records into what rests on disk and back. What comes out is validated by the collection's schema and deeply
 * frozen; what goes in is copied, so that neither side can change the store behind its back.
 */
export class RecordCodec {
  readonly #sealer: Sealer;
  #young = new Map<StoredRecord, AnyRecord>();
  #old = new Map<StoredRecord, AnyRecord>();

  constructor(sealer: Sealer) {
    this.#sealer = sealer;
  }

  /** Throws AppError('internal') for a record that its schema refuses: it could not be read back. */
  toRest<Name extends CollectionName>(collection: Name, record: Collections[Name]): StoredRecord {
    const definition = definitionOf(collection);
    const checked = definition.schema.safeParse(record);
    if (!checked.success) {
      throw new AppError('internal', `putting ${collection} ${record.id}: ${placesOf(checked.error)}`);
    }
    const copy = checked.data;
    const json = sealedJson(copy, definition, this.#sealer);
    const stored = new StoredRecord(copy.id, json, 0, json.length, true);
    this.#remember(stored, frozen(copy));
    return stored;
  }

  /** Throws AppError('data-damaged') when the record does not open or its schema refuses it. */
  fromRest(collection: CollectionName, stored: StoredRecord): AnyRecord {
    const known = this.#young.get(stored) ?? this.#old.get(stored);
    if (known !== undefined) return known;
    const definition = definitionOf(collection);
    const plain = parse(stored.json);
    eachSealed(plain, definition, (owner, name, text) => {
      owner[name] = this.#sealer.open(text);
    });
    if (stored.isSound) {
      this.#remember(stored, frozen(plain));
      return plain;
    }
    const checked = definition.schema.safeParse(plain);
    if (!checked.success) {
      throw new AppError('data-damaged', `reading ${collection} ${stored.id}: ${placesOf(checked.error)}`);
    }
    const record = frozen(checked.data);
    this.#remember(stored, record);
    return record;
  }

  /** The record for an indexer: as it was read last, or made only as far as an indexer looks. */
  toIndex(collection: CollectionName, stored: StoredRecord): AnyRecord {
    return this.#young.get(stored) ?? this.#old.get(stored) ?? this.forIndexing(collection, stored.json);
  }

  /**
   * Not validated, and a sealed field is opened only if the indexer looks at it. Of 100,000 keys most are past, and no
   * index needs their codes.
   */
  forIndexing(collection: CollectionName, json: string): AnyRecord {
    return this.veiled(collection, parse(json));
  }

  /** The same for a record that is parsed already; it is changed in place. */
  veiled(collection: CollectionName, record: AnyRecord): AnyRecord {
    eachSealed(record, definitionOf(collection), (owner, name, text) => {
      Object.defineProperty(owner, name, { enumerable: true, get: () => this.#sealer.open(text) });
    });
    return record;
  }

  #remember(stored: StoredRecord, record: AnyRecord): void {
    this.#young.set(stored, record);
    if (this.#young.size < generationSize) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}

export function definitionOf(collection: CollectionName): Definition<AnyRecord> {
  // Each schema and its indexers belong to one record type; that they fit is checked where definitions are declared.
  return definitions[collection] as unknown as Definition<AnyRecord>;
}

function parse(json: string): AnyRecord {
  return JSON.parse(json) as AnyRecord;
}

/** Seals in place, writes, and puts back: a third of the time of a replacer, which is asked about every value. */
function sealedJson(copy: AnyRecord, definition: Definition<AnyRecord>, sealer: Sealer): string {
  const plain: (() => void)[] = [];
  eachSealed(copy, definition, (owner, name, text) => {
    owner[name] = sealer.seal(text);
    plain.push(() => {
      owner[name] = text;
    });
  });
  const json = JSON.stringify(copy);
  for (const putBack of plain) putBack();
  return json;
}

type Act = (owner: Record<string, unknown>, name: string, text: string) => void;

function eachSealed(record: AnyRecord, { sealed, sealedUnder }: Definition<AnyRecord>, act: Act): void {
  if (sealed.length === 0) return;
  if (sealedUnder === 'all') eachNamed(record, sealed, act);
  else for (const field of sealedUnder) eachNamed((record as unknown as Record<string, unknown>)[field], sealed, act);
}

function eachNamed(value: unknown, names: readonly string[], act: Act): void {
  if (value === null || typeof value !== 'object') return;
  const owner = value as Record<string, unknown>;
  for (const name in owner) {
    const inner = owner[name];
    if (typeof inner === 'string') {
      if (names.includes(name)) act(owner, name, inner);
    } else if (inner !== null && typeof inner === 'object') eachNamed(inner, names, act);
  }
}

function frozen<Type>(value: Type): Type {
  if (value === null || typeof value !== 'object') return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Where a record is wrong, never what it holds: it may be a code. */
function placesOf(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[];
}) {
  return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`).join(', ');
}
