import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { SearchHit } from '#api/views';
import { portal } from '../channel/portal-client.ts';
import { useAnswer } from '../channel/use-portal.ts';
import styles from './search-box.module.css';
import { SearchResults } from './search-results.tsx';
import { searchText } from './sentences.ts';

const atMost = 12;

export interface SearchBoxProps {
  readonly onOpen: (hit: SearchHit) => void;
}

/** The one search. The first result is highlighted; Enter opens it, also when it was pressed before the answer came. */
export function SearchBox({ onOpen }: SearchBoxProps) {
  const listId = useId();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [focused, setFocused] = useState(false);
  const asked = text.trim();
  const { queryKey, queryFn } = searchFor(asked);
  const answer = useAnswer(queryKey, queryFn, { enabled: asked !== '', keep: true });
  const hits = asked === '' ? [] : (answer.data?.hits ?? []);
  const fresh = answer.data?.asked === asked;

  function open(hit: SearchHit | undefined) {
    if (hit === undefined) return;
    setText('');
    document.querySelector<HTMLElement>('#main')?.focus();
    onOpen(hit);
  }

  /** Enter came before the answer: the first result of exactly this text, unless the text has changed meanwhile. */
  async function openFirst() {
    const answered = await queries.fetchQuery(searchFor(asked));
    if (input.current?.value.trim() === asked) open(answered.hits[0]);
  }

  function press(event: KeyboardEvent) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (asked === '') return focusRows();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen(Math.max(0, Math.min(hits.length - 1, chosen + step)));
    }
    if (event.key === 'Enter' && asked !== '') {
      // The same key press must not begin what it opens.
      event.preventDefault();
      if (fresh) open(hits[chosen]);
      else void openFirst();
    }
    if (event.key === 'Escape') {
      if (text === '') input.current?.blur();
      setText('');
    }
  }

  const shown = focused && asked !== '';
  const active = shown && hits.length > 0 ? `${listId}-${chosen}` : undefined;
  return (
    <div className={styles['search']} role="search">
      <IconSearch size={16} className={styles['icon']} aria-hidden />
      <input
        ref={input}
        className={styles['input']}
        type="text"
        role="combobox"
        data-search
        aria-label={searchText.label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={active}
        aria-autocomplete="list"
        placeholder={searchText.placeholder}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={press}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      <kbd className={styles['shortcut']} aria-hidden>
        {searchText.shortcut}
      </kbd>
      <SearchResults
        id={listId}
        shown={shown}
        hits={hits}
        chosen={chosen}
        nothing={fresh && hits.length === 0 ? searchText.none(asked) : null}
        onChoose={setChosen}
        onOpen={open}
      />
    </div>
  );
}

/** ↓ in the empty search goes on to the rows of the page. */
function focusRows(): void {
  document.querySelector<HTMLElement>('[data-rows]')?.focus();
}

function searchFor(asked: string) {
  return {
    queryKey: ['desk', 'search', asked] as const,
    queryFn: async () => ({ asked, hits: await portal.desk.search.query({ text: asked, limit: atMost }) }),
  };
}
