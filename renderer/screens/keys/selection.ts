import { type KeySelection, mostChosen } from '#api/bulk';
import type { KeyId } from '#domain/ids';
import type { KeyQuestion } from './key-question.ts';

/** Which keys of a list are chosen: these, or all of them but these. Live updates change neither. */
export interface Selection {
  readonly kind: 'these' | 'all-but';
  readonly ids: ReadonlySet<KeyId>;
}

export const nothing: Selection = { kind: 'these', ids: new Set() };
export const everything: Selection = { kind: 'all-but', ids: new Set() };

export function isChosen({ kind, ids }: Selection, id: KeyId): boolean {
  return ids.has(id) === (kind === 'these');
}

/** @param total How many keys the list has now. */
export function chosenCount({ kind, ids }: Selection, total: number): number {
  return kind === 'these' ? ids.size : Math.max(0, total - ids.size);
}

/** null: more were named one by one than the desk takes. */
export function withChoice(selection: Selection, choice: readonly KeyId[], chosen: boolean): Selection | null {
  const ids = new Set(selection.ids);
  for (const id of choice) {
    if (chosen === (selection.kind === 'these')) ids.add(id);
    else ids.delete(id);
  }
  return ids.size > mostChosen ? null : { kind: selection.kind, ids };
}

/** As the desk is told. */
export function selectionFor(selection: Selection, question: KeyQuestion): KeySelection {
  const ids = [...selection.ids];
  return selection.kind === 'these' ? { kind: 'these', ids } : { kind: 'all-but', question, but: ids };
}
