import { addDoor, editDoor, protectDoor, removeDoor, unprotectDoor } from '#domain/key/door-edits';
import { regenerate, removeDoorcode, setDoorcode, setDoorcodePolicy } from '#domain/credentials/doorcode-edits';
import type { KeyEdit } from '#domain/key/key-edit';
import { restoreDoor, restoreKey, revokeDoor, revokeKey } from '#domain/key/revoke-and-restore';
import type { Key } from '#domain/key/key';
import { describe, expect, test } from 'vitest';
import { heard, keyOf, moment, staffAt, stay, tell } from './hotel.ts';

/** What staff do to a key by hand. Each test starts with Ana Costa in house in 101, on Tuesday. */

const told = tell(
  heard(stay(), '2026-11-20T09:00'),
  { state: 'in-house', actualArrival: moment('2026-11-23T15:20') },
  '2026-11-23T15:20',
);
const key = keyOf(told);
const tuesday = staffAt(told, '2026-11-24T09:00');
const room = '101' as never;
const person = key.people[0]?.personId ?? ('nobody' as never);
const manual: Key = { ...key, source: 'manual', reservationId: null };
const byHand = staffAt(null, '2026-11-24T09:00');

function done(edit: KeyEdit): Key {
  if (edit.outcome === 'refused') throw new Error(edit.reason);
  return edit.key;
}

test.each([
  ['revoke the key', revokeKey(key, tuesday), 'key-revoked'],
  ['revoke a door', revokeDoor(key, room, tuesday), 'door-revoked'],
  ['edit a door', editDoor(key, room, { allowLinkedDoors: false }, tuesday), 'key-changed'],
  ['protect a door', protectDoor(key, room, tuesday), 'configuration-protected'],
  ['unprotect a door', unprotectDoor(key, room, tuesday), 'configuration-unprotected'],
  ['remove a door', removeDoor(key, room, tuesday), 'key-changed'],
  ['regenerate the code', regenerate(key, person, tuesday), 'key-changed'],
  ['switch the doorcode off', removeDoorcode(key, person, tuesday), 'key-changed'],
])('%s: one version on, in the timeline of the key, at that moment', (_, edit, kind) => {
  expect(edit).toMatchObject({
    outcome: 'changed',
    key: { version: key.version + 1, updatedAt: '2026-11-24T09:00:00.000Z' },
    notes: [{ kind, keyId: key.id, reservationId: 'mews:stay-1' }],
  });
});

test.each([
  ['revoke', revokeDoor(key, 'cellar' as never, tuesday)],
  ['restore', restoreDoor(key, 'cellar' as never, tuesday)],
  ['edit', editDoor(key, 'cellar' as never, {}, tuesday)],
  ['protect', protectDoor(key, 'cellar' as never, tuesday)],
  ['unprotect', unprotectDoor(key, 'cellar' as never, tuesday)],
  ['remove', removeDoor(key, 'cellar' as never, tuesday)],
])('a door that the key does not have: %s is refused', (_, edit) => {
  expect(edit).toMatchObject({ outcome: 'refused', reason: 'not-found' });
});

