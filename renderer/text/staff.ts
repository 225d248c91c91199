import type { StaffRow } from '#api/staff-views';
import type { Action } from '#domain/staff/permission';
import type { Role } from '#domain/staff/staff';
import { frameText } from './frame.ts';

export const roleNames: Readonly<Record<Role, string>> = frameText.account.role;

/** One's own password and PIN. */
export const secretsText = {
  tooShort: 'Use at least 8 characters.',
  tooCommon: 'Guessers try this one first. Choose another.',
  differ: 'The two passwords differ.',
  pinWrong: 'Use 4 to 8 digits.',
  title: 'Password and PIN',
  firstTitle: (name: string) => `Welcome, ${name}`,
  firstWords: 'Your one-time code has done its work. Choose a password of your own; nobody else will know it.',
  words: 'Leave empty what stays as it is. A new password signs you out everywhere else.',
  current: 'Current password',
  password: 'New password',
  passwordMeaning: 'At least 8 characters; a few words are good.',
  again: 'New password again',
  pin: 'PIN',
  pinOptional: 'PIN (optional)',
  pinMeaning: '4 to 8 digits. It re-opens your locked screen on this PC, and does nothing else.',
  save: 'Save',
  first: 'Continue',
  saved: 'Saved.',
} as const;

export const lockText = {
  title: (name: string) => `${name} is away`,
  words: 'The screen is locked. Unlocked, the same page opens again.',
  pin: 'PIN or password',
  password: 'Password',
  act: 'Unlock',
  somebodyElse: 'Sign in as someone else',
  away: 'Lock the screen',
} as const;

export const confirmText = {
  title: 'Enter your password',
  words: 'The whole hotel depends on this. Portal asks for your password once in five minutes.',
  password: 'Password',
  act: 'Continue',
} as const;

export const staffText = {
  title: 'Staff',
  loading: 'Loading staff…',
  invite: 'Invite',
  columns: { name: 'Name', role: 'Role', state: 'State', acts: 'Actions' },
  states: { active: 'Active', invited: 'Invited', expired: 'Code expired', disabled: 'Disabled' } satisfies Record<
    StaffRow['state'],
    string
  >,
  until: (state: string, moment: string) => `${state}, code good until ${moment}`,
  you: 'you',
  acts: (name: string) => `Actions for ${name}`,
  setRole: 'Change role',
  reset: 'Reset password and PIN',
  disable: 'Disable',
  enable: 'Enable',
  inviteTitle: 'Invite a member of staff',
  inviteWords: 'Portal makes a one-time code. With it and the name they sign in, and choose a password of their own.',
  name: 'Name',
  nameMissing: 'Enter a name.',
  role: 'Role',
  make: 'Make one-time code',
  roleTitle: (name: string) => `Role of ${name}`,
  roleWords: 'It counts from the next thing that they do; nobody is signed out.',
  resetTitle: (name: string) => `Reset the password of ${name}?`,
  resetWords: [
    'The password and the PIN are forgotten at once, and every session of theirs ends.',
    'Portal shows a one-time code. With it they sign in and choose a password of their own.',
  ],
  disableTitle: (name: string) => `Disable ${name}?`,
  disableWords: [
    'Every session of theirs ends at once, on every PC, and they cannot sign in again.',
    'What they did stays in the audit under their name. Keys that they made go on working.',
    'They can be enabled again.',
  ],
  enableTitle: (name: string) => `Enable ${name} again?`,
  enableWords: ['They sign in with the password that they had, in the role that they had.'],
  codeTitle: (name: string) => `One-time code for ${name}`,
  codeWords: 'Write it down or copy it now: it is shown this once, and Portal cannot show it again.',
  codeLabel: 'One-time code',
  codeUntil: (moment: string) => `Good until ${moment}, or until a password is chosen with it.`,
  copy: 'Copy',
  copied: 'Copied',
  done: 'Done',
} as const;

/** The permission matrix: an action in the words of the desk. It does not compile while one is missing. */
export const actionNames: Readonly<Record<Action, string>> = {
  'see-keys': 'See keys and guests',
  'create-keys': 'Create keys',
  'edit-keys': 'Edit keys',
  'revoke-keys': 'Revoke and restore keys',
  'share-credentials': 'Share credentials',
  'see-doorcodes': 'See doorcodes',
  'see-people': 'See people',
  'edit-people': 'Edit people',
  'see-doors': 'See doors and their state',
  'edit-doors': 'Edit doors, mapping, linked doors',
  'edit-locks': 'Add locks and gateways',
  provision: 'Retry, re-provision, read a lock',
  'see-settings': 'See settings',
  'edit-settings': 'Edit settings',
  'edit-staff': 'Invite, disable and change staff',
  'appoint-owner': 'Appoint, change or disable an Owner',
  'edit-integrations': 'Connect and disconnect the PMS',
  'see-audit': 'Read and export the audit',
  'see-keycards': 'See keycards',
  'edit-keycards': 'Edit and assign keycards',
  'encode-keycards': 'Encode, read and wipe keycards',
  'edit-encoders': 'Choose the card encoder',
  'edit-card-keys': 'Replace the card key set',
  'see-activity': 'See activity',
  'use-demo': 'Steer the demo hotel',
};

export const matrixText = {
  title: 'What each role may do',
  action: 'Action',
  yes: 'allowed',
  no: 'not allowed',
} as const;
