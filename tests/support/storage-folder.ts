import { openLowdbStore, type LowdbStoreOptions } from '#main/storage/lowdb/open-lowdb-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { rememberingLog } from './storage-log.ts';
import { testSealer } from './storage-sealer.ts';

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store in `folder`, closed after the test. */
export async function openIn(folder: string, options: Partial<LowdbStoreOptions> = {}) {
  const store = await openLowdbStore({ folder, sealer: testSealer(), log: rememberingLog().log, ...options });
  onTestFinished(() => store.close());
  return store;
}
