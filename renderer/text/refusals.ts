import type { Refusal, RefusalCode, RefusalFacts } from '#domain/refusal';
import type { LineFault } from '#domain/cards/keycard-import';
import { countText, plural, sentences } from './language.ts';

/** What stands beside a field that is not taken. It does not compile while a code has no sentence. */
const refusals: { readonly [Code in RefusalCode]: (facts: RefusalFacts<Code>) => string } = {
  'not-valid': () => 'Check this entry.',
  missing: () => 'Fill this in.',
  'too-short': ({ least }) =>
    plural(least, {
      one: `Use at least ${countText(least)} character.`,
      other: `Use at least ${countText(least)} characters.`,
    }),
  'too-long': ({ most }) =>
    plural(most, {
      one: `Use at most ${countText(most)} character.`,
      other: `Use at most ${countText(most)} characters.`,
    }),
  'too-small': ({ least }) => `Enter ${countText(least)} or more.`,
  'too-big': ({ most }) => `Enter ${countText(most)} or less.`,
  'too-few': ({ least }) => `Choose at least ${countText(least)}.`,
  'too-many': ({ most }) => `Choose at most ${countText(most)}.`,
  'name-missing': () => 'Enter a name.',
  'first-or-last-name-missing': () => 'Enter a first or a last name.',
  'not-an-email': () => 'Enter an email address such as rita@example.com.',
  'not-a-phone-number': () => 'Enter a phone number such as +351 912 345 678.',
  'no-person': () => 'Add at least one person.',
  'no-door': () => 'Add at least one door.',
  'no-door-chosen': () => 'Choose at least one door.',
  'no-weekday': () => 'Choose at least one day.',
  'departure-not-after-arrival': () => 'The departure must be after the arrival.',
  'doorcode-missing': () => 'Enter the doorcode.',
  'not-a-doorcode': ({ least, most }) => `Use ${least} to ${most} digits.`,
  'keycard-missing': () => 'Choose the keycard.',
  'too-few-nights': ({ least }) =>
    plural(least, {
      one: `Enter at least ${countText(least)} night.`,
      other: `Enter at least ${countText(least)} nights.`,
    }),
  'too-many-nights': ({ most }) =>
    plural(most, { one: `Enter at most ${countText(most)} night.`, other: `Enter at most ${countText(most)} nights.` }),
  'number-missing': () => 'Enter the number.',
  'not-a-uid': () => 'A UID has 8, 14 or 20 hexadecimal digits.',
  'passing-uid': () => 'This UID is another one each time, as a phone’s is. Take a keycard.',
  'port-missing': () => 'Choose the port.',
  'secret-missing': () => 'Enter it.',
  'new-secret-missing': () => 'Enter a new password or a new PIN.',
  'common-password': () => 'This password is too easy to guess. Choose another.',
  'not-a-pin': ({ least, most }) => `Use ${least} to ${most} digits.`,
  'not-a-time-zone': () => 'Choose a time zone from the list.',
  'not-a-web-address': () => 'Enter an address that begins with https://.',
  'client-token-missing': () => 'Enter the client token.',
  'access-token-missing': () => 'Enter the access token.',
  'not-a-setup-code': () => 'The setup code has 11 or 21 digits, or begins with MT:.',
  'too-few-seconds': ({ least }) =>
    plural(least, {
      one: `Enter at least ${countText(least)} second.`,
      other: `Enter at least ${countText(least)} seconds.`,
    }),
  'too-many-seconds': ({ most }) =>
    plural(most, {
      one: `Enter at most ${countText(most)} second.`,
      other: `Enter at most ${countText(most)} seconds.`,
    }),
  'not-digits': () => 'Enter digits.',
};

export const refusalSentences = sentences('refusals', refusals);

export function refusalSaid<Code extends RefusalCode>({ code, facts }: Refusal<Code>): string {
  return (refusalSentences[code] as (facts: RefusalFacts<Code>) => string)(facts);
}

/** The sentences by field path, of a call that was refused; empty: it was not, or not because of a field. */
export function fieldsSaid(
  refused: { readonly fields: Readonly<Record<string, Refusal>> } | null | undefined,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(refused?.fields ?? {}).map(([path, one]) => [path, refusalSaid(one)]));
}

type Fault<What extends LineFault['what']> = LineFault & { readonly what: What };

/** What is wrong with a line of a file of keycards. */
const lineFaults: { readonly [What in LineFault['what']]: (fault: Fault<What>) => string } = {
  'misplaced-quote': () => 'A quotation mark is in the wrong place.',
  'empty-file': () => 'The file is empty.',
  'no-card': () => 'There are no cards in the file.',
  'unknown-column': ({ column }) =>
    `The only columns allowed are number, name and uid, but there is one called “${column}”.`,
  'column-twice': () => 'A column is named twice.',
  'no-number-column': () => 'There is no column called “number”.',
  'more-cells-than-columns': () => 'There are more cells than columns.',
  'number-missing': () => 'The number is missing.',
  'number-too-long': ({ most }) =>
    plural(most, {
      one: `The number is longer than ${countText(most)} character.`,
      other: `The number is longer than ${countText(most)} characters.`,
    }),
  'name-too-long': ({ most }) =>
    plural(most, {
      one: `The name is longer than ${countText(most)} character.`,
      other: `The name is longer than ${countText(most)} characters.`,
    }),
  'not-a-uid': () => 'The UID must have 8, 14 or 20 hexadecimal digits.',
  'passing-uid': () => 'This UID is another one each time, as a phone’s is: the card could not be known again.',
  'number-twice': ({ first }) => `This number is already in line ${first}.`,
  'uid-twice': ({ first }) => `This UID is already in line ${first}.`,
  'number-in-stock': () => 'Another keycard in the stock has this number.',
  'uid-in-stock': ({ number }) => `The keycard with this UID is already in the stock as number ${number}.`,
};

export const lineFaultSentences = sentences('keycard-file-faults', lineFaults);

export function lineFaultSaid(fault: LineFault): string {
  return (lineFaultSentences[fault.what] as (known: LineFault) => string)(fault);
}
