import { afterEach, beforeEach, expect, it } from 'vitest';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { appendAudit } from '#main/audit/append-audit';
import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import type { Store } from '#main/storage/store';
import { instantText } from '#domain/time/time';
import { silentLog } from '#tests/support/silent-log';

const script = join(import.meta.dirname, '../../../scripts/audit.ts');
const sealer = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
let data: string;
let store: Store;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'portal-audit-test-'));
  store = await openLowdbStore({ folder: join(data, 'store'), sealer, log: silentLog });
  for (const day of ['21', '22', '23']) {
    const at = instantText.parse(`2026-11-${day}T10:00:00.000Z`);
    await store.transact((transaction) =>
      appendAudit(transaction, { at, by: { kind: 'portal' }, what: 'staff-invited', after: { name: `Day ${day}` } }),
    );
  }
});

afterEach(async () => {
  await store.close();
  await rm(data, { recursive: true, force: true });
});

async function audit(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const run = promisify(execFile)(process.execPath, [script, ...args, '--data', data]);
  return run.then(
    ({ stdout }) => ({ code: 0, out: stdout }),
    (failure: { code: number; stdout: string }) => ({ code: failure.code, out: failure.stdout }),
  );
}

it('verify finds the audit whole while Portal is running, and its last hash', async () => {
  const { code, out } = await audit('verify');

  expect(code).toBe(0);
  expect(out).toMatch(/^The audit is intact: 3 entries\.\nIts last hash is [0-9a-f]{64}\n/);
});

it('verify ends with 1 and names the first broken entry', async () => {
  await store.transact((transaction) => transaction.remove('audit', '000000000002'));

  const { code, out } = await audit('verify');

  expect(code).toBe(1);
  expect(out).toBe('The audit is broken at entry 000000000002: it is not there, or another stands in its place.\n');
});

it('export gives the days that were asked for as CSV', async () => {
  const { out } = await audit('export', '--from', '2026-11-22', '--to', '2026-11-23');

  expect(out.trim().split('\r\n')).toEqual([
    expect.stringContaining('"place","at","who","pc","what"'),
    expect.stringContaining('"name=Day 22"'),
  ]);
});

it('a question that it does not understand ends with 2', async () => {
  expect((await audit('repair')).code).toBe(2);
});