describe('revoke and restore', () => {
  test('a revoked key is Revoked at once', () => {
    expect(done(revokeKey(key, tuesday))).toMatchObject({
      status: 'revoked',
      statusChangesAt: null,
      revoked: { reason: 'staff', by: { kind: 'staff', name: 'Rita' } },
    });
  });

  test('while the reservation is active it can be restored, and its code is looked at again', () => {
    expect(restoreKey(done(revokeKey(key, tuesday)), tuesday)).toMatchObject({
      outcome: 'changed',
      codeNeeded: true,
      key: { status: 'current', revoked: null },
    });
  });

  test.each(['cancelled', 'no-show', 'deleted', 'departed', 'tentative'] as const)(
    'not while the reservation is %s',
    (state) => {
      const ended = tell(told, { state }, '2026-11-24T08:00');

      expect(restoreKey(done(revokeKey(keyOf(ended), tuesday)), staffAt(ended, '2026-11-24T09:00'))).toEqual({
        outcome: 'refused',
        reason: 'key-not-restorable',
      });
    },
  );

  test('a manual key can be restored until its last departure', () => {
    const revoked = done(revokeKey(manual, byHand));

    expect(restoreKey(revoked, staffAt(null, '2026-11-26T10:59'))).toMatchObject({
      outcome: 'changed',
      key: { status: 'current' },
    });
    expect(restoreKey(revoked, staffAt(null, '2026-11-26T11:00')).outcome).toBe('refused');
  });

  test('a key that is not revoked cannot be restored', () => {
    expect(restoreKey(key, tuesday)).toEqual({ outcome: 'refused', reason: 'key-not-restorable' });
  });

  test('a single door is revoked and restored, and the key goes on', () => {
    const revoked = done(revokeDoor(key, room, tuesday));

    expect(revoked).toMatchObject({ status: 'current', doors: [{ revoked: { by: { kind: 'staff' } } }] });
    expect(restoreDoor(revoked, room, tuesday)).toMatchObject({
      codeNeeded: true,
      key: { doors: [{ revoked: null }] },
    });
  });

  test('a door of a revoked key is not restored alone', () => {
    const both = done(revokeKey(done(revokeDoor(key, room, tuesday)), tuesday));

    expect(restoreDoor(both, room, tuesday)).toEqual({ outcome: 'refused', reason: 'key-not-restorable' });
  });
});

describe('Edit door', () => {
  test('what staff set is theirs from then on', () => {
    const edit = editDoor(key, room, { departure: '2026-11-26T14:00' as never, weekdays: [2, 3] }, tuesday);

    expect(edit).toMatchObject({
      codeNeeded: true,
      notes: [{ kind: 'key-changed', facts: { fields: 'departure weekdays' } }],
      key: {
        statusChangesAt: '2026-11-26T14:00:00.000Z',
        doors: [{ departure: '2026-11-26T14:00', staffSet: ['departure', 'weekdays'] }],
      },
    });
  });

  test('allowing provisioning is said as such', () => {
    const stopped = editDoor(key, room, { allowProvisioning: false }, tuesday);

    expect(stopped).toMatchObject({
      notes: [{ kind: 'key-changed' }, { kind: 'provisioning-stopped', doorId: '101' }],
    });
    expect(editDoor(done(stopped), room, { allowProvisioning: true }, tuesday)).toMatchObject({
      notes: [{ kind: 'key-changed' }, { kind: 'provisioning-allowed' }],
    });
  });

  test('a departure before the arrival is refused', () => {
    expect(editDoor(key, room, { departure: '2026-11-23T15:00' as never }, tuesday)).toEqual({
      outcome: 'refused',
      reason: 'invalid-input',
    });
  });
});

describe('doors of a key', () => {
  const [main] = key.doors;
  const access = {
    arrival: main?.arrival ?? ('' as never),
    departure: main?.departure ?? ('' as never),
    weekdays: null,
    hours: null,
    allowProvisioning: true,
    allowLinkedDoors: false,
  };

  test('a door is added beside the others, staff’s where it differs from the room', () => {
    expect(addDoor(key, '103' as never, access, tuesday)).toMatchObject({
      codeNeeded: true,
      key: { doors: [{ doorId: '101' }, { doorId: '103', origin: 'staff', staffSet: ['allowLinkedDoors'] }] },
    });
  });

  test('the same door twice is refused', () => {
    expect(addDoor(key, room, access, tuesday)).toEqual({ outcome: 'refused', reason: 'invalid-input' });
  });

  test('a room that is taken off a PMS key does not come back with the next update, but by hand', () => {
    const removed = done(removeDoor(key, room, tuesday));
    const updated = tell({ ...told, key: removed }, { number: '4712' }, '2026-11-24T10:00');

    expect(keyOf(updated).doors).toMatchObject([{ doorId: '101', revoked: { by: { kind: 'staff' } } }]);
    expect(done(addDoor(keyOf(updated), room, access, tuesday)).doors).toMatchObject([
      { doorId: '101', origin: 'pms', revoked: null },
    ]);
  });

  test('a door that staff added is taken off for good', () => {
    const added = done(addDoor(key, '103' as never, access, tuesday));

    expect(done(removeDoor(added, '103' as never, tuesday)).doors).toHaveLength(1);
  });

  test('the last door of a manual key stays', () => {
    expect(removeDoor(manual, room, byHand)).toEqual({ outcome: 'refused', reason: 'invalid-input' });
  });
});

