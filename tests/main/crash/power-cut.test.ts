import { expect, it } from 'vitest';
import { badDay, clerksDay, outcomeOf, runDay } from '#tests/support/clerks-day';

/** The quick run cuts at every fifth step. */
const stride = process.env['PORTAL_QUICK'] === '1' ? 5 : 1;

const expected = {
  held: ['203 2026-11-23T14:00 to 2026-11-25T11:00', 'Pool 2026-11-23T14:00 to 2026-11-25T11:00'],
  isRight: true,
  jobs: 0,
  keys: ['Conti revoked', 'Okafor current', 'Reis past'],
  alerts: [],
};

it.each([
  ["a clerk's day", clerksDay],
  ['a bad day, with locks out of reach and slow,', badDay],
])(
  '%s with one power cut ends as the day without, wherever the cut comes',
  async (_, day) => {
    const calm = await runDay(day);
    const others = [];
    for (let cut = 0; cut < calm.stepsTaken; cut += stride) {
      const end = await outcomeOf(await runDay(day, cut));
      if (JSON.stringify(end) !== JSON.stringify(expected)) others.push({ cut, end });
    }

    expect(calm.stepsTaken).toBeGreaterThan(100);
    expect(await outcomeOf(calm)).toEqual(expected);
    expect(others).toEqual([]);
  },
  120_000,
);
