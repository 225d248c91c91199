import type { DemoActInput } from '#api/inputs';

/** Where a stay stands at the PMS, in the few words that decide what may be done with it. */
export type DemoStay = 'expected' | 'in-house' | 'departed' | 'ended';

/** The simulated PMS uses Mews' words. */
export function stayOf(state: string): DemoStay {
  if (state === 'Started' || state === 'in-house') return 'in-house';
  if (state === 'Processed' || state === 'departed') return 'departed';
  return ['Canceled', 'NoShow', 'cancelled', 'no-show'].includes(state) ? 'ended' : 'expected';
}

/** What can be done at the PMS with a stay: the usual next step, and the rest. */
export function actsFor(stay: DemoStay): {
  readonly first: DemoActInput['act'];
  readonly rest: readonly DemoActInput['act'][];
} {
  switch (stay) {
    case 'expected':
      return { first: 'check-in', rest: ['move', 'dates', 'cancel', 'no-show'] };
    case 'in-house':
      return { first: 'check-out', rest: ['move', 'dates'] };
    case 'departed':
    case 'ended':
      return { first: 'reinstate', rest: [] };
  }
}
