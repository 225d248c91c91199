import type { Store } from '#main/storage/store';

/** The same store as one that several programs use. */
export function sharedStore(store: Store): Store {
  return {
    isShared: true,
    read: (work) => store.read(work),
    transact: (work) => store.transact(work),
    onCommit: (listener) => store.onCommit(listener),
    close: () => store.close(),
  };
}
