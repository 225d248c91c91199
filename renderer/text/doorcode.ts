import type { AllocationPolicy, UnassignedReason } from '#domain/key/key';
import { type DoorcodeState, type DoorcodeSummary, isInOrder } from '#domain/situation/doorcode-state';
import { plural, sentences } from './language.ts';

/** What the desk reads about a doorcode. The words for states are few and fixed (ui.md, principle 1). */

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral';

export const doorcodeTexts = sentences('doorcode', {
  states: {
    'no-lock': 'No lock',
    'no-doorcode-assigned': 'No Doorcode Assigned',
    'pending-provisioning': 'Pending Provisioning',
    scheduled: 'Scheduled',
    'waiting-for-lock': 'Waiting for lock',
    writing: 'Writing',
    provisioned: 'Provisioned',
    'removal-pending': 'Removal pending',
    removed: 'Removed',
    failed: 'Failed',
  } satisfies Record<DoorcodeState['state'], string>,
  provisionedSince: (time: string) => `Provisioned ${time}`,
  scheduledFor: (time: string) => `Scheduled ${time}`,
  /** The reference's words, letter for letter (3-provisioning.txt, 3). */
  pendingProvisioning:
    'The credentials haven’t been assigned to the door yet. This can occur if provisioning was manually disabled or if, based on your configuration settings, the linked PMS reservation hasn’t been checked in (either at the front desk or online).',
  /** The reference's words, letter for letter (3-provisioning.txt, 4). */
  allowProvisioning:
    'Once provisioning is allowed, the credentials will be written to the door and will become valid for the selected time period. If provisioning is disabled, the system will not write the credentials yet, and they will need to be enabled manually later.',
  /** Where the lock itself was never asked. */
  confirmedByCloud: 'Confirmed by the lock’s cloud, not by the lock itself.',
  policies: {
    random: { label: 'Random', meaning: 'Portal draws a free code (recommended).' },
    preferred: { label: 'Preferred', meaning: 'Preferred allows reuse if available.' },
    strict: { label: 'Strict', meaning: 'Strict reserves that doorcode exclusively.' },
  } satisfies Record<AllocationPolicy, { readonly label: string; readonly meaning: string }>,
  /** Behind No Doorcode Assigned: why, and the way out. Who holds a code is never told. */
  unassigned: {
    'not-yet-due': {
      why: 'This property draws doorcodes at check-in, and the guest is not checked in yet.',
      todo: 'Check the guest in at the PMS; the code appears within seconds.',
    },
    'held-by-another-key': {
      why: 'Another key uses the requested code on one of these doors during the same time.',
      todo: 'Choose another code, or Random.',
    },
    'reserved-by-strict': {
      why: 'Another key has reserved the requested code for the whole property.',
      todo: 'Choose another code, or Random.',
    },
    'too-weak': {
      why: 'The requested code is too easy to guess, such as 1234, 1111 or a date of the stay.',
      todo: 'Choose another code, or Random.',
    },
    'not-accepted-by-lock': {
      why: 'The lock on one of these doors does not accept the requested code.',
      todo: 'Choose a code of a length that every lock accepts, or Random.',
    },
    'computed-by-lock': {
      why: 'The lock on one of these doors makes its own codes, and takes none from Portal.',
      todo: 'Give the guest a keycard, or a code made in the lock’s own app.',
    },
    'no-code-left': {
      why: 'Every code that the property’s rule allows is already taken on these doors.',
      todo: 'Make codes longer in Settings, then regenerate.',
    },
    'type-disabled': {
      why: 'Doorcodes are switched off in Customization.',
      todo: 'If guests should have them, switch them on there; the key then gets its doorcode.',
    },
  } satisfies Record<UnassignedReason, { readonly why: string; readonly todo: string }>,
  /** Why Portal does not try again by itself. */
  stopped: {
    suspended: 'Portal has stopped trying, because the lock refused.',
    'given-up': 'Staff gave up; Portal does not try again.',
  },
  /** Under a state's tag: when is the next try, and what is in the way. */
  detail: {
    tryingNow: 'Trying now',
    nextTry: (left: string) => `Next try in ${left}`,
    offlineSince: (time: string) => `lock offline since ${time}`,
    onlyOfflineSince: (time: string) => `Lock offline since ${time}`,
    suspended: 'Stopped',
    'given-up': 'Given up',
  },
  doors: {
    none: 'No doors',
    provisioned: (provisioned: number, doors: number) =>
      plural(doors, { one: `${provisioned} of 1 door`, other: `${provisioned} of ${doors} doors` }),
  },
  title: 'Doorcode',
  titleOf: (owner: string) => `Doorcode · ${owner}`,
  code: 'Doorcode',
  codeMissing: 'Enter the doorcode, 4 to 10 digits.',
  codeShape: 'Use 4 to 10 digits.',
});

export const unassignedTexts: Readonly<Record<UnassignedReason, { readonly why: string; readonly todo: string }>> =
  doorcodeTexts.unassigned;

const tones: Readonly<Record<DoorcodeState['state'], Tone>> = {
  'no-lock': 'neutral',
  'no-doorcode-assigned': 'bad',
  'pending-provisioning': 'neutral',
  scheduled: 'info',
  'waiting-for-lock': 'warn',
  writing: 'info',
  provisioned: 'ok',
  'removal-pending': 'warn',
  removed: 'neutral',
  failed: 'bad',
};

export interface AroundDoorcode {
  /** Why there are no digits, where the state says so. */
  readonly unassigned: UnassignedReason | null;
  /** The person has a keycard that works: nobody stands before a closed door. */
  readonly hasCard: boolean;
}

/** The colour of a state's tag. */
export function doorcodeTone(state: DoorcodeState['state'], { unassigned, hasCard }: AroundDoorcode): Tone {
  if (state !== 'no-doorcode-assigned') return tones[state];
  if (isInOrder(unassigned)) return 'neutral';
  return hasCard ? 'warn' : 'bad';
}

/** The tag on a doorcode card: "2 of 3 doors", or the one state that all doors share. */
export function summaryText(summary: Omit<DoorcodeSummary, 'unassigned'>): string {
  const { worst, provisioned, doors } = summary;
  if (worst === 'no-doorcode-assigned' || worst === 'pending-provisioning') return doorcodeTexts.states[worst];
  if (doors === 0) return doorcodeTexts.doors.none;
  const isGoing = worst === 'removed' || worst === 'removal-pending';
  if (isGoing && provisioned === 0) return doorcodeTexts.states[worst];
  return doorcodeTexts.doors.provisioned(provisioned, doors);
}

/** Behind the tag of a whole doorcode, wherever it stands; null: the word says it all. */
export function summaryTooltip({ worst, unassigned }: Pick<DoorcodeSummary, 'worst' | 'unassigned'>): string | null {
  if (worst === 'pending-provisioning') return doorcodeTexts.pendingProvisioning;
  return worst === 'no-doorcode-assigned' && unassigned !== null ? whyUnassigned(unassigned) : null;
}

/** Why there are no digits, and what to do about it. */
export function whyUnassigned(reason: UnassignedReason): string {
  const { why, todo } = unassignedTexts[reason];
  return `${why} ${todo}`;
}
