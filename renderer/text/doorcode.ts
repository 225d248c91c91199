import type { AllocationPolicy, UnassignedReason } from '#domain/key/key';
import type { LockErrorKind } from '#domain/locks/lock-entry';
import type { DoorcodeState, DoorcodeSummary } from '#domain/situation/doorcode-state';
import { isInOrder } from '#domain/situation/doorcode-state';

/** What the desk reads about a doorcode. The words for states are few and fixed (ui.md, principle 1). */

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'neutral';

export const doorcodeStates: Record<DoorcodeState['state'], { readonly label: string; readonly tone: Tone }> = {
  'no-lock': { label: 'No lock', tone: 'neutral' },
  'no-doorcode-assigned': { label: 'No Doorcode Assigned', tone: 'bad' },
  'pending-provisioning': { label: 'Pending Provisioning', tone: 'neutral' },
  scheduled: { label: 'Scheduled', tone: 'info' },
  'waiting-for-lock': { label: 'Waiting for lock', tone: 'warn' },
  writing: { label: 'Writing', tone: 'info' },
  provisioned: { label: 'Provisioned', tone: 'ok' },
  'removal-pending': { label: 'Removal pending', tone: 'warn' },
  removed: { label: 'Removed', tone: 'neutral' },
  failed: { label: 'Failed', tone: 'bad' },
};

/** The reference's words, letter for letter (3-provisioning.txt, 3). */
export const pendingProvisioningTooltip =
  'The credentials haven’t been assigned to the door yet. This can occur if provisioning was manually disabled or if, based on your configuration settings, the linked PMS reservation hasn’t been checked in (either at the front desk or online).';

/** The reference's words, letter for letter (3-provisioning.txt, 4). */
export const allowProvisioningTooltip =
  'Once provisioning is allowed, the credentials will be written to the door and will become valid for the selected time period. If provisioning is disabled, the system will not write the credentials yet, and they will need to be enabled manually later.';

export const allocationPolicyTexts: Record<AllocationPolicy, { readonly label: string; readonly meaning: string }> = {
  random: { label: 'Random', meaning: 'Portal draws a free code (recommended).' },
  preferred: { label: 'Preferred', meaning: 'Preferred allows reuse if available.' },
  strict: { label: 'Strict', meaning: 'Strict reserves that doorcode exclusively.' },
};

/** Behind No Doorcode Assigned: why, and the way out. Who holds a code is never told. */
export const unassignedTexts: Record<UnassignedReason, { readonly why: string; readonly todo: string }> = {
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
    why: 'The lock of one of these doors does not accept the requested code.',
    todo: 'Choose a code of the length that every lock accepts, or Random.',
  },
  'no-code-left': {
    why: 'Every code that the property’s rule allows is taken on these doors.',
    todo: 'Make codes longer in Settings, then regenerate.',
  },
  'type-disabled': {
    why: 'Doorcodes are switched off in Customization.',
    todo: 'Where guests should have them, switch them on there; the key then gets its doorcode.',
  },
};

/** What went wrong at a lock: `short` beside a countdown, `todo` where there is room for advice. */
export const lockErrorTexts: Record<LockErrorKind, { readonly short: string; readonly todo: string }> = {
  'gateway-down': {
    short: 'gateway not reachable',
    todo: 'Check that the gateway has power and network. Portal keeps trying.',
  },
  'gateway-busy': { short: 'gateway busy', todo: 'Nothing to do. Portal keeps trying.' },
  'lock-offline': {
    short: 'lock not reachable',
    todo: 'Check the lock’s batteries and its distance to the gateway. Portal keeps trying.',
  },
  rejected: { short: 'refused by the lock', todo: 'Try again. If it is refused again, have the lock checked.' },
  duplicate: {
    short: 'the lock already holds this code',
    todo: 'Regenerate the doorcode, or ask the lock what it holds.',
  },
  'no-space': {
    short: 'the lock is full',
    todo: 'Portal writes it as soon as a place is free. Remove codes that are no longer needed from the lock.',
  },
  'slot-occupied': {
    short: 'its place in the lock is taken',
    todo: 'Ask the lock what it holds, then try again.',
  },
  'bad-value': { short: 'code not accepted by the lock', todo: 'Choose a code of another length, or Random.' },
  unsupported: {
    short: 'the lock cannot do this',
    todo: 'Edit the door: the lock may not keep days or hours. Then try again.',
  },
  'no-such-lock': { short: 'lock not known to its gateway', todo: 'Add the lock to its gateway again in Settings.' },
  'not-confirmed': {
    short: 'no confirmation from the lock',
    todo: 'Portal reads the lock before it writes again. Nothing to do.',
  },
};

/** The same of a keycard, where the words are others. */
const cardErrorTexts: Partial<typeof lockErrorTexts> = {
  duplicate: {
    short: 'the lock already holds this card',
    todo: 'Give the person another keycard, or ask the lock what it holds.',
  },
  'no-space': {
    short: 'the lock is full',
    todo: 'Portal writes it as soon as a place is free. Remove codes and cards that are no longer needed from the lock.',
  },
  'bad-value': { short: 'card not accepted by the lock', todo: 'Give the person another keycard.' },
};

