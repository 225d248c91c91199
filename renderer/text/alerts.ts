import type { AlertView } from '#api/views';
import { localDateTime } from '#domain/time/time';
import type { AlertKind } from '#domain/alerts/alert';
import { type NoKeycardReason, type UnassignedReason, unassignedReasons } from '#domain/key/key';
import type { AlertFix, AlertWords } from './alert-words.ts';
import { whyUnassigned } from './doorcode.ts';
import { localText } from './format.ts';
import { keycardTexts, noKeycardReasons, whyNoKeycard } from './keycards.ts';
import { plural, sentences } from './language.ts';
import { lockErrorOf } from './lock-errors.ts';
import { pmsAlertWords } from './pms-alerts.ts';

export const alertTexts = sentences('alerts', {
  stillOpens: (door: string) => `The stay ended in the PMS, and ${door} still opens.`,
  liftProtection: 'Its configuration is protected. Revoke the door, or lift the protection, if the guest has left.',
  stayOver: 'In house, and the stay is over.',
  stayOverSince: (time: string) => `In house, and the stay is over since ${time}.`,
  extendStay: 'No door opens any more. Extend the stay, or check the guest out in the PMS.',
  noDoorcode: 'No Doorcode Assigned.',
  chooseDoorcode: 'Open the doorcode and choose its assignment type again.',
  noKeycard: 'No Keycard Assigned.',
  chooseKeycard: 'Open the keycard and choose another.',
  notFinished: (card: string) => `Keycard ${card} was not finished.`,
  someNotFinished: 'A keycard was not finished.',
  encodeAgain: (card: string) => `Keycard ${card} must be encoded again.`,
  encodeSomeAgain: 'A keycard must be encoded again.',
  ended: {
    outrun: 'A newer key of the room ended it. Put it on the encoder again.',
    'key-ended':
      'The key had ended before it was restored, and locks may refuse the card. Put it on the encoder again.',
    'set-ended': 'Its card key set was ended, and it opens nothing now. Put it on the encoder again.',
  },
  doorcode: {
    notWorkingYet: (door: string) => `The doorcode does not work at ${door} yet.`,
    notWorking: (door: string) => `The doorcode does not work at ${door}.`,
    endedStillOpens: (door: string) => `A doorcode that has ended still opens ${door}.`,
  },
  keycard: {
    notWorkingYet: (door: string) => `The keycard does not work at ${door} yet.`,
    notWorking: (door: string) => `The keycard does not work at ${door}.`,
    endedStillOpens: (door: string) => `A keycard that has ended still opens ${door}.`,
  },
  keepsTrying: 'Portal keeps trying.',
  keysWait: (keys: number) => plural(keys, { one: '1 key is waiting.', other: `${keys} keys are waiting.` }),
  refused: 'The lock refused it, and Portal has stopped trying.',
  stopped: 'Portal has stopped trying.',
  givenUp: 'Staff gave up, and Portal does not try again.',
  notRemoved: 'Its lock has not confirmed the removal.',
  full: (door: string) => `The lock of ${door} is full.`,
  /** A code that waits for a place on a full lock was not refused. */
  waitsForPlace: 'The lock is full. Whoever opens it soonest is written first, as soon as a place is free.',
  makeRoom:
    'No more codes fit, and at least one is waiting. Ask the lock what it holds, and remove what is no longer needed.',
  differs: (door: string) => `The lock of ${door} does not hold what it should.`,
  lookAtLock: 'Portal corrects its own codes by itself. Foreign ones are listed on the door’s Lock tab.',
  refusedInside: (door: string) => `The lock of ${door} refused a code that should open it now.`,
  clockIsWrong:
    'Its clock is probably wrong. Portal has set it where the lock allows that. Let the guest try again; if it refuses again, open the door for the guest and set the clock in the app of the lock or its bridge.',
  clockUnknown: (gateway: string) => `The locks of ${gateway} do not know the time.`,
  someClockUnknown: 'Some locks do not know the time.',
  clockBehind: (gateway: string, minutes: number) =>
    plural(minutes, {
      one: `The clock of ${gateway} is 1 minute behind.`,
      other: `The clock of ${gateway} is ${minutes} minutes behind.`,
    }),
  clockAhead: (gateway: string, minutes: number) =>
    plural(minutes, {
      one: `The clock of ${gateway} is 1 minute ahead.`,
      other: `The clock of ${gateway} is ${minutes} minutes ahead.`,
    }),
  clockWords:
    'Portal could not put it right, and codes open at the wrong hours or not at all. Set it in the app of the bridge.',
  /** A door whose name nobody knows any more. */
  thisDoor: 'this door',
  /** The labels of the buttons. */
  fixes: {
    'try-now': 'Try now',
    'open-door': 'Open door',
    'map-room': 'Open Doors',
    'portal-room': 'Update Portal Room',
    'edit-doorcode': 'Change doorcode',
    encode: 'Encode',
    'open-settings': 'Open Settings',
    decide: 'See who it is',
    extend: 'Extend',
  } satisfies Record<Exclude<AlertFix, 'wait'>, string>,
});

export const alertFixTexts: Readonly<Record<Exclude<AlertFix, 'wait'>, string>> = alertTexts.fixes;

