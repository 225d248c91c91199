import type { ChangeNotice } from '#api/change-notice';
import type { Change, Store } from '#main/storage/store';

/** Ids that one notice names; a burst of more says only that the collection changed. */
const namedIds = 100;

/** Every commit, as notices per collection; what piles up while nobody listens is put together. */
export async function* changeFeed(store: Store, signal: AbortSignal): AsyncIterable<readonly ChangeNotice[]> {
  let pending: Change[] = [];
  let wake: () => void = () => undefined;
  const forget = store.onCommit((changes) => {
    pending.push(...changes);
    wake();
  });
  const onAbort = (): void => wake();
  signal.addEventListener('abort', onAbort);
  try {
    while (!signal.aborted) {
      if (pending.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const changes = pending;
      pending = [];
      if (changes.length > 0) yield noticesOf(changes);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    forget();
  }
}

function noticesOf(changes: readonly Change[]): readonly ChangeNotice[] {
  const byCollection = Map.groupBy(changes, ({ collection }) => collection);
  return [...byCollection].map(([collection, each]) => {
    const ids = [...new Set(each.map(({ id }) => id))];
    return { collection, ids: ids.length > namedIds ? [] : ids };
  });
}
