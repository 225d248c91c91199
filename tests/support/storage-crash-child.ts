import type { Collections } from '#main/storage/collections';
import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import type { Store } from '#main/storage/store';
import { writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { rememberingLog } from './storage-log.ts';
import { testSealer } from './storage-sealer.ts';

/**
 * A desk under load, to be killed: eight writers, each raising the same number on two records in one transaction and
 * saying so on standard output only when the store has acknowledged it. Compacts about every 40 commits.
 */
const writers = 8;

async function write(store: Store, writer: number): Promise<never> {
  for (;;) {
    const number = await store.transact(async (transaction) => {
      const before = await transaction.get('people', personId(writer, 'left'));
      const next = String(Number(before?.lastName ?? '0') + 1);
      await transaction.put('people', person(personId(writer, 'left'), next));
      await transaction.put('people', person(personId(writer, 'right'), next));
      return next;
    });
    writeSync(1, `${writer} ${number}\n`);
  }
}

function personId(writer: number, side: string): Collections['people']['id'] {
  return `writer-${writer}-${side}` as Collections['people']['id'];
}

function person(id: Collections['people']['id'], lastName: string): Collections['people'] {
  return {
    id,
    kind: 'guest',
    firstName: 'Ana',
    lastName,
    email: 'ana@example.com',
    emailIsRelay: false,
    phone: null,
    language: 'pt',
    pmsId: null,
    updatedAt: '2026-01-01T12:00:00.000Z' as Collections['people']['updatedAt'],
  };
}

// It never ends in order, which is when Node keeps what it compiled.
flushCompileCache();
const [folder = ''] = process.argv.slice(2);
const { log } = rememberingLog();
const store = await openLowdbStore({ folder, sealer: testSealer(), log, compactAfterBytes: 30_000 });
await Promise.all(Array.from({ length: writers }, (_, writer) => write(store, writer)));
