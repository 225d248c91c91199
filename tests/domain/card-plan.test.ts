import { accessInterval } from '#domain/key/access-window';
import { planCard, type CardPlan } from '#domain/cards/card-plan';
import type { Door } from '#domain/house/door';
import type { DoorId } from '#domain/ids';
import type { Key, KeyDoor } from '#domain/key/key';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doors, heard, keyOf, moment, roomDoor, settings, stay } from './hotel.ts';

/** Ana Costa has 101 from Monday 15:00 to Thursday 11:00; the pool is linked to every room. */

const told = heard(stay({ state: 'in-house', actualArrival: moment('2026-11-23T15:00') }), '2026-11-23T15:00');
const key = keyOf(told);
const [main] = key.doors as readonly [KeyDoor];
const withDoors = (...all: readonly Partial<KeyDoor>[]): Key => ({
  ...key,
  doors: all.map((each) => ({ ...main, ...each })),
});
const at = (door: string, changes: Partial<KeyDoor> = {}): Partial<KeyDoor> => ({ doorId: door as DoorId, ...changes });
const local = (text: string): KeyDoor['arrival'] => text as KeyDoor['arrival'];
const hours = (from: string, to: string): Partial<KeyDoor> => ({ hours: { from: from as never, to: to as never } });

function plan(
  present: Key,
  facts: {
    now?: string;
    kind?: 'guest' | 'staff';
    card?: 'one-shot';
    doors?: ReadonlyMap<DoorId, Door>;
    spaceId?: null;
  } = {},
): CardPlan {
  return planCard({
    key: present,
    reservation: { spaceId: 'spaceId' in facts ? null : told.reservation.spaceId },
    person: { kind: facts.kind ?? 'guest' },
    kind: facts.card ?? 'usual',
    doors: facts.doors ?? doors,
    zone: settings.zone,
    now: moment(facts.now ?? '2026-11-23T15:00'),
  });
}

const doorsOn = (made: CardPlan): readonly string[] =>
  made.outcome === 'refused'
    ? [made.why]
    : made.card.doors.map(({ doorId, isCommon }) => `${doorId}${isCommon ? ' (common)' : ''}`);
const leftOut = (made: CardPlan): unknown => (made.outcome === 'planned' ? made.leftOut : made.why);
const card = (made: CardPlan) => (made.outcome === 'planned' ? made.card : null);

describe('what a card of a key says', () => {
  test('the room, and the pool as a common door, for the stay', () => {
    expect(plan(key)).toEqual({
      outcome: 'planned',
      card: {
        role: 'guest',
        from: '2026-11-23T15:00:00.000Z',
        to: '2026-11-26T11:00:00.000Z',
        weekdays: null,
        hours: null,
        doors: [
          { doorId: '101', isCommon: false },
          { doorId: 'pool', isCommon: true },
        ],
      },
      leftOut: [],
    });
  });

  test('no linked door where those are not allowed', () => {
    expect(doorsOn(plan(withDoors({ allowLinkedDoors: false })))).toEqual(['101']);
  });

  test('rooms come first, whatever their order on the key', () => {
    expect(doorsOn(plan(withDoors(at('pool'), at('102'), at('101'))))).toEqual(['102', '101', 'pool (common)']);
  });

  test('no door is private to a member of staff: their card must not end a guest’s', () => {
    expect(doorsOn(plan(key, { kind: 'staff' }))).toEqual(['101 (common)', 'pool (common)']);
  });

  test('no door is private to a one-shot card either, and it lasts a day', () => {
    const made = plan(key, { card: 'one-shot' });

    expect(doorsOn(made)).toEqual(['101 (common)', 'pool (common)']);
    expect(card(made)).toMatchObject({ role: 'one-shot', to: '2026-11-24T15:00:00.000Z' });
  });

  test('a one-shot card that is made early lasts a day from the arrival, and never longer than the stay', () => {
    expect(card(plan(key, { card: 'one-shot', now: '2026-11-20T09:00' }))?.to).toBe('2026-11-24T15:00:00.000Z');
    expect(card(plan(key, { card: 'one-shot', now: '2026-11-26T09:00' }))?.to).toBe('2026-11-26T11:00:00.000Z');
  });

  test('no bed’s key ends the keys of the others in the room', () => {
    const dormitory = new Map(doors).set('101' as DoorId, { ...roomDoor('101'), type: 'shared-room' });

    expect(doorsOn(plan(key, { doors: dormitory }))).toEqual(['101 (common)', 'pool (common)']);
  });

  test.each([
    ['revoked', { revoked: { at: moment('2026-11-23T16:00'), by: { kind: 'portal' as const } } }],
    ['left', { leavesAt: moment('2026-11-23T17:00') }],
    ['not allowed', { allowProvisioning: false }],
  ])('a door that is %s is not on the card', (_how, changes) => {
    expect(doorsOn(plan(withDoors(at('101', changes), at('102'))))).toEqual(['102', 'pool (common)']);
  });

  test('at most eight doors; the others are named', () => {
    const rooms = Array.from({ length: 10 }, (_none, index) => `2${String(index).padStart(2, '0')}`);
    const many = new Map(rooms.map((room) => [room as DoorId, { ...roomDoor(room), linkedDoorIds: [] }]));
    const made = plan(withDoors(...rooms.map((room) => at(room))), { doors: many });

    expect(doorsOn(made)).toEqual(['200', '201', '202', '203', '204', '205', '206', '207']);
    expect(leftOut(made)).toEqual([
      { doorId: '208', why: 'more-than-eight' },
      { doorId: '209', why: 'more-than-eight' },
    ]);
  });

  test('a second room that opens half an hour later narrows the card', () => {
    const made = plan(withDoors(at('101'), at('102', { arrival: local('2026-11-23T15:30') })));

    expect(doorsOn(made)).toEqual(['101', '102', 'pool (common)']);
    expect(card(made)?.from).toBe('2026-11-23T15:30:00.000Z');
  });

  test('a second room for one of the nights is left out, and named', () => {
    const made = plan(withDoors(at('101'), at('102', { departure: local('2026-11-24T11:00') })));

    expect(doorsOn(made)).toEqual(['101', 'pool (common)']);
    expect(card(made)?.to).toBe('2026-11-26T11:00:00.000Z');
    expect(leftOut(made)).toEqual([{ doorId: '102', why: 'another-time' }]);
  });

  test('hours are in whole quarters, and never longer than the key’s', () => {
    expect(card(plan(withDoors(hours('08:10', '17:50'))))?.hours).toEqual({ from: '08:15', to: '17:45' });
  });

  test('a door that is open at fewer hours than the room is left out', () => {
    expect(leftOut(plan(withDoors(at('101'), at('102', hours('08:00', '18:00')))))).toEqual([
      { doorId: '102', why: 'another-time' },
    ]);
  });

  test('hours that begin in the last minutes of Monday begin on Tuesday', () => {
    const made = card(plan(withDoors({ ...hours('23:50', '02:00'), weekdays: [1] })));

    expect(made).toMatchObject({ weekdays: [2], hours: { from: '00:00', to: '02:00' } });
  });
});

