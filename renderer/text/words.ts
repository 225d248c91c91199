/** Words that many screens share. */
export const words = {
  cancel: 'Cancel',
  close: 'Close',
  showTyped: 'Show what is typed',
  save: 'Save',
  open: 'Open',
  loading: 'Loading…',
  tryAgain: 'Try again',
  notAnswering: 'Portal is not answering. Trying again…',
} as const;
