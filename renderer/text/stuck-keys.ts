import { countText, plural, sentences } from './language.ts';

/** After an outage of the PMS. */
export const stuckKeysText = sentences('stuck-keys', {
  count: (count: number) =>
    plural(count, {
      one: '1 current key is not allowed to be provisioned.',
      other: `${countText(count)} current keys are not allowed to be provisioned.`,
    }),
  why: {
    'not-allowed':
      'While the PMS is not answering, Portal hears of no check-ins. Allow those whose guests are at the desk, all at once.',
    late: 'Portal only heard of these stays after their arrival. Choose them all and allow provisioning.',
  },
  show: 'Show these keys',
});
