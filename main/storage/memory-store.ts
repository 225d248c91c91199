import type { Log } from '#main/ports/log';
import { RecordCodec } from './lowdb/record-codec.ts';
import { TablesStore } from './lowdb/tables-store.ts';
import { noTables } from './lowdb/tables.ts';
import type { Store } from './store.ts';

/**
 * The embedded store without its disk, for tests and for trying things out: it forgets everything at the end.
 *
 * @param options `runs: 'twice'`: a test mode, see TablesStore.
 */
export function openMemoryStore(options: { readonly log?: Log; readonly runs?: 'once' | 'twice' } = {}): Store {
  const codec = new RecordCodec({ seal: (plain) => plain, open: (sealed) => sealed });
  const durability = { write: async () => undefined, close: async () => undefined };
  return new TablesStore({
    tables: noTables,
    codec,
    durability,
    log: options.log ?? silent,
    runs: options.runs ?? 'once',
  });
}

const ignore = (): void => undefined;
const silent: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
