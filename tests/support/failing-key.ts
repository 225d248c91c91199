import type { KeyId } from '#domain/ids';
import type { Store } from '#main/storage/store';

/** A store in which one key cannot be worked on, as a bug in a rule would have it; all else goes to the disk. */
export function storeWithFailingKey(store: Store, id: KeyId): Store {
  return bound(store, {
    transact: (work: Parameters<Store['transact']>[0]) =>
      store.transact((transaction) =>
        work(
          bound(transaction, {
            get: async (collection: string, wanted: string) => {
              if (collection === 'keys' && wanted === id) throw new Error('this key cannot be worked on');
              return transaction.get(collection as 'keys', wanted);
            },
          }),
        ),
      ),
  });
}

/** The same thing with some of its methods exchanged. */
function bound<Thing extends object>(thing: Thing, instead: object): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = name in instead ? Reflect.get(instead, name) : Reflect.get(target, name, target);
      return typeof value === 'function' && !(name in instead) ? value.bind(target) : value;
    },
  });
}
