import { useId, useState, type KeyboardEvent } from 'react';
import type { KeyRow } from '#api/views';

export interface RowKeysInput {
  readonly total: number;
  readonly rowAt: (index: number) => KeyRow | undefined;
  readonly onOpen: (row: KeyRow) => void;
  /** Brings a row onto the screen. */
  readonly show: (index: number) => void;
}

const leap = 10;

/** ↑ ↓ Page Up, Page Down, Home and End move the highlight; Enter opens. A click does both. */
export function useRowKeys({ total, rowAt, onOpen, show }: RowKeysInput) {
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
    const next = nextRow(event.key, chosen, total);
    if (next === null) return;
    event.preventDefault();
    setAsked(next);
    show(next);
  }

  const idOf = (index: number) => `${id}-${index}`;
  return {
    chosen,
    idOf,
    click(index: number) {
      setAsked(index);
      open(index);
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
