import { useQueries } from '@tanstack/react-query';
import type { KeyPage, KeyRow } from '#api/views';
import { type Failure, failureOf } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';
import type { KeyQuestion } from './key-question.ts';

/** Rows asked at once: two screens and a half. */
const pageSize = 100;

export interface KeyRows {
  /** null until the first answer. */
  readonly total: number | null;
  /** undefined while its page is on its way. */
  readonly rowAt: (index: number) => KeyRow | undefined;
  readonly failure: Failure | null;
}

/**
 * The rows around what is on the screen, whatever the length of the list. While another question is under way the old
 * rows stay, so that nothing flashes.
 */
export function useKeyRows(question: KeyQuestion, first: number, last: number): KeyRows {
  const pages = [...new Set([0, Math.floor(first / pageSize), Math.floor(Math.max(first, last) / pageSize)])];
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['keys', 'list', question, page] as const,
      queryFn: () => portal.keys.list.query({ ...question, offset: page * pageSize, limit: pageSize }),
      placeholderData: (before: KeyPage | undefined, query: { readonly queryKey: readonly unknown[] } | undefined) =>
        query?.queryKey[3] === page ? before : undefined,
    })),
  });
  const byPage = new Map(pages.map((page, index) => [page, answers[index]?.data]));
  const refused = answers.find((answer) => answer.error !== null)?.error;
  return {
    total: byPage.get(0)?.total ?? null,
    rowAt: (index) => byPage.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    failure: refused === undefined || refused === null ? null : failureOf(refused),
  };
}