/** Every alert in words: what is wrong, what to do, and the button that does it. */
export function alertWords(alert: AlertView): AlertWords {
  return words[alert.kind](alert, alert.doorName ?? alertTexts.thisDoor);
}

const words: Record<AlertKind, (alert: AlertView, door: string) => AlertWords> = {
  'protected-door-cancelled': (_, door) => ({
    title: alertTexts.stillOpens(door),
    detail: alertTexts.liftProtection,
    fix: 'portal-room',
  }),
  'stay-over': ({ facts }) => {
    const since = localDateTime.safeParse(facts['since']);
    const title = since.success ? alertTexts.stayOverSince(localText(since.data)) : alertTexts.stayOver;
    return { title, detail: alertTexts.extendStay, fix: 'extend' };
  },
  'no-doorcode': ({ facts }) => {
    const known = unassignedReasons.find((one): one is UnassignedReason => one === facts['reason']);
    const detail = known === undefined ? alertTexts.chooseDoorcode : whyUnassigned(known);
    return { title: alertTexts.noDoorcode, detail, fix: 'edit-doorcode' };
  },
  'no-keycard': ({ facts }) => {
    const known = Object.keys(noKeycardReasons).find((one): one is NoKeycardReason => one === facts['reason']);
    const detail = known === undefined ? alertTexts.chooseKeycard : whyNoKeycard(known);
    return { title: alertTexts.noKeycard, detail, fix: 'encode' };
  },
  'encode-again': (alert) => encodeAgainWords(alert),
  'write-waiting': (alert, door) => {
    const keys = Number(alert.facts['keys'] ?? 1);
    const waiting = keys > 1 ? [alertTexts.keysWait(keys)] : [];
    const detail = [...cause(alert, 'says'), ...waiting, alertTexts.keepsTrying].join(' ');
    return { title: credential(alert).notWorkingYet(door), detail, fix: 'try-now' };
  },
  'write-suspended': (alert, door) => ({
    title: credential(alert).notWorking(door),
    detail: suspendedWords(alert),
    fix: 'try-now',
  }),
  'write-given-up': (alert, door) => ({
    title: credential(alert).notWorking(door),
    detail: [alertTexts.givenUp, ...cause(alert, 'says and todo')].join(' '),
    fix: 'try-now',
  }),
  'removal-failing': (alert, door) => ({
    title: credential(alert).endedStillOpens(door),
    detail: [alertTexts.notRemoved, ...cause(alert, 'says and todo')].join(' '),
    fix: 'try-now',
  }),
  'lock-full': (_, door) => ({ title: alertTexts.full(door), detail: alertTexts.makeRoom, fix: 'open-door' }),
  'lock-differs': (_, door) => ({ title: alertTexts.differs(door), detail: alertTexts.lookAtLock, fix: 'open-door' }),
  'lock-clock': (_, door) => ({
    title: alertTexts.refusedInside(door),
    detail: alertTexts.clockIsWrong,
    fix: 'open-door',
  }),
  'gateway-clock': ({ facts }) => ({
    title: clockTitle(facts['gateway'], facts['off']),
    detail: alertTexts.clockWords,
    fix: 'open-settings',
  }),
  ...pmsAlertWords,
};

function clockTitle(gateway: string | undefined, off: string | undefined): string {
  if (gateway === undefined) return alertTexts.someClockUnknown;
  if (off === undefined) return alertTexts.clockUnknown(gateway);
  const minutes = Math.round(Number(off) / 60);
  return minutes < 0 ? alertTexts.clockBehind(gateway, -minutes) : alertTexts.clockAhead(gateway, minutes);
}

function credential({ facts }: AlertView) {
  return facts['credential'] === 'card' ? alertTexts.keycard : alertTexts.doorcode;
}

function encodeAgainWords({ facts }: AlertView): AlertWords {
  const { number } = facts;
  const isBegun = facts['state'] === 'not-finished';
  const ended: Readonly<Record<string, string>> = alertTexts.ended;
  const detail = ended[facts['why'] ?? ''] ?? keycardTexts.meanings[isBegun ? 'not-finished' : 'encode-again'];
  if (isBegun)
    return {
      title: number === undefined ? alertTexts.someNotFinished : alertTexts.notFinished(number),
      detail,
      fix: 'encode',
    };
  return {
    title: number === undefined ? alertTexts.encodeSomeAgain : alertTexts.encodeAgain(number),
    detail,
    fix: 'encode',
  };
}

function suspendedWords({ facts }: AlertView): string {
  if (facts['error'] === 'no-space') return alertTexts.waitsForPlace;
  const known = lockErrorOf(facts);
  return known === null ? alertTexts.refused : `${known.says} ${alertTexts.stopped} ${known.todo}`;
}

function cause({ facts }: AlertView, what: 'says' | 'says and todo'): readonly string[] {
  const known = lockErrorOf(facts);
  if (known === null) return [];
  // That it has not confirmed is said by the alert itself.
  if (facts['error'] === 'not-confirmed') return what === 'says' ? [] : [known.todo];
  return what === 'says' ? [known.says] : [known.says, known.todo];
}
