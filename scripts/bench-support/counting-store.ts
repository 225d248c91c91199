import type { Store, Transaction, View } from '#main/storage/store';

/** A store that counts what is asked of it: each call of a view or a transaction is one. */
export interface CountingStore {
  readonly store: Store;
  /** Calls of each read and each transaction since the last time this was asked, in their order. */
  readonly take: () => readonly number[];
}

export function countingStore(inner: Store): CountingStore {
  let works: number[] = [];
  const counted = <Asked extends View | Transaction, Result>(work: (asked: Asked) => Promise<Result>) => {
    const place = works.push(0) - 1;
    return (asked: Asked): Promise<Result> => {
      works[place] = 0;
      const counting = new Proxy(asked, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          return (...args: readonly unknown[]): unknown => {
            works[place] = (works[place] ?? 0) + 1;
            return Reflect.apply(method, target, args);
          };
        },
      });
      return work(counting);
    };
  };
  return {
    store: {
      isShared: inner.isShared,
      read: (work) => inner.read(counted(work)),
      transact: (work) => inner.transact(counted(work)),
      onCommit: (listener) => inner.onCommit(listener),
      close: () => inner.close(),
    },
    take() {
      const taken = works;
      works = [];
      return taken;
    },
  };
}
