import { addDoor, editDoor, protectDoor, removeDoor, unprotectDoor } from '#domain/key/door-edits';
import { regenerate } from '#domain/credentials/doorcode-edits';
import type { KeyEdit } from '#domain/key/key-edit';
import { restoreDoor, restoreKey, revokeDoor, revokeKey } from '#domain/key/revoke-and-restore';
import type { Key } from '#domain/key/key';
import { stayStates, type Reservation } from '#domain/stay/reservation';
import { plus, type InstantText } from '#domain/time/time';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { edited, heard, keyOf, moment, space, staffAt, stay, tell, type Told } from './hotel.ts';

/** What may happen to a stay and its key, in any order. */

const rooms = ['101', '102', '103'] as const;
const staffActs = [
  'revoke',
  'restore',
  'revoke-door',
  'restore-door',
  'edit',
  'stop',
  'protect',
  'unprotect',
  'add',
  'remove',
  'regenerate',
] as const;

export type Happening =
  | { readonly kind: 'pms'; readonly changes: Partial<Reservation>; readonly needed: boolean; readonly minutes: number }
  | {
      readonly kind: 'staff';
      readonly act: (typeof staffActs)[number];
      readonly room: string;
      readonly minutes: number;
    };

const minutes = fc.oneof(fc.constantFrom(0, 1, 4, 5, 6), fc.nat({ max: 60 * 20 }));
const arrivals = ['2026-11-23T15:00', '2026-11-24T15:00'].map(moment);
const departures = ['2026-11-24T11:00', '2026-11-26T11:00', '2026-11-30T11:00'].map(moment);
const pmsChanges: fc.Arbitrary<Partial<Reservation>> = fc.oneof(
  fc.constantFrom(...stayStates).map((state) => ({ state })),
  fc.constantFrom(...rooms, '999').map(space),
  fc.constant({ spaceId: null, spaceName: null }),
  fc.constantFrom(...arrivals).map((scheduledArrival) => ({ scheduledArrival })),
  fc.constantFrom(...departures).map((scheduledDeparture) => ({ scheduledDeparture })),
);

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constant('pms' as const), changes: pmsChanges, needed: fc.boolean(), minutes }),
  fc.record({
    kind: fc.constant('staff' as const),
    act: fc.constantFrom(...staffActs),
    room: fc.constantFrom(...rooms),
    minutes,
  }),
);

/** Every step from the first that Portal hears of the stay, on Sunday evening. */
export function live(happenings: readonly Happening[]): readonly Told[] {
  const steps = [heard(stay(), '2026-11-22T20:00')];
  for (const each of happenings) {
    const last = steps.at(-1);
    if (last !== undefined) steps.push(next(last, each));
  }
  return steps;
}

export function clock(now: InstantText): string {
  return now.slice(0, 16);
}

function next(told: Told, happening: Happening): Told {
  const now = plus(told.now, Temporal.Duration.from({ minutes: happening.minutes }));
  if (happening.kind === 'pms') return tell(told, happening.changes, clock(now), { oldRoomNeeded: happening.needed });
  const edit = staffEdit(told, happening, now);
  const after = { ...(edit.outcome === 'changed' ? edited(told, edit.key) : told), now };
  return happening.act === 'unprotect' ? tell(after, {}, clock(now)) : after;
}

function staffEdit(told: Told, { act, room }: Extract<Happening, { kind: 'staff' }>, now: InstantText): KeyEdit {
  const key = keyOf(told);
  const context = staffAt(told, clock(now));
  const door = room as never;
  switch (act) {
    case 'revoke':
      return revokeKey(key, context);
    case 'restore':
      return restoreKey(key, context);
    case 'revoke-door':
      return revokeDoor(key, door, context);
    case 'restore-door':
      return restoreDoor(key, door, context);
    case 'edit':
      return editDoor(key, door, { departure: '2026-11-27T14:00' as never, allowProvisioning: true }, context);
    case 'stop':
      return editDoor(key, door, { allowProvisioning: false, weekdays: [1, 2, 3] }, context);
    case 'protect':
      return protectDoor(key, door, context);
    case 'unprotect':
      return unprotectDoor(key, door, context);
    case 'add':
      return addDoor(key, door, access, context);
    case 'remove':
      return removeDoor(key, door, context);
    case 'regenerate':
      return regenerate(key, key.people[0]?.personId as never, context);
    default:
      return act satisfies never;
  }
}

const access: Pick<
  Key['doors'][number],
  'arrival' | 'departure' | 'weekdays' | 'hours' | 'allowProvisioning' | 'allowLinkedDoors'
> = {
  arrival: '2026-11-23T15:00' as never,
  departure: '2026-11-28T11:00' as never,
  weekdays: null,
  hours: null,
  allowProvisioning: true,
  allowLinkedDoors: true,
};
