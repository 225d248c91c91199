import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useElementScrollRestoration } from '@tanstack/react-router';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyRow } from '#api/views';
import { ChooseAll, ChooseKey } from './choose-key.tsx';
import { keyColumns, keyTableFeatures } from './key-columns.tsx';
import type { KeyQuestion } from './key-question.ts';
import styles from './key-table.module.css';
import { keysText } from './sentences.ts';
import { useRowKeys } from './use-row-keys.ts';
import type { ChosenKeys } from './use-selection.ts';

const rowHeight = 38;
const headHeight = 34;

export interface KeyTableProps {
  readonly question: KeyQuestion;
  readonly total: number;
  readonly rowAt: (index: number) => KeyRow | undefined;
  /** Tells which rows are on the screen, so that theirs are fetched. */
  readonly onRange: (first: number, last: number) => void;
  readonly onSort: (sort: KeyQuestion['sort'], descending: boolean) => void;
  readonly onOpen: (row: KeyRow) => void;
  readonly chosenKeys: ChosenKeys;
}

/** As many rows as there are keys, of which only those on the screen exist. */
export function KeyTable({ question, total, rowAt, onRange, onSort, onOpen, chosenKeys }: KeyTableProps) {
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const before = useElementScrollRestoration({ id: 'main' });
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => document.querySelector<HTMLElement>('#main'),
    estimateSize: () => rowHeight,
    overscan: 12,
    initialOffset: before?.scrollY ?? 0,
    scrollMargin: top,
    scrollPaddingStart: headHeight + 8,
  });
  const onScreen = virtual.getVirtualItems();
  const first = onScreen[0]?.index ?? 0;
  const last = onScreen.at(-1)?.index ?? 0;

  // The panel above may grow or shrink at any time: which rows are on the screen follows where the table really begins.
  useLayoutEffect(() => {
    const measure = () => setTop(body.current?.offsetTop ?? 0);
    const observer = new ResizeObserver(measure);
    const page = document.querySelector('#main')?.firstElementChild;
    if (page !== null && page !== undefined) observer.observe(page);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => onRange(first, last), [first, last, onRange]);

  const rows = onScreen.map(({ index }) => rowAt(index));
  const sorting = useMemo<SortingState>(
    () => [{ id: question.sort, desc: question.descending }],
    [question.sort, question.descending],
  );
  const table = useTable({
    features: keyTableFeatures,
    columns: keyColumns,
    data: rows.filter((row) => row !== undefined),
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting },
    onSortingChange: (change) => {
      const [asked] = typeof change === 'function' ? change(sorting) : change;
      if (asked !== undefined) onSort(asked.id as KeyQuestion['sort'], asked.desc);
    },
  });
  const loaded = new Map(table.getRowModel().rows.map((row) => [row.original.id, row]));
  const keys = useRowKeys({
    total,
    rowAt,
    onOpen,
    chosenKeys,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  });

  return (
    <div
      className={styles['table']}
      role="grid"
      aria-label={keysText.table}
      aria-rowcount={total + 1}
      aria-multiselectable
      data-rows
      {...keys.grid}
    >
      <div role="rowgroup" className={styles['head']}>
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" aria-rowindex={1} className={styles['row']}>
            <ChooseAll total={total} chosenKeys={chosenKeys} />
            {group.headers.map((header) => (
              <div
                key={header.id}
                role="columnheader"
                className={styles['cell']}
                aria-sort={ariaSort(header.column.getIsSorted())}
              >
                {header.column.getCanSort() ? (
                  <button type="button" className={styles['sort']} onClick={header.column.getToggleSortingHandler()}>
                    <table.FlexRender header={header} />
                    <SortArrow sorted={header.column.getIsSorted()} />
                  </button>
                ) : (
                  <table.FlexRender header={header} />
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div ref={body} role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
        {onScreen.map(({ index, start }) => {
          const key = rowAt(index);
          const row = key === undefined ? undefined : loaded.get(key.id);
          return (
            <div
              key={index}
              id={keys.idOf(index)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={key !== undefined && chosenKeys.has(key.id)}
              data-highlight={index === keys.chosen ? '' : undefined}
              className={styles['row']}
              data-attention={key?.needsAttention === true ? '' : undefined}
              style={{ transform: `translateY(${start - top}px)`, height: rowHeight }}
              onClick={(event) => {
                // The owner's name is a link of its own, so that a middle click opens another tab.
                if (event.target instanceof Element && event.target.closest('a, label') === null)
                  keys.click(index, event);
              }}
            >
              {row === undefined ? (
                <div role="gridcell" className={styles['quiet']}>
                  {keysText.loadingRow}
                </div>
              ) : (
                <>
                  <ChooseKey
                    row={row.original}
                    chosen={chosenKeys.has(row.original.id)}
                    onChoose={(event) => keys.check(index, event)}
                  />
                  {row.getAllCells().map((cell) => (
                    <div key={cell.id} role="gridcell" className={styles['cell']}>
                      <table.FlexRender cell={cell} />
                    </div>
                  ))}
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SortArrow({ sorted }: { readonly sorted: false | 'asc' | 'desc' }) {
  if (sorted === false) return null;
  return sorted === 'asc' ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />;
}

function ariaSort(sorted: false | 'asc' | 'desc') {
  if (sorted === false) return undefined;
  return sorted === 'asc' ? 'ascending' : 'descending';
}
