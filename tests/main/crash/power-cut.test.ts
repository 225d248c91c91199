import { expect, it } from 'vitest';
import { clerksDay, outcomeOf, runDay } from '#tests/support/clerks-day';

/** The quick run cuts at every fifth step. */
const stride = process.env['PORTAL_QUICK'] === '1' ? 5 : 1;

it("a clerk's day with one power cut ends as the day without, wherever the cut comes", async () => {
  const calm = await runDay(clerksDay);
  const expected = await outcomeOf(calm);
  const others = [];
  for (let cut = 0; cut < calm.stepsTaken; cut += stride) {
    const end = await outcomeOf(await runDay(clerksDay, cut));
    if (JSON.stringify(end) !== JSON.stringify(expected)) others.push({ cut, end });
  }

  expect(calm.stepsTaken).toBeGreaterThan(100);
  expect(expected).toEqual({
    held: ['203 2026-11-23T14:00 to 2026-11-25T11:00', 'Pool 2026-11-23T14:00 to 2026-11-25T11:00'],
    isRight: true,
    jobs: 0,
    keys: ['Conti revoked', 'Okafor current', 'Reis past'],
    alerts: [],
  });
  expect(others).toEqual([]);
}, 120_000);
