import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAlertTriangle, IconFilter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { type KeyStatus, keyStatuses } from '#domain/key/key';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { Tabs } from '../../components/tabs.tsx';
import styles from './key-filters.module.css';
import type { KeyQuestion, KeySearch } from './key-question.ts';
import { SavedFilters } from './saved-filters.tsx';
import { keysText } from './sentences.ts';

/** How long the typing rests before the list is asked. */
const restMs = 120;

export interface KeyFiltersProps {
  readonly question: KeyQuestion;
  readonly onStatus: (status: KeyStatus) => void;
  readonly onNarrow: (change: KeySearch) => void;
  readonly onShow: (question: KeyQuestion) => void;
}

/** The four tabs with their counts, and what narrows the list. */
export function KeyFilters({ question, onStatus, onNarrow, onShow }: KeyFiltersProps) {
  const counts = useAnswer(['keys', 'counts'], () => portal.keys.counts.query());
  const [typed, setTyped] = useState(question.filter);
  const asked = useRef(question.filter);
  const ask = useDebouncedCallback((filter: string) => {
    asked.current = filter;
    onNarrow({ filter });
  }, restMs);

  // Another tab or the back button brings its own filter; what is being typed is left alone.
  useEffect(() => {
    if (question.filter === asked.current) return;
    asked.current = question.filter;
    setTyped(question.filter);
  }, [question.filter]);

  function type(filter: string) {
    setTyped(filter);
    ask(filter);
  }

  return (
    <div className={styles['bar']}>
      <Tabs
        label={keysText.title}
        tabs={keyStatuses.map((status) => ({ id: status, name: keysText.tabs[status], count: counts.data?.[status] }))}
        chosen={question.status}
        onChoose={onStatus}
      />
      <div className={styles['filters']}>
        <TextInput
          size="xs"
          className={styles['text'] ?? ''}
          aria-label={keysText.filter}
          placeholder={keysText.filterHint}
          leftSection={<IconFilter size={14} aria-hidden />}
          rightSection={
            typed === '' ? null : <CloseButton size="xs" aria-label={keysText.clearFilter} onClick={() => type('')} />
          }
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') type('');
          }}
        />
        <Select
          size="xs"
          className={styles['source'] ?? ''}
          aria-label={keysText.source}
          data={(['all', 'pms', 'manual'] as const).map((value) => ({ value, label: keysText.sources[value] }))}
          value={question.source}
          allowDeselect={false}
          onChange={(source) => onNarrow({ source: source ?? 'all' })}
        />
        <Select
          size="xs"
          className={styles['access'] ?? ''}
          aria-label={keysText.access}
          data={(['all', 'not-allowed', 'late'] as const).map((value) => ({ value, label: keysText.accesses[value] }))}
          value={question.access}
          allowDeselect={false}
          onChange={(access) => onNarrow({ access: access ?? 'all' })}
        />
        <Button
          variant={question.attention ? 'filled' : 'default'}
          aria-pressed={question.attention}
          leftSection={<IconAlertTriangle size={14} aria-hidden />}
          onClick={() => onNarrow({ attention: !question.attention })}
        >
          {keysText.needsAttention}
        </Button>
        <SavedFilters question={question} onChoose={onShow} />
      </div>
    </div>
  );
}
