/** Something was committed: which collections, and which of their records (at most 100 ids; none: many). */
export interface ChangeNotice {
  readonly collection: string;
  readonly ids: readonly string[];
}
