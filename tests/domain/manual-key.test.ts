import {
  addPerson,
  newManualKey,
  type NewKeyDoor,
  type NewKeyPerson,
  type NewManualKey,
} from '#domain/acts/manual-key';
import { noEnd } from '#domain/key/no-end';
import { addDoors, changeStay, moveRoom } from '#domain/key/stay-edits';
import { mayUndo, undoAct, undoRecord, type UndoRecord } from '#domain/acts/undo';
import type { KeyEdit } from '#domain/key/key-edit';
import type { Key } from '#domain/key/key';
import { localDateTime } from '#domain/time/time';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { desired, heard, keyOf, moment, settings, staffAt, stay } from './hotel.ts';

/** Keys that staff make by hand. It is Monday 23 November 2026, 09:00, in Lisbon. */

const monday = staffAt(null, '2026-11-23T09:00');

const rita: NewKeyPerson = {
  personId: 'rita' as never,
  firstName: 'Rita',
  lastName: 'Fernandes',
  doorcode: { policy: 'random', asked: null },
  keycard: null,
};

function at(room: string, changes: Partial<NewKeyDoor> = {}): NewKeyDoor {
  return {
    doorId: room as never,
    arrival: local('2026-11-23T09:00'),
    departure: local('2026-11-24T11:00'),
    weekdays: null,
    hours: null,
    allowProvisioning: true,
    allowLinkedDoors: true,
    ...changes,
  };
}

function local(text: string) {
  return localDateTime.parse(text);
}

function made(changes: Partial<NewManualKey> = {}): KeyEdit {
  let drawn = 0;
  const newId = () => `credential-${(drawn += 1)}`;
  return newManualKey({ id: 'new' as never, people: [rita], doors: [at('101')], newId, ...changes }, monday);
}

function done(edit: KeyEdit): Key {
  if (edit.outcome === 'refused') throw new Error(edit.reason);
  return edit.key;
}

describe('Add Key', () => {
  test('makes the first version of a manual key, Current where its window is open', () => {
    expect(made()).toMatchObject({
      outcome: 'changed',
      codeNeeded: true,
      notes: [{ kind: 'key-created', keyId: 'new' }],
      key: {
        version: 0,
        source: 'manual',
        reservationId: null,
        status: 'current',
        statusChangesAt: '2026-11-24T11:00:00.000Z',
        people: [{ personId: 'rita', doorcode: { credentialId: 'credential-1', policy: 'random', code: null } }],
        doors: [{ doorId: '101', origin: 'staff', staffSet: [], protect: false }],
      },
    });
  });

  test('a key for tomorrow is Upcoming', () => {
    const tomorrow = at('101', { arrival: local('2026-11-24T09:00') });

    expect(done(made({ doors: [tomorrow] })).status).toBe('upcoming');
  });

  test('a person may have no doorcode', () => {
    const key = done(made({ people: [{ ...rita, doorcode: null }] }));

    expect(key.people).toMatchObject([{ personId: 'rita', doorcode: null }]);
  });

  test('a key without end is Current for longer than anybody works here', () => {
    const key = done(made({ doors: [at('101', { departure: noEnd })] }));

    expect(key).toMatchObject({ status: 'current', statusChangesAt: '2099-12-31T23:59:00.000Z' });
  });

  test.each<[string, Partial<NewManualKey>]>([
    ['nobody', { people: [] }],
    ['no door', { doors: [] }],
    ['one door twice', { doors: [at('101'), at('101')] }],
    ['one person twice', { people: [rita, rita] }],
    ['a departure before the arrival', { doors: [at('101', { departure: local('2026-11-23T08:00') })] }],
    [
      'nothing but a time that is over',
      { doors: [at('101', { arrival: local('2026-11-21T09:00'), departure: local('2026-11-22T11:00') })] },
    ],
    ['Preferred without the doorcode', { people: [{ ...rita, doorcode: { policy: 'preferred', asked: null } }] }],
    ['Random with a doorcode', { people: [{ ...rita, doorcode: { policy: 'random', asked: '482913' } }] }],
  ])('with %s is refused', (_, changes) => {
    expect(made(changes)).toEqual({ outcome: 'refused', reason: 'invalid-input' });
  });

  test('another person joins with a doorcode of their own, once', () => {
    const key = done(made());
    const jonas = { ...rita, personId: 'jonas' as never, firstName: 'Jonas' };
    const both = done(addPerson(key, jonas, () => 'credential-2', monday));

    expect(both.people.map(({ personId, doorcode }) => [personId, doorcode?.credentialId])).toEqual([
      ['rita', 'credential-1'],
      ['jonas', 'credential-2'],
    ]);
    expect(addPerson(both, jonas, () => 'credential-3', monday)).toMatchObject({ outcome: 'refused' });
  });
});

