import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Failure, failureOf, withPassword } from './failure.ts';

/** What part of the desk an answer belongs to: a change there asks it again. */
export type Area = 'keys' | 'doors' | 'keycards' | 'encoder' | 'desk' | 'settings' | 'demo' | 'setup';
export type AnswerKey = readonly [area: Area, ...rest: readonly unknown[]];

export interface Answer<T> {
  /** undefined until the first answer. Stays while it is asked again, so that nothing jumps. */
  readonly data: T | undefined;
  /** Why there is no answer; null while waiting or when there is one. */
  readonly failure: Failure | null;
  /** True until the first answer or failure. */
  readonly waiting: boolean;
  readonly again: () => void;
}

export interface AnswerOptions {
  readonly enabled?: boolean;
  /** Keep showing the answer to the last question while a new one (another page, another filter) is under way. */
  readonly keep?: boolean;
  /** Ask again by itself every so many milliseconds, for what no change announces. */
  readonly everyMs?: number;
}

/** Asks, remembers the answer under its key, and asks again when something in the key's area changes. */
export function useAnswer<T>(key: AnswerKey, ask: () => Promise<T>, options: AnswerOptions = {}): Answer<T> {
  const query = useQuery({
    queryKey: key,
    queryFn: ask,
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.everyMs === undefined ? {} : { refetchInterval: options.everyMs }),
  });
  return {
    data: query.data,
    failure: query.error === null ? null : failureOf(query.error),
    waiting: query.isPending && query.error === null,
    again: () => void query.refetch(),
  };
}

export interface Act<I, O> {
  /** Resolves to the answer, or to undefined when it was refused: `failure` then says why. */
  readonly run: (input: I) => Promise<O | undefined>;
  readonly pending: boolean;
  readonly failure: Failure | null;
  /** Forgets the failure, for a dialog that opens again. */
  readonly reset: () => void;
}

/** Does something at the desk. After it, done or refused, every screen asks again for what it shows. */
export function useAct<I, O>(
  act: (input: I) => Promise<O>,
  options: { readonly done?: (answer: O) => void } = {},
): Act<I, O> {
  const queries = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: I) => withPassword(() => act(input)),
    onSuccess: (answer: O) => options.done?.(answer),
    onSettled: () => void queries.invalidateQueries(undefined, { cancelRefetch: false }),
  });
  return {
    run: async (input) => {
      try {
        return await mutation.mutateAsync(input);
      } catch {
        // Shown where it was asked, through `failure`.
        return undefined;
      }
    },
    pending: mutation.isPending,
    failure: mutation.error === null ? null : failureOf(mutation.error),
    reset: mutation.reset,
  };
}
