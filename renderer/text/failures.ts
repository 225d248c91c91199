import type { FailureCode } from '#domain/failure';
import { countText, plural, sentences } from './language.ts';

/** `no-answer` and `too-long` are the screen's own: the connection was lost meanwhile, or the call was not sent. */
type FailureName = FailureCode | 'no-answer' | 'too-long';

/** What happened and what to do, one sentence each (or two short ones). It does not compile while one is missing. */
export const failureSentences = sentences('failures', {
  'no-answer': 'The connection was lost before Portal answered. Check whether it was done, then try again.',
  'too-long': 'This is too much for Portal at once, so nothing was changed. Do it in smaller parts.',
  'not-signed-in': 'You are no longer signed in. Sign in again to continue.',
  'wrong-sign-in': 'Wrong name or password. Check both and try again.',
  'too-many-sign-ins': 'Too many sign-in attempts. Wait a minute, then try again.',
  'screen-locked': 'This screen is locked. Enter your PIN or password to continue.',
  'wrong-unlock': 'Wrong PIN or password. After five wrong attempts you have to sign in again.',
  'choose-password': 'Choose a password of your own first.',
  'confirm-password': 'Nothing was changed, because your password was not entered. Try again.',
  'wrong-password': 'Wrong password. Check it and try again.',
  'name-taken': 'Someone already has this name. Add a surname or an initial.',
  'only-an-owner': 'Only an Owner can do this to an Owner, or appoint one. Ask an Owner.',
  'last-owner': 'No other Owner could sign in then. Appoint another Owner first.',
  'not-allowed': 'Your role does not allow this. Ask the Owner or a General Manager.',
  'not-found': 'This no longer exists. Go back and open it from the list again.',
  'changed-meanwhile':
    'Someone changed this in the meantime. You now see the current version: check it, then try again.',
  'invalid-input': 'Something in the form is not right. Check the marked fields.',
  'code-not-available': 'This doorcode is not available for these doors and dates. Choose another one.',
  'key-not-restorable': 'This key cannot be restored, because its stay is over or was cancelled.',
  'undo-too-late': 'It is too late to undo this. The change stands; you can change it back by hand.',
  'door-already-mapped': 'Another door is already mapped to this room in the same way. Change that door first.',
  'door-name-taken': 'Another door already has this name. Choose a different one.',
  'keycard-number-taken': 'Another keycard already has this number. Choose a different one.',
  'keycard-known': 'This keycard is already in stock.',
  'keycard-not-available': 'This keycard is no longer available. Choose another.',
  'encoder-busy': 'The encoder is busy. Wait until it has finished, or cancel that job.',
  'encoder-problem': 'The encoder cannot be used right now. Check Settings, Encoder.',
  'card-key-set-in-use': 'Cards of the older card key set are still in use. Encode them again first, or end it anyway.',
  'lock-not-found':
    'No lock answered to this setup code. Check that it has power and is ready to be added, then try again.',
  'lock-refused-commissioning': 'The lock refused to be added. Reset it as its manual describes, then try again.',
  'pms-unreachable':
    'The PMS does not answer at this address. Check the address and the internet connection, then try again.',
  'pms-token-refused': 'The PMS refused these tokens. Copy both from the PMS again and reconnect.',
  'pms-refused': 'The PMS refused what Portal asked. Settings, Integrations shows its own words.',
  'pms-other-property':
    'This leads to another property. Add it as a connection of its own, or enter what belongs to this one.',
  'already-set-up': 'This Portal is already set up. Sign in instead.',
  'data-folder-in-use': 'Another Portal is using the same data folder. Close it, then start this one again.',
  'data-folder-unwritable': 'Portal cannot write to its data folder. Give it permission, then start it again.',
  'data-damaged': 'The data file is damaged. Restore the last good copy named in the log, then start again.',
  'data-too-new': 'The data was written by a newer Portal. Start that version instead.',
  'disk-write-failed':
    'The change could not be saved, so nothing was changed. Check that the disk is not full, then try again.',
  'store-closed': 'Portal is closing. Start it again, then repeat this.',
  'port-in-use': 'Another program is using this port. Choose another one.',
  internal:
    'Something went wrong inside Portal, and nothing was changed. Try again; if it keeps happening, check the log.',
} satisfies Record<FailureName, string>);

/** Those that name what they are about, where it is known. */
export const namedFailures = sentences('named-failures', {
  otherProperty: (property: string, keys: number) =>
    keys === 0
      ? `This token belongs to ${property}. Add it as a connection of its own, or enter the token of this property.`
      : plural(keys, {
          one: `This token belongs to ${property}; 1 key would lose its stay. Add it as a connection of its own, or enter the token of this property.`,
          other: `This token belongs to ${property}; ${countText(keys)} keys would lose their stays. Add it as a connection of its own, or enter the token of this property.`,
        }),
});

export function failureSentence({
  code,
  facts = {},
}: {
  readonly code: FailureName;
  readonly facts?: Readonly<Record<string, string>>;
}): string {
  const { property, keys } = facts;
  if (code === 'pms-other-property' && property !== undefined)
    return namedFailures.otherProperty(property, Number(keys ?? 0));
  return failureSentences[code];
}
