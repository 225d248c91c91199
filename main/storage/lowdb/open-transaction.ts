import { AppError } from '#domain/failure';
import type { CollectionName, Collections, IndexName } from '../collections.ts';
import type { Answers, LookUp, Selected, Selection, Write } from '../look-ups.ts';
import type { Match, Page, Place } from '../match.ts';
import type { Change, Transaction, View } from '../store.ts';
import { lookUpMany } from './look-up-many.ts';
import type { RecordCodec } from './record-codec.ts';
import { select } from './select.ts';
import { lookUp, slice } from './sorted-tree.ts';
import type { StoredRecord } from './stored-record.ts';
import { changed, pageOf, placesOf, recordsOf, stretchOf, type Tables, type Version } from './tables.ts';

/** Reads from one state, which nobody changes. */
export class TablesView implements View {
  protected tables: Tables;
  protected readonly codec: RecordCodec;
  #ended = false;

  constructor(tables: Tables, codec: RecordCodec) {
    this.tables = tables;
    this.codec = codec;
  }

  async get<Name extends CollectionName>(collection: Name, id: string): Promise<Collections[Name] | null> {
    this.mustBeOpen();
    const stored = lookUp(this.tables[collection].rows, id, id);
    return stored === null ? null : this.#made(collection, stored);
  }

  async find<Name extends CollectionName>(
    collection: Name,
    index: IndexName<Name>,
    match: Match,
    page?: Page,
  ): Promise<readonly Collections[Name][]> {
    this.mustBeOpen();
    const found = recordsOf(this.tables[collection], stretchOf(this.tables, collection, index, match), page);
    return found.map((stored) => this.#made(collection, stored));
  }

  async count<Name extends CollectionName>(collection: Name, index: IndexName<Name>, match: Match): Promise<number> {
    this.mustBeOpen();
    const { start, end } = stretchOf(this.tables, collection, index, match);
    return end - start;
  }

  async places<Name extends CollectionName>(
    collection: Name,
    index: IndexName<Name>,
    match: Match,
    page?: Page,
  ): Promise<readonly Place[]> {
    this.mustBeOpen();
    return placesOf(stretchOf(this.tables, collection, index, match), page);
  }

  async all<Name extends CollectionName>(collection: Name, page?: Page): Promise<readonly Collections[Name][]> {
    this.mustBeOpen();
    const { rows } = this.tables[collection];
    return pageOf({ tree: rows, start: 0, end: rows.size }, page).map((stored) => this.#made(collection, stored));
  }

  async getMany<const Asked extends Readonly<Record<string, LookUp>>>(asked: Asked): Promise<Answers<Asked>> {
    this.mustBeOpen();
    return lookUpMany(this, this.tables, asked);
  }

  async select<Name extends CollectionName>(collection: Name, selection: Selection<Name>): Promise<Selected> {
    this.mustBeOpen();
    // What it asks of an index holds for any collection; the type ties index and collection together for the caller.
    return select({ tables: this.tables, codec: this.codec, collection, selection: selection as never });
  }

  /** Whoever keeps the view beyond its work would read an old state without knowing it. */
  end(): void {
    this.#ended = true;
  }

  protected mustBeOpen(): void {
    if (this.#ended) throw new AppError('internal', 'using a view or transaction after its work has ended');
  }

  #made<Name extends CollectionName>(collection: Name, stored: StoredRecord): Collections[Name] {
    return this.codec.fromRest(collection, stored) as unknown as Collections[Name];
  }
}

/** One change on its way to the journal. */
export interface PendingChange extends Change {
  /** null: the record is removed. */
  readonly stored: StoredRecord | null;
}

/** Reads and writes a state of its own, which nobody else sees until it is committed. */
export class OpenTransaction extends TablesView implements Transaction {
  readonly #changes = new Map<string, PendingChange>();

  async put<Name extends CollectionName>(collection: Name, record: Collections[Name]): Promise<void> {
    this.mustBeOpen();
    const stored = this.codec.toRest(collection, record);
    const after = { stored, record: this.codec.fromRest(collection, stored) };
    this.tables = changed(this.tables, collection, this.#before(collection, stored.id), after);
    this.#note({ collection, id: stored.id, kind: 'put', stored });
  }

  async remove<Name extends CollectionName>(collection: Name, id: string): Promise<void> {
    this.mustBeOpen();
    const before = this.#before(collection, id);
    if (before === null) return;
    this.tables = changed(this.tables, collection, before, null);
    this.#note({ collection, id, kind: 'remove', stored: null });
  }

  async write(changes: readonly Write[]): Promise<void> {
    for (const change of changes) {
      await ('put' in change ? this.put(change.collection, change.put) : this.remove(change.collection, change.remove));
    }
  }

  /** Each record once, as it is at the end. */
  get changes(): readonly PendingChange[] {
    return [...this.#changes.values()];
  }

  get result(): Tables {
    return this.tables;
  }

  #note(change: PendingChange): void {
    this.#changes.set(`${change.collection}/${change.id}`, change);
  }

  #before(collection: CollectionName, id: string): Version | null {
    const stored = lookUp(this.tables[collection].rows, id, id);
    return stored === null ? null : { stored, record: this.codec.toIndex(collection, stored) };
  }
}

/** Every record of a table in order of id, a few at a time. */
export function* inParts(tables: Tables, collection: CollectionName, size: number): Generator<readonly StoredRecord[]> {
  const { rows } = tables[collection];
  for (let start = 0; start < rows.size; start += size) yield slice(rows, start, start + size);
}