describe('no card is made', () => {
  test('for a key that is over', () => {
    expect(doorsOn(plan({ ...key, status: 'past' }))).toEqual(['key-ended']);
  });

  test('for a departure in the past', () => {
    expect(doorsOn(plan(key, { now: '2026-11-26T11:00' }))).toEqual(['departure-past']);
  });

  test('before the PMS has assigned a room', () => {
    expect(doorsOn(plan(withDoors(), { spaceId: null }))).toEqual(['room-not-assigned']);
  });

  test('for a key without a door', () => {
    expect(doorsOn(plan(withDoors()))).toEqual(['no-door']);
  });
});

const rooms = ['101', '102', '103', 'pool'] as const;
const anyDoor = fc.record({
  doorId: fc.constantFrom(...rooms),
  arrival: fc.constantFrom('2026-11-23T15:00', '2026-11-23T15:40', '2026-11-24T09:00', '2026-11-20T12:00'),
  departure: fc.constantFrom('2026-11-24T10:00', '2026-11-26T11:00', '2026-11-26T11:30', '2026-11-23T16:00'),
  allowLinkedDoors: fc.boolean(),
  hours: fc.option(
    fc.record({
      from: fc.constantFrom('00:00', '08:10', '22:07', '23:55'),
      to: fc.constantFrom('00:00', '06:01', '17:59', '23:59'),
    }),
  ),
});

test('whatever the doors, no door of a card opens outside its own time', () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyDoor, { selector: ({ doorId }) => doorId, maxLength: 4 }), (drawn) => {
      const present = withDoors(...(drawn as unknown as readonly Partial<KeyDoor>[]));
      const made = card(plan(present, { now: '2026-11-23T14:00' }));
      const windowsOf = (id: string) =>
        present.doors
          .filter(
            ({ doorId, allowLinkedDoors }) => doorId === id || (id === 'pool' && allowLinkedDoors && doorId !== 'pool'),
          )
          .map((door) => accessInterval(door, settings.zone));

      expect(
        (made?.doors ?? []).every(({ doorId }) =>
          windowsOf(doorId).some(({ from, to }) => from <= (made?.from ?? '') && to >= (made?.to ?? '')),
        ),
      ).toBe(true);
      expect(made === null || made.from < made.to).toBe(true);
      expect(made?.hours === null || made === null || /:(00|15|30|45)$/.test(made.hours.from)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
