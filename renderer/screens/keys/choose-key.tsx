import type { MouseEvent } from 'react';
import type { KeyRow } from '#api/views';
import { listName } from '../../text/format.ts';
import { bulkText } from './bulk-sentences.ts';
import styles from './key-table.module.css';
import type { ChosenKeys } from './use-selection.ts';

/** The box of one row. From the keyboard it is the space bar. */
export function ChooseKey(props: {
  readonly row: KeyRow;
  readonly chosen: boolean;
  readonly onChoose: (event: MouseEvent) => void;
}) {
  return (
    <div role="gridcell" className={styles['box']}>
      <label className={styles['choose']}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={bulkText.choose(listName(props.row))}
          checked={props.chosen}
          onClick={props.onChoose}
          onChange={() => undefined}
        />
      </label>
    </div>
  );
}

/** All keys under this tab and filter, also those that are not on the screen. */
export function ChooseAll({ total, chosenKeys }: { readonly total: number; readonly chosenKeys: ChosenKeys }) {
  const { count } = chosenKeys;
  const isAll = count > 0 && count === total;
  return (
    <div role="columnheader" className={styles['box']}>
      <label className={styles['choose']}>
        <input
          type="checkbox"
          aria-label={bulkText.chooseAll}
          checked={isAll}
          ref={(box) => {
            if (box !== null) box.indeterminate = count > 0 && !isAll;
          }}
          onChange={() => (isAll ? chosenKeys.clear() : chosenKeys.all())}
        />
      </label>
    </div>
  );
}
