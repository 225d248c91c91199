import type { FailureCode } from '#domain/failure';
import type { Failure } from '../channel/failure.ts';

/** What happened and what to do, one sentence each (or two short ones). It does not compile while one is missing. */
export const failureSentences: Readonly<Record<FailureCode | 'no-answer', string>> = {
  'no-answer': 'The connection was lost before Portal answered. Look whether it was done, then try again.',
  'not-signed-in': 'You are not signed in any more. Sign in again to go on.',
  'wrong-sign-in': 'The name and the password do not belong together. Check both and try again.',
  'too-many-sign-ins': 'Too many attempts to sign in. Wait a minute, then try again.',
  'screen-locked': 'This screen is locked. Enter your PIN or your password to go on.',
  'wrong-unlock': 'This is neither your PIN nor your password. After five wrong tries you have to sign in again.',
  'choose-password': 'Choose a password of your own first.',
  'confirm-password': 'Nothing was changed, because your password was not entered. Try again.',
  'wrong-password': 'This is not your password. Check it and try again.',
  'name-taken': 'Somebody has this name already. Add a family name or an initial.',
  'only-an-owner': 'Only an Owner may do this to an Owner, or appoint one. Ask an Owner.',
  'last-owner': 'Nobody else could sign in as Owner then. Appoint another Owner first.',
  'not-allowed': 'Your role does not allow this. Ask the Owner or a General Manager.',
  'not-found': 'This does not exist any more. Go back and open it from the list again.',
  'changed-meanwhile': 'Somebody changed this in the meantime. The new state is shown now: look, then do it again.',
  'invalid-input': 'Something in the form is not right. Check the marked fields.',
  'code-not-available': 'This doorcode is not available for these doors and dates. Choose another one.',
  'key-not-restorable': 'This key cannot be restored, because its stay is over or cancelled.',
  'undo-too-late': 'The time for Undo is over. The change stands; you can change it back by hand.',
  'door-already-mapped': 'Another door is mapped to this room in the same way. Change that door first.',
  'door-name-taken': 'Another door has this name. Give this one another.',
  'keycard-number-taken': 'Another keycard has this number. Give this one another.',
  'keycard-known': 'This keycard is in the stock already.',
  'keycard-not-available': 'This keycard is not available any more. Choose another.',
  'encoder-busy': 'The encoder is at work. Wait until it has finished, or cancel that job.',
  'encoder-problem': 'The encoder cannot be used now. Look at Settings, Encoder.',
  'card-key-set-in-use': 'Cards of the older card key set are still in use. Encode them again first, or end it anyway.',
  'lock-not-found':
    'No lock answered to this setup code. Check that it has power and waits to be added, then try again.',
  'lock-refused-commissioning': 'The lock refused to be added. Reset it as its manual says, then try again.',
  'pms-unreachable':
    'The PMS does not answer at this address. Check the address and the internet connection, then try again.',
  'pms-token-refused': 'The PMS refused these tokens. Copy both again from the PMS and reconnect.',
  'pms-refused': 'The PMS refused what Portal asked. Look at Settings, Integrations for its own words.',
  'pms-other-property':
    'This leads to another property. Add it as a connection of its own, or enter what belongs to this one.',
  'already-set-up': 'This Portal is set up already. Sign in instead.',
  'data-folder-in-use': 'Another Portal works on the same data folder. Close it, then start this one again.',
  'data-folder-unwritable': 'Portal may not write to its data folder. Give it the right to, then start again.',
  'data-damaged': 'The data file is damaged. Restore the last good copy that the log names, then start again.',
  'data-too-new': 'The data was written by a newer Portal. Start that version instead.',
  'disk-write-failed':
    'The change could not be saved, so nothing was changed. Check that the disk is not full, then try again.',
  'store-closed': 'Portal is closing. Start it again, then repeat this.',
  'port-in-use': 'Another program uses this port. Choose another one.',
  internal: 'Something went wrong inside Portal, and nothing was changed. Try again; if it stays, look at the log.',
};

export function failureSentence(failure: Failure): string {
  return failureSentences[failure.code];
}