/** @param facts Of an alert or a timeline entry. */
export function lockErrorText(
  kind: LockErrorKind,
  facts: Readonly<Record<string, string>>,
): { readonly short: string; readonly todo: string } {
  const ofCard = facts['credential'] === 'card' ? cardErrorTexts[kind] : undefined;
  return ofCard ?? lockErrorTexts[kind];
}

export interface AroundDoorcode {
  /** Why there are no digits, where the state says so. */
  readonly unassigned: UnassignedReason | null;
  /** The person has a keycard that works: nobody stands before a closed door. */
  readonly hasCard: boolean;
}

/** The colour of a state's tag. */
export function doorcodeTone(state: DoorcodeState['state'], { unassigned, hasCard }: AroundDoorcode): Tone {
  if (state !== 'no-doorcode-assigned') return doorcodeStates[state].tone;
  if (isInOrder(unassigned)) return 'neutral';
  return hasCard ? 'warn' : 'bad';
}

/** Why Portal does not try again by itself. */
export const stoppedTexts: Record<'suspended' | 'given-up', string> = {
  suspended: 'Portal stopped trying, because the lock refused.',
  'given-up': 'Staff gave up; Portal does not try again.',
};

/** The tag on a doorcode card: "2 of 3 doors", or the one state that all doors share. */
export function summaryText(summary: Omit<DoorcodeSummary, 'unassigned'>): string {
  const { worst, provisioned, doors } = summary;
  if (worst === 'no-doorcode-assigned' || worst === 'pending-provisioning') return doorcodeStates[worst].label;
  if (doors === 0) return 'No doors';
  const isGoing = worst === 'removed' || worst === 'removal-pending';
  if (isGoing && provisioned === 0) return doorcodeStates[worst].label;
  return `${provisioned} of ${doors} ${doors === 1 ? 'door' : 'doors'}`;
}

/** Behind the tag of a whole doorcode, wherever it stands; null: the word says it all. */
export function summaryTooltip({ worst, unassigned }: Pick<DoorcodeSummary, 'worst' | 'unassigned'>): string | null {
  if (worst === 'pending-provisioning') return pendingProvisioningTooltip;
  return worst === 'no-doorcode-assigned' && unassigned !== null ? whyUnassigned(unassigned) : null;
}

/** Why there are no digits, and what to do about it. */
export function whyUnassigned(reason: UnassignedReason): string {
  const { why, todo } = unassignedTexts[reason];
  return `${why} ${todo}`;
}

export const doorcodeTexts = {
  title: 'Doorcode',
  show: 'Show doorcode',
  hide: 'Hide doorcode',
  hidesItself: 'Hides by itself after 30 seconds',
  regenerate: 'Regenerate doorcode',
  regenerateShort: 'Regenerate',
  edit: 'Edit doorcode',
  editShort: 'Edit',
  none: 'No Doorcode Assigned',
  without: 'No doorcode',
  withoutMeaning: (owner: string) => `${owner} opens no door with a code.`,
  add: 'Add doorcode',
  switchOff: 'Switch off doorcode',
  switchOffShort: 'Switch off',
  sameOnAll: 'same code on all doors',
  policy: 'Assignment type',
  code: 'Doorcode',
  codeMissing: 'Enter the doorcode, 4 to 10 digits.',
  codeShape: 'Use 4 to 10 digits.',
  update: 'Update',
  updateWithout: 'Update, with no doorcode',
  keepPresent: 'Keep the present doorcode',
  willHaveNone: (owner: string) =>
    `This code is not available. ${owner} will have No Doorcode Assigned: no code opens a door of this key until another is chosen.`,
  maybeNone: 'If the code is not available, No Doorcode Assigned is shown with the reason.',
  lockMustBeOnline: 'The lock must be online for provisioning.',
} as const;

/** Said before the code is replaced: who loses what, and when. */
export function regenerateConsequence(owner: string, doors: readonly string[]): string {
  const where = doors.length === 0 ? 'their doors' : joined(doors);
  return `${owner} can no longer open ${where} with the present doorcode as soon as the new one is written, which starts now. Tell the guest the new code. This cannot be undone.`;
}

/** Said before a person's doorcode is switched off. @param others Who else has a doorcode on this key. */
export function removeDoorcodeConsequence(owner: string, doors: readonly string[], others: readonly string[]): string {
  const where = doors.length === 0 ? 'their doors' : joined(doors);
  const rest =
    others.length === 0
      ? 'No other doorcode is left on this key.'
      : `${joined(others.map((other) => `${other}’s`))} ${others.length === 1 ? 'doorcode still opens' : 'doorcodes still open'}.`;
  return `${owner} can no longer open ${where} with this doorcode. ${rest} A doorcode can be added again here; it will be a new one.`;
}

/** Said before the code is replaced by another policy or another code. */
export function replaceConsequence(owner: string): string {
  return `${owner}’s present doorcode stops working as soon as the new one is written, which starts now.`;
}

/** "204, Main entrance and Pool". */
export function joined(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Under a state's tag: when is the next try, and what is in the way. */
export const stateDetailTexts = {
  nextTry: (left: string) => (left === '0:00' ? 'Trying now' : `Next try in ${left}`),
  offlineSince: (time: string) => `lock offline since ${time}`,
  stopped: (why: 'suspended' | 'given-up', cause: string) =>
    `${why === 'suspended' ? 'Stopped' : 'Given up'} · ${cause}`,
} as const;
