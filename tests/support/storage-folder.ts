import type { Log, LogFacts } from '#main/ports/log';
import { openLowdbStore, type LowdbStoreOptions } from '#main/storage/lowdb/open-lowdb-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
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

export interface LogLine {
  readonly level: keyof Log;
  readonly facts: LogFacts;
  readonly message: string;
}

export function rememberingLog(): { readonly log: Log; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: keyof Log) => (facts: LogFacts, message: string) => void lines.push({ level, facts, message });
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines };
}
