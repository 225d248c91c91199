import { IconCreditCard, IconDoor, IconKey } from '@tabler/icons-react';
import type { SearchHit } from '#api/views';
import { doorTypeTexts } from '../text/doors.ts';
import styles from './search-box.module.css';
import { searchText } from './sentences.ts';

const icons = {
  key: <IconKey size={16} aria-hidden />,
  door: <IconDoor size={16} aria-hidden />,
  encode: <IconCreditCard size={16} aria-hidden />,
} as const;

export interface SearchResultsProps {
  readonly id: string;
  readonly shown: boolean;
  readonly hits: readonly SearchHit[];
  readonly chosen: number;
  /** The sentence when nothing was found; null while it may still be. */
  readonly nothing: string | null;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (hit: SearchHit) => void;
}

export function SearchResults({ id, shown, hits, chosen, nothing, onChoose, onOpen }: SearchResultsProps) {
  if (!shown) return null;
  return (
    <div className={styles['results']}>
      {hits.length === 0 ? <p className={styles['none']}>{nothing ?? searchText.waiting}</p> : null}
      <ul id={id} role="listbox" aria-label={searchText.results} className={styles['list']}>
        {hits.map((hit, index) => (
          <li
            key={`${hit.kind}/${hit.id}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles['hit']}
            onMouseMove={() => onChoose(index)}
            // Before the input loses its focus, which closes the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onOpen(hit);
            }}
          >
            {icons[hit.kind]}
            <span className={styles['title']}>
              {hit.kind === 'encode' ? searchText.encodeFor(hit.title) : hit.title}
            </span>
            <span className={styles['detail']}>{hit.kind === 'door' ? doorTypeTexts[hit.type] : hit.detail}</span>
            <span className={styles['status']}>
              {hit.kind === 'door' ? searchText.door : searchText.status[hit.status]}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
