import type { KeypadRefusal } from '#api/demo-inputs';
import type { z } from 'zod';
import type { KeypadAnswer } from '#api/demo';
import type { DemoActInput, demoLockInput, DemoOutageInput } from '#api/inputs';
import { plural, sentences } from '../../text/language.ts';

type LockAct = z.infer<typeof demoLockInput>['act'];

const states: Readonly<Record<string, string>> = {
  Inquired: 'Inquired',
  Optional: 'Optional',
  Requested: 'Requested',
  Confirmed: 'Expected',
  Started: 'In house',
  Processed: 'Departed',
  Canceled: 'Cancelled',
  NoShow: 'No-show',
};

const reasons: Readonly<Record<KeypadRefusal, string>> = {
  'wrong-code': 'The lock does not know this code.',
  'outside-schedule': 'The lock knows this code, but not for this time.',
  disabled: 'The lock holds this code, but has it switched off.',
  'no-schedule': 'The lock holds this code, but has no time at which it opens.',
};

/** Words of the demo hotel's own page: acting as the PMS, as a guest at a door, and as a lock's bad day. */
export const demoTexts = sentences('demo', {
  title: 'Demo hotel',
  trail: 'For trying things out',
  label: 'Nothing here touches a real PMS, a real lock or a real guest.',
  loading: 'Loading the demo hotel…',
  none: 'No demo hotel is running here',
  pms: 'At the PMS',
  pmsHint: 'What the front desk would do in Mews. Portal picks it up at its next poll.',
  keypad: 'At a door',
  keypadHint: 'Stand in front of a lock as a guest, and enter a code.',
  building: 'In the building',
  buildingHint: 'Give a lock a bad day, and watch Portal cope.',
  outage: 'PMS outage',
  columns: {
    guest: 'Guest',
    room: 'Room',
    state: 'State',
    stay: 'Stay',
    acts: 'Actions',
  },
  noRoom: 'No room',
  noReservations: 'No reservations yet. Make the first one with “New reservation”.',
  find: 'Find a guest, a room or a number',
  states,
  acts: {
    'check-in': 'Check in',
    'check-out': 'Check out',
    cancel: 'Cancel',
    reinstate: 'Reinstate',
    'no-show': 'No-show',
    move: 'Move…',
    dates: 'Dates…',
  } satisfies Record<DemoActInput['act'], string>,
  done: {
    'check-in': 'Checked in at the PMS.',
    'check-out': 'Checked out at the PMS.',
    cancel: 'Cancelled at the PMS.',
    reinstate: 'Reinstated at the PMS.',
    'no-show': 'No-show at the PMS.',
    move: 'Moved at the PMS.',
    dates: 'Dates changed at the PMS.',
  } satisfies Record<DemoActInput['act'], string>,
  more: (guest: string) => `More for ${guest}`,
  newReservation: 'New reservation',
  created: 'Reserved. Its key appears under Keys after the next poll.',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email (optional)',
  room: 'Room',
  nights: 'Nights',
  create: 'Reserve',
  missing: 'Enter a name.',
  chooseRoom: 'Choose a room.',
  moveTitle: (guest: string) => `Move ${guest} to another room`,
  move: 'Move',
  datesTitle: (guest: string) => `Change the departure of ${guest}`,
  departure: 'Departure',
  change: 'Change',
  outageKind: 'What goes wrong',
  outageKinds: {
    down: 'Not reachable',
    '401': 'Refuses the token (401)',
    '429': 'Too many requests (429)',
    '500': 'Breaks (500)',
    hang: 'Does not answer',
  } satisfies Record<DemoOutageInput['kind'], string>,
  seconds: 'Seconds',
  start: 'Start outage',
  outageOn: (kind: string, seconds: number) => `${kind}, for the next ${seconds} s.`,
  lock: 'Lock',
  chooseLock: 'Choose a door',
  enterCode: 'Enter a code',
  digit: (digit: string) => `Digit ${digit}`,
  clear: 'Clear',
  enter: 'Enter the code',
  checking: 'The lock is checking…',
  opened: 'Opened',
  refused: 'Stays closed',
  keyboardHint: 'The number keys work too; Enter tries, Escape clears.',
  lockActs: {
    offline: 'Pull the plug',
    online: 'Plug in',
    slow: 'Answer slowly',
    full: 'Be full',
    forget: 'Forget everything',
    normal: 'Behave',
  } satisfies Record<LockAct, string>,
  lockDone: {
    offline: 'Offline. Portal notices within 30 seconds.',
    online: 'Online again.',
    slow: 'Answers slowly now.',
    full: 'Says it is full.',
    forget: 'Has forgotten every code.',
    normal: 'Behaves again.',
  } satisfies Record<LockAct, string>,
  lockMore: (lock: string) => `More for ${lock}`,
  online: 'Online',
  offline: 'Offline',
  codes: (count: number) => plural(count, { one: '1 code', other: `${count} codes` }),
  /** Why a door stayed closed. */
  reasons,
});

/** What a guest sees at the door, and why where it stays closed. */
export function keypadWords(answer: KeypadAnswer): { readonly headline: string; readonly reason: string | null } {
  if (answer.opened) return { headline: demoTexts.opened, reason: null };
  return { headline: demoTexts.refused, reason: demoTexts.reasons[answer.reason] };
}
