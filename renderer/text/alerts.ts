import type { AlertKind } from '#domain/alerts/alert';
import { unassignedReasons, type UnassignedReason } from '#domain/key/key';
import { lockErrorKinds, type LockErrorKind } from '#domain/locks/lock-entry';
import type { AlertView } from '#api/views';
import { lockErrorText, unassignedTexts } from './doorcode.ts';
import { noKeycardReasons, standingMeanings } from './keycards.ts';

/** The one button that mends an alert. `wait`: there is nothing to press. */
export type AlertFix =
  'try-now' | 'open-door' | 'map-room' | 'portal-room' | 'edit-doorcode' | 'encode' | 'open-settings' | 'wait';

export interface AlertWords {
  readonly title: string;
  /** Why, and what to do. */
  readonly detail: string;
  readonly fix: AlertFix;
}

/** Every alert in words: what is wrong, what to do, and the button that does it. */
export function alertWords(alert: AlertView): AlertWords {
  return words[alert.kind](alert, alert.doorName ?? 'this door');
}

const words: Record<AlertKind, (alert: AlertView, door: string) => AlertWords> = {
  'room-not-mapped': (alert) => ({
    title: `Room ${alert.facts['room'] ?? alert.facts['space'] ?? 'of the PMS'} leads to no door.`,
    detail:
      'The key opens nothing until the room is mapped. Open the door it belongs to, and add the room under Mapping.',
    fix: 'map-room',
  }),
  'no-room-assigned': () => ({
    title: 'The PMS has not assigned a room.',
    detail: 'The guest is in house without one. Assign the room in the PMS; the key follows by itself.',
    fix: 'wait',
  }),
  'protected-door-cancelled': (_, door) => ({
    title: `The stay ended in the PMS, and ${door} still opens.`,
    detail: 'Its configuration is protected. Revoke the door, or lift the protection, if the guest has left.',
    fix: 'portal-room',
  }),
  'no-doorcode': (alert) => noDoorcodeWords(alert.facts['reason']),
  'no-keycard': (alert) => noKeycardWords(alert.facts['reason']),
  'encode-again': (alert) => encodeAgainWords(alert),
  'write-waiting': (alert, door) => ({
    title: `The ${credential(alert)} does not work at ${door} yet.`,
    detail: `${waitingKeys(alert)} keeps trying${shortCause(alert)}.`,
    fix: 'try-now',
  }),
  'write-suspended': (alert, door) => ({
    title: `The ${credential(alert)} does not work at ${door}.`,
    detail:
      alert.facts['error'] === 'no-space'
        ? 'The lock is full. Whoever opens it soonest is written first, as soon as a place is free.'
        : `The lock refused it, and Portal stopped trying${cause(alert)}`,
    fix: 'try-now',
  }),
  'write-given-up': (alert, door) => ({
    title: `The ${credential(alert)} does not work at ${door}.`,
    detail: `Staff gave up, and Portal does not try again${cause(alert)}`,
    fix: 'try-now',
  }),
  'removal-failing': (alert, door) => ({
    title: `A ${credential(alert)} that has ended still opens ${door}.`,
    detail: `Its lock has not confirmed the removal${cause(alert)}`,
    fix: 'try-now',
  }),
  'lock-full': (_, door) => ({
    title: `The lock of ${door} is full.`,
    detail:
      'No more codes fit, and at least one waits. Ask the lock what it holds, and remove what is no longer needed.',
    fix: 'open-door',
  }),
  'lock-differs': (_, door) => ({
    title: `The lock of ${door} does not hold what it should.`,
    detail: 'Portal corrects its own codes by itself. Foreign ones are listed on the door’s Lock tab.',
    fix: 'open-door',
  }),
  'pms-broken': () => ({
    title: 'The PMS connection is broken.',
    detail: 'Reservations and check-ins do not arrive. Go to Settings → Integrations and reconnect.',
    fix: 'open-settings',
  }),
};

/** The label of the button. */
export const alertFixTexts: Record<Exclude<AlertFix, 'wait'>, string> = {
  'try-now': 'Try now',
  'open-door': 'Open door',
  'map-room': 'Open Doors',
  'portal-room': 'Update Portal Room',
  'edit-doorcode': 'Change doorcode',
  encode: 'Encode',
  'open-settings': 'Open Settings',
};

function noDoorcodeWords(reason: string | undefined): AlertWords {
  const known = unassignedReasons.find((one): one is UnassignedReason => one === reason);
  const texts = known === undefined ? null : unassignedTexts[known];
  return {
    title: 'No Doorcode Assigned.',
    detail: texts === null ? 'Open the doorcode and choose its assignment type again.' : `${texts.why} ${texts.todo}`,
    fix: 'edit-doorcode',
  };
}

function credential({ facts }: AlertView): string {
  return facts['credential'] === 'card' ? 'keycard' : 'doorcode';
}

function noKeycardWords(reason: string | undefined): AlertWords {
  const known = noKeycardTexts.find(([one]) => one === reason)?.[1];
  const detail = known === undefined ? 'Open the keycard and choose another.' : `${known.why} ${known.todo}`;
  return { title: 'No Keycard Assigned.', detail, fix: 'encode' };
}

function encodeAgainWords({ facts }: AlertView): AlertWords {
  const card = facts['number'] === undefined ? 'A keycard' : `Keycard ${facts['number']}`;
  const title = facts['state'] === 'not-finished' ? `${card} was not finished.` : `${card} must be encoded again.`;
  const ended = facts['why'] === undefined ? undefined : endedTexts[facts['why']];
  const why = standingMeanings[facts['state'] === 'not-finished' ? 'not-finished' : 'encode-again'];
  return { title, detail: ended ?? why ?? '', fix: 'encode' };
}

const endedTexts: Readonly<Record<string, string>> = {
  outrun: 'A newer key of the room ended it. Lay it on the encoder again.',
  'key-ended': 'The key had ended before it was restored, and locks may refuse the card. Lay it on the encoder again.',
  'set-ended': 'Its card key set was ended, and it opens nothing now. Lay it on the encoder again.',
};

const noKeycardTexts = Object.entries(noKeycardReasons);

function waitingKeys(alert: AlertView): string {
  const keys = Number(alert.facts['keys'] ?? 1);
  return keys > 1 ? `${keys} keys wait; Portal` : 'Portal';
}

function cause(alert: AlertView): string {
  const known = errorOf(alert);
  if (known === undefined) return '.';
  const { short, todo } = lockErrorText(known, alert.facts);
  return `: ${short}. ${todo}`;
}

function shortCause(alert: AlertView): string {
  const known = errorOf(alert);
  return known === undefined ? '' : `: ${lockErrorText(known, alert.facts).short}`;
}

function errorOf(alert: AlertView): LockErrorKind | undefined {
  return lockErrorKinds.find((one): one is LockErrorKind => one === alert.facts['error']);
}
