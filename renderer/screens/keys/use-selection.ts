import { useRef, useState } from 'react';
import { mostChosen } from '#api/bulk';
import type { KeyRow } from '#api/views';
import type { KeyId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { type KeyQuestion, keysOfList } from './key-question.ts';
import { chosenCount, everything, isChosen, nothing, type Selection, withChoice } from './selection.ts';

export interface ChosenKeys {
  readonly selection: Selection;
  readonly count: number;
  readonly has: (id: KeyId) => boolean;
  readonly toggle: (index: number) => void;
  /** From the row that was chosen last to this one. */
  readonly extendTo: (index: number) => void;
  readonly all: () => void;
  readonly clear: () => void;
  /** More were to be chosen one by one than is possible. */
  readonly tooMany: boolean;
}

/** What is chosen in the list. Another tab or filter begins anew; another order does not. */
export function useSelection(
  question: KeyQuestion,
  total: number,
  rowAt: (index: number) => KeyRow | undefined,
): ChosenKeys {
  const list = keysOfList(question);
  const [kept, setKept] = useState({ list, selection: nothing, tooMany: false });
  const anchor = useRef<{ readonly index: number; readonly before: Selection } | null>(null);
  const selection = kept.list === list ? kept.selection : nothing;

  function keep(next: Selection | null) {
    setKept({ list, selection: next ?? selection, tooMany: next === null });
  }

  async function extendTo(index: number) {
    const from = anchor.current ?? { index, before: selection };
    anchor.current = from;
    const [first, last] = from.index < index ? [from.index, index] : [index, from.index];
    if (last - first >= mostChosen) return keep(null);
    const ids = await idsBetween(first, last);
    return keep(withChoice(from.before, ids, true));
  }

  /** Rows that were scrolled past are on the screen's shelf; those that were leapt over are asked for. */
  async function idsBetween(first: number, last: number): Promise<readonly KeyId[]> {
    const rows = Array.from({ length: last - first + 1 }, (_none, step) => rowAt(first + step));
    const known = rows.flatMap((row) => (row === undefined ? [] : [row.id]));
    if (known.length === rows.length) return known;
    return portal.bulk.range.query({ ...question, offset: first, limit: last - first + 1 });
  }

  return {
    selection,
    count: chosenCount(selection, total),
    has: (id) => isChosen(selection, id),
    toggle(index) {
      const row = rowAt(index);
      if (row === undefined) return;
      const next = withChoice(selection, [row.id], !isChosen(selection, row.id));
      anchor.current = { index, before: next ?? selection };
      keep(next);
    },
    extendTo: (index) => void extendTo(index),
    all() {
      anchor.current = null;
      keep(everything);
    },
    clear() {
      anchor.current = null;
      keep(nothing);
    },
    tooMany: kept.list === list && kept.tooMany,
  };
}
