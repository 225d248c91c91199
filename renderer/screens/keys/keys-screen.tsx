import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { KeyStatus } from '#domain/key/key';
import { useSetup, useStrip } from '../../channel/use-desk.ts';
import { EmptyState, FailureNotice, Waiting } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { AttentionPanel } from './attention-panel.tsx';
import { BulkActs } from './bulk-acts.tsx';
import { KeyFilters } from './key-filters.tsx';
import { isNarrowed, keyQuestion, type KeyQuestion, type KeySearch, searchOf } from './key-question.ts';
import { KeyTable } from './key-table.tsx';
import styles from './keys-screen.module.css';
import { keysText } from './sentences.ts';
import { useKeyRows } from './use-key-rows.ts';
import { useSelection } from './use-selection.ts';

/** Every key there is, under four tabs; above them, what needs somebody. */
export function KeysScreen() {
  const search = useSearch({ from: '/keys' });
  const navigate = useNavigate();
  const question = keyQuestion(search);
  const [range, setRange] = useState({ first: 0, last: 0 });
  const rows = useKeyRows(question, range.first, range.last);
  const chosenKeys = useSelection(question, rows.total ?? 0, rows.rowAt);
  const onRange = useCallback((first: number, last: number) => {
    setRange((before) => (before.first === first && before.last === last ? before : { first, last }));
  }, []);

  function narrow(change: KeySearch) {
    void navigate({ to: '/keys', search: { ...search, ...change }, replace: true, resetScroll: false });
  }

  const narrowed = isNarrowed(question);
  return (
    <Page
      title={keysText.title}
      acts={
        <Button
          size="sm"
          variant="filled"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => void navigate({ to: '/keys/new' })}
        >
          {keysText.addKey}
        </Button>
      }
    >
      <AttentionPanel />
      <KeyFilters
        question={question}
        onStatus={(status) => void navigate({ to: '/keys', search: { tab: status } })}
        onNarrow={narrow}
        onShow={(asked) => void navigate({ to: '/keys', search: searchOf(asked) })}
      />
      <div role="tabpanel" aria-label={keysText.tabs[question.status]}>
        <FailureNotice failure={rows.failure} />
        {rows.total === null && rows.failure === null ? <Waiting>{keysText.loading}</Waiting> : null}
        {rows.total === 0 ? (
          <NoKeys
            status={question.status}
            narrowed={narrowed}
            onShowAll={() => void navigate({ to: '/keys', search: { tab: question.status } })}
          />
        ) : null}
        {rows.total === null || rows.total === 0 ? null : (
          <>
            <KeyTable
              key={listName(question)}
              question={question}
              total={rows.total}
              rowAt={rows.rowAt}
              onRange={onRange}
              onSort={(sort, descending) => narrow({ sort, descending })}
              chosenKeys={chosenKeys}
              onOpen={(row) => void navigate({ to: '/keys/$keyId', params: { keyId: row.id } })}
            />
            <p className={styles['foot']}>
              <span>{narrowed ? keysText.matching(rows.total) : keysText.count(rows.total)}</span>
              <span className={styles['hint']}>
                <kbd>↑</kbd> <kbd>↓</kbd> {keysText.hint.move} <kbd>Enter</kbd> {keysText.hint.open} <kbd>Space</kbd>{' '}
                {keysText.hint.choose}
              </span>
            </p>
          </>
        )}
        <BulkActs question={question} chosenKeys={chosenKeys} />
      </div>
    </Page>
  );
}

/** Another list begins at its top; the same list, sorted or narrowed, stays where it is. */
function listName(question: KeyQuestion): string {
  return question.status;
}

interface NoKeysProps {
  readonly status: KeyStatus;
  readonly narrowed: boolean;
  readonly onShowAll: () => void;
}

function NoKeys({ status, narrowed, onShowAll }: NoKeysProps) {
  const { title, words } = narrowed ? keysText.nothingMatches : keysText.empty[status];
  return (
    <div className={styles['empty']}>
      <EmptyState
        title={title}
        act={narrowed ? <Button onClick={onShowAll}>{keysText.showAll}</Button> : <FirstStep status={status} />}
      >
        {words}
      </EmptyState>
    </div>
  );
}

/** How the first key comes to be: from a reservation, so from a PMS. */
function FirstStep({ status }: { readonly status: KeyStatus }) {
  const navigate = useNavigate();
  const demo = useSetup().data?.demo === true;
  const withoutPms = useStrip()?.pms.length === 0;
  if (status === 'past' || status === 'revoked') return null;
  if (demo) return <Button onClick={() => void navigate({ to: '/demo' })}>{keysText.openDemo}</Button>;
  if (!withoutPms) return null;
  return (
    <Button onClick={() => void navigate({ to: '/settings', search: { tab: 'integrations' } })}>
      {keysText.connectPms}
    </Button>
  );
}
