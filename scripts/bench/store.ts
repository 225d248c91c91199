import type { Log } from '#main/ports/log';
import { definitions, type Collections } from '#main/storage/collections';
import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import type { Store } from '#main/storage/store';
import { keyIdOf, keyRecord } from '#tests/support/storage-records';
import { testSealer } from '#tests/support/storage-sealer';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

/**
 * What a durable commit of one changed key costs, against stock lowdb and SQLite, in one run on one disk:
 *
 *     node --expose-gc scripts/bench/store.ts [numbers of keys...]
 */
export async function bench(args: readonly string[]): Promise<void> {
  const root = await mkdtemp(join(process.env.BENCH_FOLDER ?? tmpdir(), 'portal-bench-'));
  console.log(
    `node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}), ${Math.round(totalmem() / 2 ** 30)} GB, ${root}`,
  );
  try {
    for (const count of args.length > 0 ? args.map(Number) : [1_000, 10_000, 100_000]) await compare(root, count);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** Single commits are timed in turn on each store, so that a slow moment of the disk meets all of them. */
const commits = 1_000;

type Key = Collections['keys'];

interface Contender {
  readonly name: string;
  readonly openMilliseconds: number;
  readonly heapMegabytes: number;
  readonly commit: (record: Key) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly commits: number;
}

async function compare(root: string, count: number): Promise<void> {
  console.log(`\n${count.toLocaleString('en')} keys`);
  const folder = join(root, String(count));
  const records = () => Array.from({ length: count }, (_, number) => benchRecord(number, 0));
  await fillPortal(folder, records);
  const portal = await openPortal(folder);
  const sqlite = openSqlite(`${folder}.sqlite`, records);
  const full = openFullSqlite(`${folder}.full.sqlite`, records);
  const stock = await openStock(`${folder}.json`, records, count);

  const times = { portal: [] as number[], sqlite: [] as number[], full: [] as number[] };
  for (let number = 0; number < commits; number += 1) {
    times.portal.push(await timed(portal, number, count));
    times.sqlite.push(await timed(sqlite, number, count));
    times.full.push(await timed(full, number, count));
  }
  const stockTimes: number[] = [];
  for (let number = 0; number < stock.commits; number += 1) stockTimes.push(await timed(stock, number, count));

  report(portal, times.portal);
  report(sqlite, times.sqlite);
  report(full, times.full);
  report(stock, stockTimes);
  const own = median(times.portal);
  console.log(`  stock lowdb takes ${(median(stockTimes) / own).toFixed(0)} times as long as Portal`);
  console.log(`  SQLite takes ${(median(times.sqlite) / own).toFixed(2)} times as long as Portal`);
  console.log(`  SQLite that does the same takes ${(median(times.full) / own).toFixed(2)} times as long as Portal`);
  await lists(portal.store, count);
  for (const each of [portal, sqlite, full, stock]) await each.close();
}

/** A hotel with years of stays: two in a hundred keys are live. */
function benchRecord(number: number, version: number): Key {
  const hundredth = number % 50;
  if (hundredth === 0) return keyRecord(number, { status: 'current', version });
  return keyRecord(number, { status: 'past', version });
}

async function timed(contender: Contender, turn: number, count: number): Promise<number> {
  const record = benchRecord((turn * 7919) % count, turn + 1);
  const start = performance.now();
  await contender.commit(record);
  return performance.now() - start;
}

async function fillPortal(folder: string, records: () => readonly Key[]): Promise<void> {
  const store = await openLowdbStore({ folder, sealer: testSealer(), log: silent, compactAfterBytes: 1e12 });
  const all = records();
  for (let start = 0; start < all.length; start += 5_000) {
    await store.transact(async (transaction) => {
      for (const record of all.slice(start, start + 5_000)) await transaction.put('keys', record);
    });
  }
  await store.close();
  await settled(folder);
}

/** Waits for the snapshot that a start writes when the journals have grown. */
async function settled(folder: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const log: Log = { ...silent, info: () => resolve() };
  const store = await openLowdbStore({ folder, sealer: testSealer(), log, compactAfterBytes: 1 });
  await store.transact((transaction) => transaction.put('keys', benchRecord(0, 0)));
  await promise;
  await store.close();
}

async function openPortal(folder: string): Promise<Contender & { readonly store: Store }> {
  const before = heap();
  const start = performance.now();
  const store = await openLowdbStore({ folder, sealer: testSealer(), log: silent });
  const openMilliseconds = performance.now() - start;
  return {
    name: 'Portal',
    openMilliseconds,
    heapMegabytes: heap() - before,
    commit: (record) => store.transact((transaction) => transaction.put('keys', record)),
    close: () => store.close(),
    commits,
    store,
  };
}

function openSqlite(path: string, records: () => readonly Key[]): Contender {
  fillSqlite(path, records);
  const before = heap();
  const start = performance.now();
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  const statement = database.prepare('INSERT OR REPLACE INTO keys VALUES (?, ?)');
  database.prepare('SELECT count(*) FROM keys').get();
  const openMilliseconds = performance.now() - start;
  return {
    name: 'SQLite',
    openMilliseconds,
    heapMegabytes: heap() - before,
    commit: async (record) => void statement.run(record.id, JSON.stringify(record)),
    close: async () => database.close(),
    commits,
  };
}

/** SQLite made to do what the store does: each record checked, its codes sealed, its place in every index kept. */
function openFullSqlite(path: string, records: () => readonly Key[]): Contender {
  const inner = openSqlite(path, records);
  const database = new DatabaseSync(path);
  database.exec(
    'PRAGMA synchronous=FULL; CREATE TABLE places (name TEXT, value TEXT, id TEXT, PRIMARY KEY (name, value, id))',
  );
  database.exec('CREATE INDEX places_id ON places (id); BEGIN');
  const place = database.prepare('INSERT OR IGNORE INTO places VALUES (?, ?, ?)');
  const forget = database.prepare('DELETE FROM places WHERE id = ?');
  const statement = database.prepare('INSERT OR REPLACE INTO keys VALUES (?, ?)');
  const placeAll = (record: Key): void => {
    for (const [name, indexer] of Object.entries(definitions.keys.indexes)) {
      for (const value of indexer(record)) place.run(name, value, record.id);
    }
  };
  for (const record of records()) placeAll(record);
  database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  const sealer = testSealer();
  return {
    ...inner,
    name: 'SQLite that checks, seals and indexes',
    commit: async (record) => {
      const checked = definitions.keys.schema.parse(record);
      const json = JSON.stringify(checked, (name, value) =>
        definitions.keys.sealed.includes(name) && typeof value === 'string' ? sealer.seal(value) : value,
      );
      database.exec('BEGIN');
      statement.run(record.id, json);
      forget.run(record.id);
      placeAll(checked);
      database.exec('COMMIT');
    },
    close: async () => {
      database.close();
      await inner.close();
    },
  };
}

function fillSqlite(path: string, records: () => readonly Key[]): void {
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode=WAL; CREATE TABLE keys (id TEXT PRIMARY KEY, record TEXT) WITHOUT ROWID; BEGIN');
  const statement = database.prepare('INSERT INTO keys VALUES (?, ?)');
  for (const record of records()) statement.run(record.id, JSON.stringify(record));
  database.exec('COMMIT');
  database.close();
}

async function openStock(path: string, records: () => readonly Key[], count: number): Promise<Contender> {
  const filled = new Low<Record<string, Key>>(new JSONFile(path), {});
  for (const record of records()) filled.data[record.id] = record;
  await filled.write();
  filled.data = {};
  const before = heap();
  const start = performance.now();
  const low = new Low<Record<string, Key>>(new JSONFile(path), {});
  await low.read();
  const openMilliseconds = performance.now() - start;
  return {
    name: 'stock lowdb, not durable',
    openMilliseconds,
    heapMegabytes: heap() - before,
    commit: (record) => low.update((keys) => void (keys[record.id] = record)),
    close: async () => undefined,
    commits: count >= 100_000 ? 5 : 50,
  };
}

function report(contender: Contender, times: readonly number[]): void {
  const { name, openMilliseconds, heapMegabytes } = contender;
  const commit = `commit median ${median(times).toFixed(3)} ms, p99 ${quantile(times, 0.99).toFixed(3)} ms (${times.length})`;
  console.log(`  ${name}: ${commit}, open ${openMilliseconds.toFixed(0)} ms, memory ${heapMegabytes.toFixed(0)} MB`);
}

async function lists(store: Store, count: number): Promise<void> {
  const past = { from: 'past/', below: 'past0' };
  const deep = { offset: Math.floor(count / 2), limit: 100, descending: true };
  const tab = await time(() => store.read((view) => view.find('keys', 'statusByOwner', past, { limit: 100 })));
  const page = await time(() => store.read((view) => view.find('keys', 'statusByArrival', past, deep)));
  const number = await time(() => store.read((view) => view.count('keys', 'statusByOwner', past)));
  const together = await time(() => Promise.all(Array.from({ length: 100 }, (_, at) => putOne(store, at))));
  console.log(`  a tab of 100 keys ${tab} ms, a page in the middle ${page} ms, a count ${number} ms`);
  console.log(`  100 commits at once ${together} ms together`);
}

function putOne(store: Store, number: number): Promise<void> {
  return store.transact((transaction) => transaction.put('keys', { ...benchRecord(number, 1), id: keyIdOf(number) }));
}

async function time(act: () => Promise<unknown>): Promise<string> {
  const start = performance.now();
  await act();
  return (performance.now() - start).toFixed(2);
}

/** Heap and buffers, in megabytes. Run node with --expose-gc for a figure without garbage. */
function heap(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}

function median(times: readonly number[]): number {
  return quantile(times, 0.5);
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * share)] ?? 0;
}

const ignore = (): void => undefined;
const silent: Log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

if (process.argv[1] === fileURLToPath(import.meta.url)) await bench(process.argv.slice(2));
