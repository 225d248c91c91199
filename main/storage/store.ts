import type { Collections, CollectionName, IndexName } from './collections.ts';
import type { Match, Page, Place } from './match.ts';
import type { Answers, LookUp, Selected, Selection, Write } from './look-ups.ts';

/**
 * Where everything is kept. Contract, checked by tests/contracts/store.ts on every implementation:
 *
 * - `transact` is serializable and all-or-nothing. When it resolves, the change is durable: it survives a kill -9 and a
 *   power cut. When it rejects, nothing of it was stored, neither on disk nor in memory.
 * - `work` may be run more than once and must have no effects but through its transaction.
 * - A `work` that throws changes nothing, and its error comes out of `transact` as it is.
 * - Records are values: what was read is never changed by a later commit, and what was put may not be changed by the
 *   caller afterwards.
 * - Listeners hear each commit once, in commit order, after it is durable, and never hear of one that failed.
 */
export interface Store {
  /**
   * Whether other programs may use it at the same time. Where not, whatever an earlier program left half done is nobody's, from
   * the moment the store is open.
   */
  readonly isShared: boolean;
  /** Reads from one consistent state of the store. */
  read<Result>(work: (view: View) => Promise<Result>): Promise<Result>;
  transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** @returns what undoes it. */
  onCommit(listener: (changes: readonly Change[]) => void): () => void;
  /** Waits for the commits under way; later calls are refused with AppError('store-closed'). */
  close(): Promise<void>;
}

export interface View {
  get<Name extends CollectionName>(collection: Name, id: string): Promise<Collections[Name] | null>;
  /**
   * The records whose index holds `value`, or with a range, values from `from` (inclusive) to `below` (exclusive), in
   * ascending order of the index value, then of the id.
   */
  find<Name extends CollectionName>(
    collection: Name,
    index: IndexName<Name>,
    match: Match,
    page?: Page,
  ): Promise<readonly Collections[Name][]>;
  /** How many `find` would give without a page. */
  count<Name extends CollectionName>(collection: Name, index: IndexName<Name>, match: Match): Promise<number>;
  /** What `find` would give, without making the records: which value of the index leads to which id. */
  places<Name extends CollectionName>(
    collection: Name,
    index: IndexName<Name>,
    match: Match,
    page?: Page,
  ): Promise<readonly Place[]>;
  /** Every record in order of id. For small collections and for tools. */
  all<Name extends CollectionName>(collection: Name, page?: Page): Promise<readonly Collections[Name][]>;
  /**
   * Several look-ups in one call, however many records each asks for: what a list joins to its rows costs a fixed number of
   * calls, and not one a row.
   */
  getMany<const Asked extends Readonly<Record<string, LookUp>>>(asked: Asked): Promise<Answers<Asked>>;
  /**
   * The ids of the records that lie in a stretch of an index and meet every condition, in the order of the index. The store
   * finds the cheapest way: it walks the order, or the narrowest of the conditions. On the way others have their turn.
   */
  select<Name extends CollectionName>(collection: Name, selection: Selection<Name>): Promise<Selected>;
}

export interface Transaction extends View {
  /** Inserts or replaces by `record.id`. Sees its own writes at once. */
  put<Name extends CollectionName>(collection: Name, record: Collections[Name]): Promise<void>;
  /** Removing what is absent is no error. */
  remove<Name extends CollectionName>(collection: Name, id: string): Promise<void>;
  /** Several of both, one after the other, in one call. */
  write(changes: readonly Write[]): Promise<void>;
}

export interface Change {
  readonly collection: CollectionName;
  readonly id: string;
  readonly kind: 'put' | 'remove';
}
