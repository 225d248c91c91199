import { describe, expect, test } from 'vitest';
import type { AuditView } from '#api/staff-views';
import { auditKinds } from '#domain/staff/audit';
import type { ZoneName } from '#domain/time/time';
import { auditKindName } from '../../renderer/screens/settings/audit-kinds.ts';
import { noFilter, questionOf } from '../../renderer/screens/settings/audit-question.ts';
import {
  auditChanges,
  auditCsv,
  auditSentence,
  verdictSentence,
} from '../../renderer/screens/settings/audit-sentences.ts';

const lisbon = 'Europe/Lisbon' as ZoneName;
const entry: AuditView = {
  id: '000000000007',
  at: '2026-11-23T07:00:00.000Z' as AuditView['at'],
  by: { kind: 'portal' },
  from: 'desk-1',
  what: 'staff-role-changed',
  keyId: null,
  doorName: null,
  staffName: 'Ana Sousa',
  facts: {},
  before: { role: 'team' },
  after: { role: 'installer' },
};

describe('an entry of the audit', () => {
  test('says to whom it was done', () => {
    expect(auditSentence(entry)).toBe('Role of Ana Sousa changed');
  });

  test('says it as the timeline does, where the timeline has it too', () => {
    expect(auditSentence({ ...entry, what: 'doorcode-shown' })).toBe('Doorcode shown on the screen');
  });

  test('names what was saved, and how many keys left in a file', () => {
    expect(auditSentence({ ...entry, what: 'template-saved', facts: { name: 'Cleaner', doors: '4' } })).toBe(
      'Template “Cleaner” saved',
    );
    expect(auditSentence({ ...entry, what: 'keys-exported', facts: { keys: '182' } })).toBe(
      'List of keys exported (182 keys)',
    );
  });

  test('says how it was and how it is', () => {
    expect(auditChanges(entry, lisbon)).toEqual(['Role: Team → Installer']);
    expect(auditChanges({ ...entry, before: {} }, lisbon)).toEqual(['Role: — → Installer']);
  });

  test('says a field and a moment as people do', () => {
    const after = { 'doors.1.leavesAt': '2026-11-26T11:00:00.000Z' };

    expect(auditChanges({ ...entry, before: {}, after }, lisbon)).toEqual(['Leaves at: — → Thu 26 Nov 11:00']);
  });
});

describe('the fields of an audit entry', () => {
  const changes = (before: AuditView['before'], after: AuditView['after']) =>
    auditChanges({ ...entry, before, after }, lisbon);

  test('are named in the words of the screens, wherever they stand in the record', () => {
    expect(changes({ codeLength: '6' }, { codeLength: '8' })).toEqual(['Digits in a doorcode: 6 → 8']);
    expect(changes({ 'doors.d1.allowLinkedDoors': 'true' }, { 'doors.d1.allowLinkedDoors': 'false' })).toEqual([
      'Allow Linked Doors Access: yes → no',
    ]);
    expect(changes({ 'doors.d1.departure': '2026-11-25T11:00' }, { 'doors.d1.departure': '2026-11-26T11:00' })).toEqual(
      ['Departure: Wed 25 Nov 11:00 → Thu 26 Nov 11:00'],
    );
  });

  test('of a revoked key say when, by whom and why, and no ids', () => {
    const after = {
      status: 'revoked',
      revoked: '',
      'revoked.at': '2026-11-23T07:00:00.000Z',
      'revoked.by.kind': 'staff',
      'revoked.by.staffId': 'x8VwgR4',
      'revoked.by.name': 'Inês Rocha',
      'revoked.by.from': '127.0.0.1',
      'revoked.reason': 'staff',
    };

    expect(changes({ status: 'current' }, after)).toEqual([
      'Status: Current → Revoked',
      'Revoked: — → Mon 23 Nov 07:00',
      'Revoked by: — → Inês Rocha',
      'Why it was revoked: — → by hand',
    ]);
  });

  test('that nobody has named are told by their own name', () => {
    expect(changes({ lateFee: '1' }, { lateFee: '2' })).toEqual(['Late fee: 1 → 2']);
  });

  test('are words in the exported file too, with the door of a key beside them', () => {
    const columns = ['place', 'before', 'after'] as const;
    const csv = auditCsv({ columns, rows: [['7', 'doors.d1.protect=false; status=current', 'what=else']] });

    expect(csv).toContain('Protect Configuration (d1)=false; Status=current');
    expect(csv).toContain('what=else');
  });
});

test('every kind has a name of its own in the filter', () => {
  expect(new Set(auditKinds.map(auditKindName)).size).toBe(auditKinds.length);
});

test('the days of the filter are included, the last one too', () => {
  expect(questionOf({ ...noFilter, from: '2026-11-23', to: '2026-11-23' })).toMatchObject({
    from: '2026-11-23T00:00:00.000Z',
    below: '2026-11-24T00:00:00.000Z',
  });
});

test('a broken audit names its first wrong entry', () => {
  expect(verdictSentence({ verdict: 'broken', id: '000000000005', because: 'missing' })).toMatch(
    /^The audit is broken at entry 5:/,
  );
});
