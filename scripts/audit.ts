/**
 * `npm run audit -- verify --data DIR`: walks the audit's chain and says the first entry that is wrong.
 * `npm run audit -- export --data DIR [--from INSTANT] [--to INSTANT]`: the audit as CSV on standard output.
 * Works on a copy of the store, so that Portal may go on running and nothing of it is touched. Ends with 0: the chain is
 * whole; 1: it is not; 2: the question was wrong.
 */
import { csvOf } from '#domain/text/write-csv';
import { auditSheet } from '#main/audit/audit-sheet';
import { verifyChain, type ChainVerdict } from '#main/audit/verify-chain';
import { defaultDataFolder } from '#main/shell/data-folder';
import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import type { Store } from '#main/storage/store';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const usage = `npm run audit -- verify [--data DIR]
npm run audit -- export [--data DIR] [--from 2026-11-01] [--to 2026-12-01]   (UTC; --to is exclusive)`;
/** Of the audit nothing is sealed, and nothing else is read. */
const sealer = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
const ignore = (): void => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

const asked = question();
if (asked === null) {
  console.error(usage);
  process.exitCode = 2;
} else {
  process.exitCode = await withCopy(asked.folder, asked.act === 'verify' ? verify : exportCsv);
}

function question() {
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { data: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } },
      allowPositionals: true,
    });
    const [act, ...more] = positionals;
    if ((act !== 'verify' && act !== 'export') || more.length > 0) return null;
    const isDay = (text: string | undefined): boolean => text === undefined || /^\d{4}-\d\d-\d\d/.test(text);
    if (!isDay(values.from) || !isDay(values.to)) return null;
    const folder = join(resolve(values.data ?? defaultDataFolder(false)), 'store');
    return { act, folder, from: values.from ?? '', to: values.to ?? '~' } as const;
  } catch {
    return null;
  }
}

async function verify(store: Store): Promise<number> {
  const verdict = await store.read(async (view) =>
    verifyChain(await view.all('audit'), await view.get('auditHead', 'head')),
  );
  console.log(sentence(verdict));
  return verdict.verdict === 'whole' ? 0 : 1;
}

async function exportCsv(store: Store): Promise<number> {
  const { from = '', to = '~' } = asked ?? {};
  const entries = await store.read((view) => view.find('audit', 'at', { from, below: to }));
  const { columns, rows } = auditSheet(entries);
  process.stdout.write(csvOf([columns, ...rows]));
  return 0;
}

function sentence(verdict: ChainVerdict): string {
  if (verdict.verdict === 'whole') {
    return `The audit is intact: ${verdict.entries} entries.\nIts last hash is ${verdict.hash}\nKeep it elsewhere: a later audit must still contain it.`;
  }
  const why = {
    missing: 'it is not there, or another stands in its place',
    altered: 'its content was changed after it was written',
    unlinked: 'it does not follow the entry before it',
    cut: 'the audit ends before or behind its recorded end',
  }[verdict.because];
  return `The audit is broken at entry ${verdict.id}: ${why}.`;
}

/** A start repairs a torn last line and may compact: that is for Portal to do, not for whoever looks. */
async function withCopy(folder: string, act: (store: Store) => Promise<number>): Promise<number> {
  const copy = await mkdtemp(join(tmpdir(), 'portal-audit-'));
  try {
    const names = (await readdir(folder)).filter((name) => /^(snapshot|journal)-\d+\.jsonl?$/.test(name));
    for (const name of names) await copyFile(join(folder, name), join(copy, name));
    const store = await openLowdbStore({ folder: copy, sealer, log });
    const end = await act(store);
    await store.close();
    return end;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}
