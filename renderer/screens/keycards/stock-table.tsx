import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { KeycardRow } from '#api/keycards';
import type { ZoneName } from '#domain/time/time';
import { CardDialogs, type CardQuestion } from './card-dialogs.tsx';
import styles from './keycards.module.css';
import { stockText as text } from './sentences.ts';
import { StockRow } from './stock-row.tsx';

export interface StockTableProps {
  readonly rows: readonly KeycardRow[];
  readonly zone: ZoneName;
  readonly editable: boolean;
}

/** Number, name, state, holder, and what is written. */
export function StockTable({ rows, zone, editable }: StockTableProps) {
  const [asked, setAsked] = useState<CardQuestion | null>(null);
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.columns.number}</th>
            <th scope="col">{text.columns.name}</th>
            <th scope="col">{text.columns.state}</th>
            <th scope="col">{text.columns.holder}</th>
            <th scope="col">{text.columns.written}</th>
            <th scope="col">{text.columns.last}</th>
            <th scope="col">
              <VisuallyHidden>{text.columns.acts}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <StockRow key={row.id} row={row} zone={zone} editable={editable} onAsk={setAsked} />
          ))}
        </tbody>
      </table>
      <CardDialogs asked={asked} zone={zone} onClose={() => setAsked(null)} />
    </div>
  );
}
