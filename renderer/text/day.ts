/** Words of a field for a day. */
export const dayText = {
  calendar: 'Calendar',
  wrong: 'Enter a day such as 25 Nov.',
} as const;
