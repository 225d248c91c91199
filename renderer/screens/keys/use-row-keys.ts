import { type KeyboardEvent, type MouseEvent, useId, useState } from 'react';
import type { KeyRow } from '#api/views';
import type { ChosenKeys } from './use-selection.ts';

export interface RowKeysInput {
  readonly total: number;
  readonly rowAt: (index: number) => KeyRow | undefined;
  readonly onOpen: (row: KeyRow) => void;
  /** Brings a row onto the screen. */
  readonly show: (index: number) => void;
  readonly chosenKeys: ChosenKeys;
}

const leap = 10;

/**
 * ↑ ↓ Page Up, Page Down, Home and End move the highlight; Enter opens. A click does both. Space, Shift with a movement,
 * Ctrl+A and Esc choose keys for the acts on many of them.
 */
export function useRowKeys({ total, rowAt, onOpen, show, chosenKeys }: RowKeysInput) {
  const id = useId();
  const [asked, setAsked] = useState<number | null>(null);
  const chosen = asked === null || total === 0 ? null : Math.min(asked, total - 1);

  function open(index: number | null) {
    const row = index === null ? undefined : rowAt(index);
    if (row !== undefined) onOpen(row);
  }

  function press(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') open(chosen);
    if (choose(event)) return event.preventDefault();
    const next = nextRow(event.key, chosen, total);
    if (next === null) return;
    event.preventDefault();
    if (event.shiftKey) {
      if (chosen !== null && chosenKeys.count === 0) chosenKeys.extendTo(chosen);
      chosenKeys.extendTo(next);
    }
    setAsked(next);
    show(next);
  }

  /** @returns whether the key was for choosing. */
  function choose(event: KeyboardEvent): boolean {
    if (event.key === ' ' && chosen !== null) chosenKeys.toggle(chosen);
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') chosenKeys.all();
    else if (event.key === 'Escape' && chosenKeys.count > 0) chosenKeys.clear();
    else return false;
    return true;
  }

  const idOf = (index: number) => `${id}-${index}`;
  return {
    chosen,
    idOf,
    click(index: number, event: MouseEvent) {
      setAsked(index);
      if (event.shiftKey) chosenKeys.extendTo(index);
      else if (event.ctrlKey || event.metaKey) chosenKeys.toggle(index);
      else open(index);
    },
    /** The row's own box. */
    check(index: number, event: MouseEvent) {
      setAsked(index);
      if (event.shiftKey) chosenKeys.extendTo(index);
      else chosenKeys.toggle(index);
    },
    grid: {
      tabIndex: 0,
      'aria-activedescendant': chosen === null ? undefined : idOf(chosen),
      onKeyDown: press,
      onFocus: () => setAsked((before) => before ?? 0),
    },
  };
}

function nextRow(pressed: string, chosen: number | null, total: number): number | null {
  if (total === 0) return null;
  const from = chosen ?? -1;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + leap,
    PageUp: from - leap,
    Home: 0,
    End: total - 1,
  };
  const next = steps[pressed];
  return next === undefined ? null : Math.max(0, Math.min(total - 1, next));
}
