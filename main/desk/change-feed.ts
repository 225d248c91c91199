import type { ChangeNotice } from '#api/change-notice';
import type { Change, Store } from '#main/storage/store';

/** Ids that one notice names; a burst of more says only that the collection changed. */
const namedIds = 100;

/** Something that no record tells of. @returns what undoes it. */
export type OnChange = (listen: () => void) => () => void;

/**
 * Every commit, as notices per collection; what piles up while nobody listens is put together.
 * @param others What changes without a commit, by the name of its notice.
 */
export async function* changeFeed(
  store: Store,
  signal: AbortSignal,
  others: Readonly<Record<string, OnChange>> = {},
): AsyncIterable<readonly ChangeNotice[]> {
  let pending: Change[] = [];
  let changed = new Set<string>();
  let wake: () => void = () => undefined;
  const forget = store.onCommit((changes) => {
    pending.push(...changes);
    wake();
  });
  const forgetOthers = Object.entries(others).map(([collection, onChange]) =>
    onChange(() => {
      changed.add(collection);
      wake();
    }),
  );
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      if (pending.length === 0 && changed.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      const changes = pending;
      const rest = [...changed].map((collection) => ({ collection, ids: [] }));
      pending = [];
      changed = new Set();
      if (changes.length + rest.length > 0) yield [...noticesOf(changes), ...rest];
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    forget();
    for (const forgetOther of forgetOthers) forgetOther();
  }
}

function noticesOf(changes: readonly Change[]): readonly ChangeNotice[] {
  const byCollection = Map.groupBy(changes, ({ collection }) => collection);
  return [...byCollection].map(([collection, each]) => {
    // Whose session it is concerns nobody else: the line looks at its own after each notice.
    const ids = collection === 'sessions' ? [] : [...new Set(each.map(({ id }) => id))];
    return { collection, ids: ids.length > namedIds ? [] : ids };
  });
}
