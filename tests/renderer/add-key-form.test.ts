import { expect, test } from 'vitest';
import { clockTime, localDateTime } from '#domain/time/time';
import { doorGroups, floorOf } from '../../renderer/components/door-groups.ts';
import { newPersonNamed, personErrors } from '../../renderer/components/person-form.ts';
import {
  afterChange,
  newAccess,
  readAddKey,
  withDoors,
  withTemplate,
} from '../../renderer/screens/add-key/add-key-form.ts';
import { previewText } from '../../renderer/text/people.ts';

const now = localDateTime.parse('2026-11-23T14:05');
const departure = clockTime.parse('11:00');
const access = { ...newAccess('first', now, { departure }), doorIds: ['204' as never] };
const rita = newPersonNamed('rita', 'Rita Maria Fernandes');

test('a new key starts now and ends at tomorrow’s check-out time', () => {
  expect(readAddKey({ people: [rita], accesses: [access] }, now)).toMatchObject({
    input: {
      people: [{ person: { firstName: 'Rita Maria', lastName: 'Fernandes', email: null }, doorcode: null }],
      doors: [
        { doorId: '204', arrival: '2026-11-23T14:05', departure: '2026-11-24T11:00', weekdays: null, hours: null },
      ],
    },
  });
});

test('everything that is missing is said at once, each beside its field', () => {
  const nobody = { ...rita, firstName: '', lastName: '', doorcode: { policy: 'strict' as const, code: '' } };
  const over = { ...access.rules, firstDay: '2026-11-20', lastDay: '2026-11-21' };
  const read = readAddKey({ people: [nobody], accesses: [{ ...access, doorIds: [], rules: over }] }, now);

  expect(read).toEqual({
    errors: {
      people: { rita: { firstName: 'Enter a first or a last name.', code: 'Enter the doorcode, 4 to 10 digits.' } },
      accesses: { first: { doors: 'Add at least one door.', lastDay: 'This time has already passed.' } },
    },
  });
});

test('without a person it is said so', () => {
  expect(readAddKey({ people: [], accesses: [access] }, now)).toMatchObject({
    errors: { noPerson: 'Add at least one person.' },
  });
});

test('an email and a phone number that are none are told', () => {
  expect(personErrors({ ...rita, email: 'rita', phone: 'call me' }, [])).toEqual({
    email: 'Enter an email address such as rita@example.com.',
    phone: 'Enter a phone number such as +351 912 345 678.',
  });
});

test('a door chosen in another access moves there', () => {
  const form = { people: [], accesses: [access, { ...access, uid: 'second', doorIds: [] }] };

  expect(withDoors(form, 'second', ['204' as never]).accesses.map(({ doorIds }) => doorIds)).toEqual([[], ['204']]);
});

test('a template brings its doors that still exist and its rules, and leaves the dates', () => {
  const cleaner = {
    id: 'template',
    name: 'Cleaner',
    doorIds: ['201' as never, 'gone' as never],
    weekdays: [1, 2, 3, 4, 5] as never,
    hours: { from: clockTime.parse('09:00'), to: clockTime.parse('15:00') },
    allowProvisioning: true,
    allowLinkedDoors: false,
    noEnd: true,
  };

  expect(withTemplate(access, cleaner, new Set(['201' as never]))).toMatchObject({
    doorIds: ['201'],
    rules: { firstDay: '2026-11-23', noEnd: true, weekdays: [1, 2, 3, 4, 5], hours: { from: '09:00', to: '15:00' } },
  });
});

test('whoever is new on a key with no end is a member of staff, until it is said otherwise', () => {
  const withEnd = { people: [rita], accesses: [access] };
  const without = { ...withEnd, accesses: [{ ...access, rules: { ...access.rules, noEnd: true } }] };

  const turned = afterChange(withEnd, without);
  expect(turned.people.map(({ kind }) => kind)).toEqual(['staff']);
  const saidOtherwise = { ...turned, people: [{ ...rita, kind: 'guest' as const }] };
  expect(afterChange(turned, saidOtherwise)).toEqual(saidOtherwise);
  const withOneMore = { ...saidOtherwise, people: [...saidOtherwise.people, { ...rita, uid: 'one more' }] };
  expect(afterChange(saidOtherwise, withOneMore).people.map(({ kind }) => kind)).toEqual(['guest', 'staff']);
  const known = { ...rita, personId: 'p' as never };
  expect(afterChange({ ...withEnd, people: [known] }, { ...without, people: [known] }).people).toEqual([known]);
});

test('floors are told by the numbers of rooms', () => {
  expect(['204', '1217', '12B', 'Pool', '204A', '7'].map(floorOf)).toEqual(['2', '12', null, null, '2', null]);
});

test('all rooms, a floor and a kind are chosen with one act each', () => {
  const door = (name: string, type: 'private-room' | 'common-area') => ({ id: name as never, name, type });
  const groups = doorGroups([
    door('201', 'private-room'),
    door('202', 'private-room'),
    door('301', 'private-room'),
    door('Pool', 'common-area'),
    door('Spa', 'common-area'),
  ]);

  expect(groups.map(({ label, doorIds }) => [label, doorIds])).toEqual([
    ['All rooms (3)', ['201', '202', '301']],
    ['Floor 2, all rooms (2)', ['201', '202']],
    ['Common area: all (2)', ['Pool', 'Spa']],
  ]);
});

test('a doorcode that is looked at is free, or held by somebody until a day at a door', () => {
  const heldBy = {
    keyId: 'key' as never,
    owner: 'Jonas Weber',
    doorName: '204',
    until: localDateTime.parse('2026-11-25T11:00'),
  };

  expect(previewText({ outcome: 'free', doors: 3 })).toBe('Free at all 3 doors');
  expect(previewText({ outcome: 'free', doors: 1 })).toBe('Free at this door');
  expect(previewText({ outcome: 'not-free', reason: 'held-by-another-key', heldBy })).toBe(
    'Held by Jonas Weber until 25 Nov at 204',
  );
  expect(previewText({ outcome: 'not-free', reason: 'held-by-another-key', heldBy: null })).toBe(
    'Another key uses the requested code on one of these doors during the same time.',
  );
});
