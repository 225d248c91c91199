import type { KeyStatus } from '#domain/key/key';
import { sentences } from '../text/language.ts';

export const searchText = sentences('search', {
  label: 'Search',
  placeholder: 'Guest, room or reservation',
  shortcut: 'Ctrl K',
  results: 'Results',
  none: (text: string) => `Nothing found for “${text}”. Search for a guest, a room, a door or a reservation number.`,
  waiting: 'Searching…',
  door: 'Door',
  encode: 'Keycard',
  encodeFor: (owner: string) => `Encode a keycard for ${owner}`,
  status: { upcoming: 'Upcoming', current: 'Current', past: 'Past', revoked: 'Revoked' } satisfies Record<
    KeyStatus,
    string
  >,
});

/** `?` shows these. */
export const shortcutTexts = sentences('shortcuts', {
  title: 'Keyboard shortcuts',
  all: [
    { keys: ['/'], does: 'Search' },
    { keys: ['Ctrl', 'K'], does: 'Search, even while typing elsewhere' },
    { keys: ['encode 204'], does: 'In the search: make a keycard for that room or guest' },
    { keys: ['↑', '↓'], does: 'Move through results or rows' },
    { keys: ['A'], does: 'Add Key, on Keys' },
    { keys: ['Enter'], does: 'Open what is highlighted' },
    { keys: ['Space'], does: 'Choose a key for an act on many' },
    { keys: ['Shift', '↓'], does: 'Choose the next rows too' },
    { keys: ['Ctrl', 'A'], does: 'Choose every key in the list' },
    { keys: ['Esc'], does: 'Clear the search, close a dialog' },
    { keys: ['G', 'K'], does: 'Go to Keys' },
    { keys: ['G', 'D'], does: 'Go to Doors' },
    { keys: ['G', 'C'], does: 'Go to Keycards' },
    { keys: ['G', 'A'], does: 'Go to Activity' },
    { keys: ['G', 'S'], does: 'Go to Settings' },
    { keys: ['F9'], does: 'Lock the screen' },
    { keys: ['?'], does: 'Show this list' },
  ] as readonly { readonly keys: readonly string[]; readonly does: string }[],
});

/** Asked before something that the whole hotel depends on. */
export const confirmText = sentences('confirm-password', {
  title: 'Enter your password',
  words: 'The whole hotel depends on this. Portal asks for your password once every five minutes.',
  password: 'Password',
  act: 'Continue',
});
