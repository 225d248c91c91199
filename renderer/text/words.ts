import { sentences } from './language.ts';

/** Words that many screens share. */
export const words = sentences('words', {
  cancel: 'Cancel',
  close: 'Close',
  showTyped: 'Show what is typed',
  save: 'Save',
  open: 'Open',
  loading: 'Loading…',
  /** After an edit that somebody else was quicker with. */
  showNow: 'Show current version',
  /** Where a page is, above its title. */
  trail: 'Breadcrumb',
  notAnswering: 'Portal is not answering. Trying again…',
});
