import { countText } from '../format.ts';

/** After an outage of the PMS. */
export const stuckKeysText = {
  count: (count: number) =>
    count === 1
      ? '1 current key is not allowed to be provisioned.'
      : `${countText(count)} current keys are not allowed to be provisioned.`,
  why: {
    'not-allowed':
      'While the PMS does not answer, Portal hears of no check-in. Allow those whose guests are at the desk, all at once.',
    late: 'Portal heard of these stays only after their arrival. Choose them all and allow provisioning.',
  },
  show: 'Show these keys',
} as const;
