import type { EditContext, KeyEdit } from '#domain/key/key-edit';
import { planBulk, type BulkAction, type BulkPlan } from '#domain/acts/bulk';
import { csvOf } from '#domain/text/write-csv';
import { folded, foldedWords } from '#domain/text/folded-words';
import type { Key } from '#domain/key/key';
import { localDateTime } from '#domain/time/time';
import { describe, expect, test } from 'vitest';
import { heard, keyOf, moment, staffAt, stay, tell } from './hotel.ts';

/** Ana Costa is expected in 101 from Monday to Thursday 26 November, 11:00; on Tuesday staff act on many keys. */

const expected = heard(stay(), '2026-11-20T09:00');
const coming = keyOf(expected);
const morning = staffAt(expected, '2026-11-22T09:00');
const inHouse = tell(expected, { state: 'in-house', actualArrival: moment('2026-11-23T15:20') }, '2026-11-23T15:20');
const staying = keyOf(inHouse);
const tuesday = staffAt(inHouse, '2026-11-24T09:00');

const plan = (action: BulkAction, key: Key = staying): BulkPlan => planBulk(action, key);

function edited(planned: BulkPlan, context: EditContext): KeyEdit | null {
  return planned.outcome === 'change' && planned.edit !== null ? planned.edit(context) : null;
}

function changedKey(planned: BulkPlan, context: EditContext = tuesday): Key | null {
  const edit = edited(planned, context);
  return edit?.outcome === 'changed' ? edit.key : null;
}

describe('allowing provisioning for many keys', () => {
  test('opens the doors of a key that is not allowed yet', () => {
    const key = changedKey(plan({ act: 'allow-provisioning' }, coming), morning);

    expect(key?.doors[0]).toMatchObject({ allowProvisioning: true, staffSet: ['allowProvisioning'] });
    expect(key?.version).toBe(coming.version + 1);
  });

  test('leaves one that is allowed as it is', () => {
    expect(plan({ act: 'allow-provisioning' })).toEqual({ outcome: 'unchanged', because: 'already-allowed' });
  });

  test.each(['past', 'revoked'] as const)('leaves a %s key as it is, whatever is asked', (status) => {
    const over = { ...staying, status };

    expect(plan({ act: 'allow-provisioning' }, over)).toEqual({ outcome: 'unchanged', because: status });
    expect(plan({ act: 'extend', nights: 1 }, over)).toEqual({ outcome: 'unchanged', because: status });
    expect(plan({ act: 're-provision' }, over)).toEqual({ outcome: 'unchanged', because: status });
    expect(plan({ act: 'revoke' }, over)).toEqual({ outcome: 'unchanged', because: status });
  });

  test('leaves one note in the timeline, and says that it was done to many', () => {
    const planned = edited(plan({ act: 'allow-provisioning' }, coming), morning);

    expect(planned).toMatchObject({
      notes: [{ kind: 'provisioning-allowed', keyId: coming.id, facts: { bulk: 'yes' } }],
    });
  });
});

describe('extending many keys', () => {
  test('moves the last day by two nights, at the same time of day', () => {
    const planned = plan({ act: 'extend', nights: 2 });

    expect(planned).toMatchObject({ departure: { from: '2026-11-26T11:00', to: '2026-11-28T11:00' } });
    expect(changedKey(planned)?.doors[0]).toMatchObject({ departure: '2026-11-28T11:00', staffSet: ['departure'] });
  });

  test('to a moment extends whoever leaves before it, and shortens nobody', () => {
    const until = (text: string) => plan({ act: 'extend-to', until: localDateTime.parse(text) });

    expect(changedKey(until('2026-11-26T16:00'))?.doors[0]?.departure).toBe('2026-11-26T16:00');
    expect(until('2026-11-26T10:00')).toEqual({ outcome: 'unchanged', because: 'already-longer' });
  });

  test('does not touch a door that was meant for an earlier day', () => {
    const [room] = staying.doors;
    const spa = {
      ...room,
      doorId: 'spa',
      departure: localDateTime.parse('2026-11-24T18:00'),
    } as (typeof staying.doors)[0];
    const key = changedKey(plan({ act: 'extend', nights: 1 }, { ...staying, doors: [...staying.doors, spa] }));

    expect(key?.doors.map(({ departure }) => departure)).toEqual(['2026-11-27T11:00', '2026-11-24T18:00']);
  });

  test('does not touch a key without end', () => {
    const [room] = staying.doors;
    const always = { ...room, departure: localDateTime.parse('2099-12-31T23:59') } as (typeof staying.doors)[0];

    expect(plan({ act: 'extend', nights: 1 }, { ...staying, doors: [always] })).toMatchObject({ because: 'no-end' });
  });
});

test('revoking many keys revokes each as staff do', () => {
  expect(changedKey(plan({ act: 'revoke' }))).toMatchObject({ status: 'revoked', revoked: { reason: 'staff' } });
});

test('only a key that is allowed is written again', () => {
  expect(plan({ act: 're-provision' })).toMatchObject({ outcome: 'change', edit: null });
  expect(plan({ act: 're-provision' }, coming)).toEqual({ outcome: 'unchanged', because: 'not-allowed' });
});

test('a name that begins like a formula is text in a spreadsheet', () => {
  expect(csvOf([['=HYPERLINK("x")', 'Conti, "Chia"']])).toBe('\uFEFF"\'=HYPERLINK(""x"")","Conti, ""Chia"""\r\n');
});

test('names are looked up without their accents', () => {
  expect(foldedWords('Inês  GONÇALVES, Søren')).toEqual(['ines', 'goncalves', 'soren']);
  expect(folded('Łukasz Weiß Ægir')).toBe('lukasz weiss aegir');
});
