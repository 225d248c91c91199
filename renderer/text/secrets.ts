import { sentences } from './language.ts';

/** One's own password and PIN. */
export const secretsText = sentences('secrets', {
  tooShort: 'Use at least 8 characters.',
  tooCommon: 'This is one of the first that anyone would guess. Choose another.',
  differ: 'The two passwords do not match.',
  pinWrong: 'Use 4 to 8 digits.',
  title: 'Password and PIN',
  firstTitle: (name: string) => `Welcome, ${name}`,
  firstWords: 'Your one-time code has been used. Now choose your own password; nobody else will know it.',
  words: 'Leave blank what should stay the same. A new password signs you out everywhere else.',
  current: 'Current password',
  password: 'New password',
  passwordMeaning: 'At least 8 characters; a few words work well.',
  again: 'Repeat new password',
  pin: 'PIN',
  pinOptional: 'PIN (optional)',
  pinMeaning: '4 to 8 digits. It unlocks your own screen on this PC, and nothing else.',
  save: 'Save',
  first: 'Continue',
});

/** The locked screen, and what locks it. */
export const lockText = sentences('screen-lock', {
  title: (name: string) => `${name} is away`,
  words: 'The screen is locked. Unlock it to return to the same page.',
  pin: 'PIN or password',
  password: 'Password',
  act: 'Unlock',
  somebodyElse: 'Sign in as someone else',
  away: 'Lock screen',
});
