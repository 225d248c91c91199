import { expect, test } from 'vitest';
import type { DoorDetails, DoorRow, LockView } from '#api/views';
import { doorId, keyId, lockId, spaceId } from '#domain/ids';
import {
  capacityOf,
  doorTroubles,
  filterDoors,
  mappableRooms,
  sortDoors,
} from '../../renderer/screens/doors/door-list.ts';
import { compareContents } from '../../renderer/screens/doors/lock-contents.ts';
import { noon } from './key-fixtures.ts';

const lock: LockView = {
  id: lockId.parse('l'),
  name: 'Lock',
  gatewayName: 'Building A',
  online: 'online',
  onlineSince: noon,
  lastSeenAt: noon,
  battery: 80,
  held: 3,
  wanted: 3,
  slots: 50,
  proof: 'lock',
};

const door = (name: string, part: Partial<DoorRow> = {}): DoorRow => ({
  id: doorId.parse(`door-${name}`),
  version: 0,
  name,
  type: 'private-room',
  defaultArrival: null,
  defaultDeparture: null,
  lock,
  spaces: [{ id: spaceId.parse(`room-${name}`), name }],
  linkedDoors: [],
  alerts: 0,
  ...part,
});

const credential = (
  name: string,
  state: DoorDetails['credentials'][number]['state'],
  kind: 'pin' | 'card' = 'pin',
) => ({
  keyId: keyId.parse(`key-${name}`),
  owner: name,
  kind,
  from: null,
  to: null,
  state,
});

const entry = (name: string, ours: boolean) => ({
  name,
  owner: null,
  keyId: ours ? keyId.parse(`key-${name}`) : null,
  ours,
  credentials: ['pin'] as const,
  from: null,
  to: null,
});

const names = (doors: readonly DoorRow[]) => doors.map(({ name }) => name);

test('rooms sort as people count', () => {
  expect(names(sortDoors([door('10'), door('9'), door('Pool')], 'name', false))).toEqual(['9', '10', 'Pool']);
});

test('doors without a lock come last, whichever way the batteries are sorted', () => {
  const doors = [door('1', { lock: null }), door('2', { lock: { ...lock, battery: 14 } }), door('3')];

  expect(names(sortDoors(doors, 'battery', false))).toEqual(['2', '3', '1']);
  expect(names(sortDoors(doors, 'battery', true))).toEqual(['3', '2', '1']);
});

test('a door is found by its room, its gateway and its type, with or without accents', () => {
  const doors = [door('204'), door('Receção', { type: 'entrance', spaces: [] })];

  expect(names(filterDoors(doors, { text: 'rececao', type: null, attention: false }))).toEqual(['Receção']);
  expect(names(filterDoors(doors, { text: 'building a', type: 'private-room', attention: false }))).toEqual(['204']);
});

test('a lock warns from four fifths of its slots on, counting what is still to be written', () => {
  expect(capacityOf({ held: 39, wanted: 39, slots: 50 })).toBe('room');
  expect(capacityOf({ held: 39, wanted: 40, slots: 50 })).toBe('nearly-full');
  expect(capacityOf({ held: 50, wanted: 49, slots: 50 })).toBe('full');
});

test('a door needs attention for its alerts, its silence, its batteries and its memory', () => {
  const bad = door('1', { alerts: 2, lock: { ...lock, online: 'offline', battery: 5, held: 45, wanted: 45 } });

  expect(doorTroubles(bad)).toEqual(['alerts', 'offline', 'battery', 'capacity']);
  expect(doorTroubles(door('2'))).toEqual([]);
});

test('what the lock holds is held against what it should hold, the wrong first', () => {
  const should = [
    credential('Amara', { state: 'provisioned', at: noon }),
    credential('Ivan', { state: 'provisioned', at: noon }),
    credential('Mei', { state: 'removal-pending', nextTryAt: noon, attempts: 1, error: null }),
  ];

  const compared = compareContents([entry('Ivan', true), entry('Installer', false), entry('Mei', true)], should);

  expect(compared.map(({ title, verdict }) => [title, verdict])).toEqual([
    ['Amara', 'missing'],
    ['Mei', 'excess'],
    ['Installer', 'foreign'],
    ['Ivan', 'right'],
  ]);
});

test('rooms without a door are offered before rooms that lead elsewhere', () => {
  const unmapped = [{ id: spaceId.parse('room-118B'), name: '118B' }];

  const rooms = mappableRooms([door('204'), door('107')], unmapped, doorId.parse('door-204'));

  expect(rooms.map(({ name, doors }) => [name, doors])).toEqual([
    ['118B', []],
    ['204', []],
    ['107', ['107']],
  ]);
});

test('a guest’s keycard is another thing on the lock than the doorcode', () => {
  const should = [
    credential('Amara', { state: 'provisioned', at: noon }),
    credential('Amara', { state: 'provisioned', at: noon }, 'card'),
  ];

  const compared = compareContents([entry('Amara', true)], should);

  expect(compared.map(({ credentials, verdict }) => [credentials, verdict])).toEqual([
    [['card'], 'missing'],
    [['pin'], 'right'],
  ]);
});