describe('the doorcode', () => {
  const choice = { newId: () => 'credential-9' };

  test('Strict with a code: the digits go until it is granted', () => {
    const edit = setDoorcodePolicy(key, person, { ...choice, policy: 'strict', asked: '482913' }, tuesday);

    expect(edit).toMatchObject({
      codeNeeded: true,
      key: { people: [{ doorcode: { policy: 'strict', asked: '482913', code: null, unassigned: null } }] },
    });
    expect(done(edit).people[0]?.doorcode?.credentialId).toBe(key.people[0]?.doorcode?.credentialId);
  });

  test.each([
    ['Preferred without a code', { ...choice, policy: 'preferred', asked: null }],
    ['Random with a code', { ...choice, policy: 'random', asked: '482913' }],
  ] as const)('%s is refused', (_, wish) => {
    expect(setDoorcodePolicy(key, person, wish, tuesday)).toEqual({ outcome: 'refused', reason: 'invalid-input' });
  });

  test('from Strict to Random, the code stays', () => {
    const strict = done(setDoorcodePolicy(key, person, { ...choice, policy: 'strict', asked: '482913' }, tuesday));
    const granted = done(setDoorcode(strict, person, { outcome: 'assigned', code: '482913' }, tuesday));

    expect(
      done(setDoorcodePolicy(granted, person, { ...choice, policy: 'random', asked: null }, tuesday)).people,
    ).toMatchObject([{ doorcode: { policy: 'random', asked: null, code: '482913' } }]);
  });

  test('a person without a doorcode gets one', () => {
    const none = done(removeDoorcode(key, person, tuesday));

    expect(
      done(setDoorcodePolicy(none, person, { ...choice, policy: 'random', asked: null }, tuesday)).people,
    ).toMatchObject([{ doorcode: { credentialId: 'credential-9', policy: 'random', code: null } }]);
  });

  test('regenerated, the old digits are gone', () => {
    expect(done(regenerate(key, person, tuesday)).people).toMatchObject([
      { doorcode: { code: null, assignedAt: null } },
    ]);
  });

  test('not granted, the key and its timeline say why', () => {
    const edit = setDoorcode(
      key,
      person,
      { outcome: 'unassigned', reason: 'reserved-by-strict', heldBy: 'key-2' as never },
      tuesday,
    );

    expect(edit).toMatchObject({
      key: { people: [{ doorcode: { code: null, unassigned: 'reserved-by-strict' } }] },
      notes: [{ kind: 'doorcode-unassigned', facts: { reason: 'reserved-by-strict' } }],
    });
  });

  test('granted, the timeline says so without the digits', () => {
    const edit = setDoorcode(key, person, { outcome: 'assigned', code: '907351' }, tuesday);

    expect(edit).toMatchObject({
      key: { people: [{ doorcode: { code: '907351', unassigned: null, assignedAt: '2026-11-24T09:00:00.000Z' } }] },
      notes: [{ kind: 'doorcode-assigned', facts: { policy: 'random' } }],
    });
    expect('notes' in edit ? JSON.stringify(edit.notes) : '907351').not.toContain('907351');
  });

  test('on a revoked key no code is needed', () => {
    expect(regenerate(done(revokeKey(key, tuesday)), person, tuesday)).toMatchObject({ codeNeeded: false });
  });
});
