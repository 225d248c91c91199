import { expect, test } from 'vitest';
import { localDateTime } from '#domain/time/time';
import { formOf, harmOf, readForm } from '../../renderer/components/edit-door-form.ts';
import { door204 } from './key-fixtures.ts';

const around = {
  owner: 'Amara Okafor',
  closing: { lost: ['204', 'Pool'], maybe: [] },
  held: { hasCode: true, cards: [] },
  now: localDateTime.parse('2026-11-23T16:42'),
};
const asItIs = {
  arrival: door204.arrival,
  departure: door204.departure,
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
};

test('a door that is opened and not touched reads back as it was', () => {
  expect(readForm(formOf(door204))).toEqual({ rules: asItIs });
});

test('a staff key without end needs no last day, and reads back so', () => {
  const open = readForm({ ...formOf(door204), noEnd: true, lastDay: '', departureTime: '' });

  expect(open).toMatchObject({ rules: { departure: '2099-12-31T23:59' } });
  expect(formOf({ ...door204, departure: localDateTime.parse('2099-12-31T23:59') })).toMatchObject({
    noEnd: true,
    lastDay: '',
  });
});

test('a departure before the arrival is refused beside its field', () => {
  expect(readForm({ ...formOf(door204), lastDay: '2026-11-22' })).toEqual({
    errors: { lastDay: 'The departure must be after the arrival.' },
  });
});

test('no day of the week and a time that is none are told at once', () => {
  expect(readForm({ ...formOf(door204), weekdays: [], departureTime: 'late' })).toEqual({
    errors: { weekdays: 'Choose at least one day.', departureTime: 'Enter a time such as 15:00.' },
  });
});

test('days are sent in their order, and all seven as every day', () => {
  expect(readForm({ ...formOf(door204), weekdays: [5, 1] })).toMatchObject({ rules: { weekdays: [1, 5] } });
});

test('an edit that takes nothing away asks nothing', () => {
  const longer = { ...asItIs, departure: localDateTime.parse('2026-11-26T11:00') };

  expect(harmOf(door204, longer, around)).toEqual([]);
});

test('without Allow Provisioning the guest is shut out, and it is said before', () => {
  expect(harmOf(door204, { ...asItIs, allowProvisioning: false }, around)).toEqual([
    'Amara Okafor can no longer open 204 and Pool: the code is taken off.',
  ]);
});

test('a period that ends before now shuts the guest out at once', () => {
  const ended = { ...asItIs, departure: localDateTime.parse('2026-11-23T16:00') };

  expect(harmOf(door204, ended, around)).toEqual([
    'Amara Okafor can no longer open 204 and Pool: the Access Period would not include this moment.',
  ]);
});

test('without Allow Linked Doors Access the linked doors are named', () => {
  expect(harmOf(door204, { ...asItIs, allowLinkedDoors: false }, around)).toEqual([
    'Amara Okafor can no longer open Pool, linked to this door.',
  ]);
});

test('fewer days of the week are a loss', () => {
  expect(harmOf(door204, { ...asItIs, weekdays: [1, 2] }, around)).toEqual([
    'Amara Okafor can open 204 on fewer days or hours than now.',
  ]);
});

test('a card that is written loses nothing by itself: it must be encoded again, and says so', () => {
  const held = { hasCode: true, cards: [{ name: 'Card 12', kind: 'usual', writtenFor: ['204'] }] } as const;

  expect(harmOf(door204, { ...asItIs, allowProvisioning: false }, { ...around, held })).toEqual([
    'Amara Okafor can no longer open 204 and Pool: the code and the card are taken off.',
    'Card 12 is removed from the locks there that know it.',
    'What is written on Card 12 still opens 204 if that door only reads cards, until its time is over; a room forgets it when a newer key is first used there.',
    'Encode the card again.',
  ]);
  expect(harmOf(door204, { ...asItIs, weekdays: [1, 2] }, { ...around, held })).toEqual([
    'Amara Okafor can open 204 on fewer days or hours than now.',
    'Card 12 must be encoded again.',
    'Until then, doors that only read cards open as before.',
  ]);
});
