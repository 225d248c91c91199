import { beforeEach, describe, expect, it } from 'vitest';
import { verifyChain } from '#main/audit/verify-chain';
import type { AuditEntry } from '#domain/staff/audit';
import { openStaffDesk, type StaffDesk } from '#tests/support/staff-desk';

let desk: StaffDesk;

/** Rosa hires two people and disables one: ten entries or so. */
beforeEach(async () => {
  desk = await openStaffDesk();
  await desk.hire('Tiago', 'team');
  await desk.hire('Ana', 'housekeeping');
  await desk.list.disable(await desk.subject('Tiago'), desk.owner);
});

const verdict = () =>
  desk.store.read(async (view) => verifyChain(await view.all('audit'), await view.get('auditHead', 'head')));

/** What nobody may do: writes past the chain. */
async function tamper(change: (entries: readonly AuditEntry[]) => readonly AuditEntry[]): Promise<void> {
  await desk.store.transact(async (transaction) => {
    const entries = await transaction.all('audit');
    for (const { id } of entries) await transaction.remove('audit', id);
    for (const entry of change(entries)) await transaction.put('audit', entry);
  });
}

describe('the audit as a chain', () => {
  it('is whole, and says how long it is', async () => {
    const entries = await desk.audit();

    expect(entries.map(({ what }) => what)).toContain('staff-disabled');
    expect(await verdict()).toEqual({ verdict: 'whole', entries: entries.length, hash: entries.at(-1)!.hash });
  });

  it('is whole before anything happened', () => {
    expect(verifyChain([], null)).toMatchObject({ verdict: 'whole', entries: 0 });
  });

  it('shows an entry whose words were changed', async () => {
    await tamper((entries) => entries.with(3, { ...entries[3]!, at: entries[0]!.at, facts: { a: 'lie' } }));

    expect(await verdict()).toEqual({ verdict: 'broken', id: '000000000004', because: 'altered' });
  });

  it('shows who was put in the place of another', async () => {
    await tamper((entries) =>
      entries.map((entry) => (entry.what === 'staff-disabled' ? { ...entry, by: { kind: 'portal' as const } } : entry)),
    );

    expect(await verdict()).toMatchObject({ verdict: 'broken', because: 'altered' });
  });

  it('shows an entry that was removed', async () => {
    await tamper((entries) => entries.toSpliced(4, 1));

    expect(await verdict()).toEqual({ verdict: 'broken', id: '000000000005', because: 'missing' });
  });

  it('shows an entry that was removed though the others moved up', async () => {
    await tamper((entries) =>
      entries.toSpliced(4, 1).map((entry, index) => ({ ...entry, id: String(index + 1).padStart(12, '0') })),
    );

    expect(await verdict()).toEqual({ verdict: 'broken', id: '000000000005', because: 'unlinked' });
  });

  it('shows two entries that changed places', async () => {
    await tamper((entries) => {
      const [third, fourth] = [entries[2]!, entries[3]!];
      return entries.with(2, { ...fourth, id: third.id }).with(3, { ...third, id: fourth.id });
    });

    expect(await verdict()).toEqual({ verdict: 'broken', id: '000000000003', because: 'unlinked' });
  });

  it('shows that its last entries are gone', async () => {
    const { length } = await desk.audit();
    await tamper((entries) => entries.slice(0, -2));

    expect(await verdict()).toEqual({
      verdict: 'broken',
      id: String(length - 1).padStart(12, '0'),
      because: 'cut',
    });
  });

  it('shows an entry that was made up and hung on at the end', async () => {
    await tamper((entries) => [...entries, { ...entries.at(-1)!, id: String(entries.length + 1).padStart(12, '0') }]);

    expect(await verdict()).toMatchObject({ verdict: 'broken', because: 'unlinked' });
  });
});