describe('the whole key', () => {
  test('Extend stay moves every door that counts in one version, and is staff’s from then on', () => {
    const told = heard(stay(), '2026-11-20T09:00');
    const key = keyOf(told);
    const period = { arrival: local('2026-11-23T15:00'), departure: local('2026-11-28T11:00') };
    const extended = done(changeStay(key, period, staffAt(told, '2026-11-24T09:00')));

    expect(extended.version).toBe(key.version + 1);
    expect(extended.doors).toMatchObject([{ departure: '2026-11-28T11:00', staffSet: ['departure'] }]);
  });

  test.each([
    ['before the arrival', '2026-11-23T08:00'],
    ['in the past', '2026-11-23T08:59'],
  ])('a departure %s is refused', (_, departure) => {
    const key = done(made());
    const period = { arrival: local('2026-11-22T09:00'), departure: local(departure) };

    expect(changeStay(key, period, monday)).toEqual({ outcome: 'refused', reason: 'invalid-input' });
  });

  test('several doors come in one version', () => {
    const key = done(made());
    const { doorId: _, ...settingsOf } = at('101');
    const wider = done(addDoors(key, ['102', '103'] as never, settingsOf, monday));

    expect(wider.version).toBe(1);
    expect(wider.doors.map(({ doorId }) => doorId)).toEqual(['101', '102', '103']);
    expect(addDoors(wider, ['102'] as never, settingsOf, monday)).toMatchObject({ outcome: 'refused' });
  });

  test('a manual key moves to another room with its rules', () => {
    const nights = at('101', { hours: { from: '20:00', to: '08:00' } as never });
    const moved = done(moveRoom(done(made({ doors: [nights] })), { from: '101', to: '102' } as never, monday));

    expect(moved.version).toBe(1);
    expect(moved.doors).toMatchObject([{ doorId: '102', hours: { from: '20:00', to: '08:00' } }]);
  });

  test('a PMS key moves with its reservation only', () => {
    const told = heard(stay(), '2026-11-20T09:00');

    expect(moveRoom(keyOf(told), { from: '101', to: '102' } as never, staffAt(told, '2026-11-24T09:00'))).toEqual({
      outcome: 'refused',
      reason: 'invalid-input',
    });
  });
});

describe('Undo', () => {
  const key = done(made());
  const moved = done(moveRoom(key, { from: '101', to: '102' } as never, monday));
  const undo: UndoRecord = undoRecord.parse({
    id: 'new',
    act: 'move-room',
    before: key,
    version: 1,
    at: moment('2026-11-23T09:00'),
  });

  test('gives back what was, in a version of its own', () => {
    const back = undoAct(moved, undo, monday);

    expect(back).toMatchObject({ outcome: 'changed', key: { version: 2, doors: key.doors }, codeNeeded: true });
  });

  test('is refused when somebody changed the key meanwhile', () => {
    expect(undoAct({ ...moved, version: 2 }, undo, monday)).toEqual({
      outcome: 'refused',
      reason: 'changed-meanwhile',
    });
  });

  test('is refused after 30 seconds', () => {
    const late = { ...monday, at: '2026-11-23T09:00:31.000Z' as never };

    expect(undoAct(moved, undo, late)).toEqual({ outcome: 'refused', reason: 'undo-too-late' });
    expect(mayUndo(undo, '2026-11-23T09:00:30.000Z' as never)).toBe(true);
  });
});

test('whatever doors and periods a new key is made of, no lock holds it outside them', () => {
  const minute = fc.integer({ min: 1, max: 60 * 24 * 20 });
  const door = fc.record({ room: fc.constantFrom('101', '102', '103'), start: minute, length: minute });
  fc.assert(
    fc.property(fc.uniqueArray(door, { selector: ({ room }) => room, minLength: 1 }), minute, (doors, later) => {
      const from = new Date(Date.parse('2026-11-23T09:00:00Z'));
      const shifted = (minutes: number) => new Date(from.getTime() + minutes * 60_000).toISOString().slice(0, 16);
      const wanted = doors.map(({ room, start, length }) =>
        at(room, {
          arrival: local(shifted(start)),
          departure: local(shifted(start + length)),
          allowLinkedDoors: false,
        }),
      );
      const key = done(made({ doors: wanted }));
      const coded = {
        ...key,
        people: key.people.map((each) => ({ ...each, doorcode: { ...each.doorcode, code: '482913' } as never })),
      };
      const told = { reservation: null as never, key: coded, plan: null as never, rules: settings, now: monday.at };
      const now = shifted(later);
      const held = desired(told, now).entries.map(({ doorId }) => doorId as string);
      const over = wanted.filter(({ departure }) => departure <= now).map(({ doorId }) => doorId as string);

      expect(held.filter((id) => over.includes(id))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
