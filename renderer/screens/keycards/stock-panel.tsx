import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFilter } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { KeycardPage } from '#api/keycards';
import { type KeycardState, keycardStates } from '#domain/cards/keycard';
import type { ZoneName } from '#domain/time/time';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { EmptyState, FailureNotice, Waiting } from '../../components/notices.tsx';
import { Tabs } from '../../components/tabs.tsx';
import type { KeycardSearch } from './keycard-question.ts';
import styles from './keycards.module.css';
import { stockText as text } from './sentences.ts';
import { StockTable } from './stock-table.tsx';

const restMs = 150;
/** So many are asked for and shown at once. */
const pageSize = 200;

export interface StockPanelProps {
  readonly search: KeycardSearch;
  readonly zone: ZoneName;
  readonly editable: boolean;
  readonly onAdd: () => void;
}

/** Every card of the hotel, by state, with what narrows the list. */
export function StockPanel({ search, zone, editable, onAdd }: StockPanelProps) {
  const navigate = useNavigate();
  const { state = null } = search;
  const [typed, setTyped] = useState(search.text ?? '');
  const [filter] = useDebouncedValue(typed, restMs);
  const asked = `${state ?? ''}/${filter}`;
  // Another tab or filter begins at its first page.
  const [further, setFurther] = useState({ asked, pages: 1 });
  const pages = further.asked === asked ? further.pages : 1;
  const page = useAnswer(['keycards', 'list', state, filter, pages], () => listOf({ state, text: filter, pages }), {
    keep: true,
  });
  const { data } = page;
  const all = data === undefined ? 0 : Object.values(data.counts).reduce((sum, count) => sum + count, 0);
  useEffect(() => {
    void navigate({ to: '/keycards', search: searchOf(state, filter), replace: true, resetScroll: false });
  }, [navigate, state, filter]);

  return (
    <section aria-label={text.table}>
      <div className={styles['bar']}>
        <Tabs
          label={text.table}
          tabs={[
            { id: 'all', name: text.all, count: data === undefined ? undefined : all },
            ...keycardStates.map((id) => ({ id, name: text.states[id], count: data?.counts[id] })),
          ]}
          chosen={state ?? 'all'}
          onChoose={(id) =>
            void navigate({ to: '/keycards', search: searchOf(id === 'all' ? null : id, typed), replace: true })
          }
        />
        <TextInput
          size="xs"
          className={styles['filter'] ?? ''}
          aria-label={text.search}
          placeholder={text.searchHint}
          leftSection={<IconFilter size={14} aria-hidden />}
          rightSection={
            typed === '' ? null : <CloseButton size="xs" aria-label={text.clear} onClick={() => setTyped('')} />
          }
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('');
          }}
        />
      </div>
      <FailureNotice failure={page.failure} />
      {page.waiting ? <Waiting>{text.loading}</Waiting> : null}
      {data?.total === 0 ? (
        <div className={styles['empty']}>
          {all === 0 ? (
            <EmptyState
              title={text.emptyTitle}
              act={
                editable ? (
                  <div className={styles['emptyActs']}>
                    <Button variant="filled" onClick={() => askEncoder({ ask: 'enrol' })}>
                      {text.enrol}
                    </Button>
                    <Button onClick={onAdd}>{text.addOne}</Button>
                  </div>
                ) : null
              }
            >
              {text.emptyWords}
            </EmptyState>
          ) : (
            <EmptyState
              title={text.nothingMatches}
              act={
                <Button
                  onClick={() => {
                    setTyped('');
                    void navigate({ to: '/keycards', search: {} });
                  }}
                >
                  {text.showAll}
                </Button>
              }
            >
              {text.nothingMatchesWords}
            </EmptyState>
          )}
        </div>
      ) : null}
      {data === undefined || data.total === 0 ? null : (
        <>
          <StockTable rows={data.rows} zone={zone} editable={editable} />
          <div className={styles['foot']}>
            <span role="status">
              {data.total > data.rows.length ? text.more(data.rows.length, data.total) : text.count(data.total)}
            </span>
            {data.total > data.rows.length ? (
              <Button onClick={() => setFurther({ asked, pages: pages + 1 })}>
                {text.showMore(Math.min(pageSize, data.total - data.rows.length))}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}

/** The first pages of the list, as one. */
async function listOf(asked: {
  readonly state: KeycardState | null;
  readonly text: string;
  readonly pages: number;
}): Promise<KeycardPage> {
  const { pages, ...which } = asked;
  const pageAt = (index: number) => portal.keycards.list.query({ ...which, offset: index * pageSize, limit: pageSize });
  const later = Array.from({ length: pages - 1 }, (_, index) => index + 1);
  const [first, ...rest] = await Promise.all([pageAt(0), ...later.map(pageAt)]);
  return { ...first, rows: [first, ...rest].flatMap(({ rows }) => rows) };
}

function searchOf(state: KeycardState | null, filter: string): KeycardSearch {
  return { ...(state === null ? {} : { state }), ...(filter === '' ? {} : { text: filter }) };
}
