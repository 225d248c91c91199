import type { Log } from '#main/ports/log';
import { RecordCodec } from './lowdb/record-codec.ts';
import { TablesStore } from './lowdb/tables-store.ts';
import { noTables } from './lowdb/tables.ts';
import type { Store } from './store.ts';

/**
 * The embedded store without its disk, for tests and for trying things out: it forgets everything at the end.
 *
 * @param options `runs: 'twice'` runs the work of every transaction twice and keeps the second: a test mode, in which work with
 * an effect of its own shows.
 */
export function openMemoryStore(options: { readonly log?: Log; readonly runs?: 'once' | 'twice' } = {}): Store {
  const codec = new RecordCodec({ seal: (plain) => plain, open: (sealed) => sealed });
  const durability = { write: async () => undefined, close: async () => undefined };
  const store = new TablesStore({ tables: noTables, codec, durability, log: options.log ?? silent });
  return options.runs === 'twice' ? runningTwice(store) : store;
}

/** The first run of the work is thrown away with everything it wrote, as after a conflict in a store with several writers. */
function runningTwice(store: Store): Store {
  return {
    read: (work) => store.read(work),
    onCommit: (listener) => store.onCommit(listener),
    close: () => store.close(),
    async transact(work) {
      await store
        .transact(async (transaction) => {
          await work(transaction);
          throw thrownAway;
        })
        .catch((err: unknown) => {
          if (err !== thrownAway) throw err;
        });
      return store.transact(work);
    },
  };
}

const thrownAway = new Error('the first run of a transaction');

const ignore = (): void => undefined;
const silent: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
