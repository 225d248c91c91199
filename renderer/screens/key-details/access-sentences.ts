/** Words on and around the picture of when a key opens. */
export const accessTexts = {
  label: 'Access over the stay',
  now: 'now',
} as const;
