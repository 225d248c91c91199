import { addPerson, newManualKey } from '#domain/acts/manual-key';
import type { PersonId } from '#domain/ids';
import type { KeyEdit } from '#domain/key/key-edit';
import type { Key } from '#domain/key/key';
import { removePerson } from '#domain/key/remove-person';
import { localDateTime } from '#domain/time/time';
import { undoAct } from '#domain/acts/undo';
import { describe, expect, test } from 'vitest';
import { edited, heard, keyOf, moment, named, staffAt, stay, tell } from './hotel.ts';

/** A person is taken off a key. It is Monday 23 November 2026, 09:00, in Lisbon. */

const monday = staffAt(null, '2026-11-23T09:00');
const rita = { personId: 'rita' as PersonId, firstName: 'Rita', lastName: 'Fernandes' };
const jonas = { personId: 'jonas' as PersonId, firstName: 'Jonas', lastName: 'Weber' };
const random = { policy: 'random', asked: null } as const;
const room101 = {
  doorId: '101' as never,
  arrival: localDateTime.parse('2026-11-23T09:00'),
  departure: localDateTime.parse('2026-11-24T11:00'),
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
};

function done(edit: KeyEdit): Key {
  if (edit.outcome === 'refused') throw new Error(edit.reason);
  return edit.key;
}

function names(key: Key): readonly string[] {
  return key.people.map(({ firstName }) => firstName);
}

const ritas = done(
  newManualKey(
    {
      id: 'new' as never,
      people: [{ ...rita, doorcode: random, keycard: null }],
      doors: [room101],
      newId: () => 'credential-1',
    },
    monday,
  ),
);
const both = done(addPerson(ritas, { ...jonas, doorcode: random, keycard: null }, () => 'credential-2', monday));

describe('a person of a manual key', () => {
  test('is taken off in one version, and the other keeps their doorcode', () => {
    expect(removePerson(both, jonas.personId, monday)).toMatchObject({
      outcome: 'changed',
      codeNeeded: false,
      notes: [{ kind: 'key-changed', keyId: 'new', facts: { change: 'person-removed', person: 'jonas' } }],
      key: { version: 2, people: [{ personId: 'rita', doorcode: { credentialId: 'credential-1' } }] },
    });
  });

  test('is not taken off where nobody would be left', () => {
    expect(removePerson(ritas, rita.personId, monday)).toEqual({ outcome: 'refused', reason: 'invalid-input' });
  });

  test('who is not on the key cannot be taken off', () => {
    expect(removePerson(ritas, jonas.personId, monday)).toEqual({ outcome: 'refused', reason: 'not-found' });
  });

  test('is back after Undo, with the same credential', () => {
    const alone = done(removePerson(both, jonas.personId, monday));
    const undo = { id: 'new', act: 'remove-person', before: both, version: 2, at: moment('2026-11-23T09:00') } as const;

    expect(undoAct(alone, undo, monday)).toMatchObject({
      key: { version: 3, people: both.people },
      notes: [{ facts: { change: 'undone', act: 'remove-person' } }],
    });
  });
});

describe('a guest of the stay whom staff took off', () => {
  const ana = named('Ana', 'Costa');
  const bruno = named('Bruno', 'Dias', { primary: false });
  const told = heard(stay({ guests: [ana, bruno] }), '2026-11-20T09:00');
  const [first] = keyOf(told).people;
  const without = edited(
    told,
    done(removePerson(keyOf(told), first?.personId ?? ('' as PersonId), staffAt(told, '2026-11-21T09:00'))),
  );

  test('stays off when the PMS tells more of the stay', () => {
    const arrived = tell(without, { state: 'in-house', actualArrival: moment('2026-11-23T15:20') }, '2026-11-23T15:20');

    expect(names(keyOf(arrived))).toEqual(['Bruno']);
    expect(keyOf(arrived).people[0]?.doorcode).toBeNull();
  });

  test('stays off when somebody else joins the stay', () => {
    const carla = named('Carla', 'Reis', { primary: false });
    const joined = tell(without, { guests: [ana, bruno, carla] }, '2026-11-22T09:00');

    expect(names(keyOf(joined))).toEqual(['Bruno', 'Carla']);
  });

  test('comes back without a doorcode when the PMS says that nobody else stays', () => {
    const alone = tell(without, { guests: [ana] }, '2026-11-22T09:00');

    expect(keyOf(alone).people).toMatchObject([{ firstName: 'Ana', doorcode: null }]);
  });
});
