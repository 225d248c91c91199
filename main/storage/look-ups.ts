import type { CollectionName, Collections, IndexName } from './collections.ts';
import type { Match, Page, Place } from './match.ts';

/** One of several things that `View.getMany` is asked for. */
export type LookUp = { readonly [Name in CollectionName]: LookUpIn<Name> }[CollectionName];

type LookUpIn<Name extends CollectionName> =
  /** These records; ids that are not there are left out. */
  | { readonly collection: Name; readonly ids: readonly string[] }
  /** The records under each of these values; values that nobody has are left out. */
  | { readonly collection: Name; readonly index: IndexName<Name>; readonly values: readonly string[] }
  /** What `View.places` gives. */
  | { readonly collection: Name; readonly index: IndexName<Name>; readonly places: Match; readonly page?: Page }
  /** For each of these texts the places whose value has it in it, whatever the capitals. Looks at every value of the index. */
  | { readonly collection: Name; readonly index: IndexName<Name>; readonly containing: readonly string[] }
  /** What `View.count` gives. */
  | { readonly collection: Name; readonly index: IndexName<Name>; readonly count: Match }
  /** What `View.all` gives. */
  | { readonly collection: Name; readonly all: true };

/** Each answer under the name of its question. */
export type Answers<Asked extends Readonly<Record<string, LookUp>>> = {
  readonly [Which in keyof Asked]: AnswerTo<Asked[Which]>;
};

type AnswerTo<Asked> = Asked extends { readonly collection: infer Name extends CollectionName }
  ? Asked extends { readonly ids: readonly string[] }
    ? ReadonlyMap<string, Collections[Name]>
    : Asked extends { readonly values: readonly string[] }
      ? ReadonlyMap<string, readonly Collections[Name][]>
      : Asked extends { readonly containing: readonly string[] }
        ? ReadonlyMap<string, readonly Place[]>
        : Asked extends { readonly places: Match }
          ? readonly Place[]
          : Asked extends { readonly count: Match }
            ? number
            : readonly Collections[Name][]
  : never;

/** Which records, in which order, and which page of them: see `View.select`. */
export interface Selection<Name extends CollectionName> {
  /** Only records in this stretch of the index, in its order. The index has each of them under one value. */
  readonly order: { readonly index: IndexName<Name>; readonly match: Match };
  /** Every one of them must hold. */
  readonly where: readonly Condition<Name>[];
  readonly page?: Page;
}

export interface Condition<Name extends CollectionName> {
  /** `none`: no record of which one of the clauses is true. */
  readonly has: 'any' | 'none';
  readonly of: readonly Clause<Name>[];
}

export type Clause<Name extends CollectionName> =
  | { readonly ids: readonly string[] }
  | { readonly index: IndexName<Name>; readonly match: Match }
  | { readonly index: IndexName<Name>; readonly values: readonly string[] };

export interface Selected {
  /** Of the page, in order; each record once. */
  readonly ids: readonly string[];
  /** Without the page. */
  readonly total: number;
}

/** One of the changes that `Transaction.write` makes at once. */
export type Write = { readonly [Name in CollectionName]: WriteIn<Name> }[CollectionName];

type WriteIn<Name extends CollectionName> =
  | { readonly collection: Name; readonly put: Collections[Name] }
  | { readonly collection: Name; readonly remove: string };
