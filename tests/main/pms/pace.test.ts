import type { InstantText } from '#domain/time/time';
import { REQUEST_LIMIT } from '#main/pms/connectors/mews/mews-client';
import { createPace, pauseAfter, retryMoment } from '#main/pms/pace';
import { ManualClock } from '#tests/support/manual-clock';
import { mewsHarness } from '#tests/support/mews-harness';
import { SeededRandom } from '#tests/support/seeded-random';
import { expect, test } from 'vitest';

const go = new AbortController().signal;
const noon = '2026-11-23T12:00:00.000Z' as InstantText;

test('at most 180 requests are sent in any 30 seconds, and the others follow by themselves', async () => {
  const clock = new ManualClock('2026-11-23T12:00:00Z');
  const pace = createPace(clock, REQUEST_LIMIT);
  let sent = 0;
  const all = Promise.all(Array.from({ length: 400 }, () => pace.turn(go).then(() => (sent += 1))));

  await clock.advance({ milliseconds: 29_999 });
  expect(sent).toBe(180);
  await clock.advance({ milliseconds: 1 });
  expect(sent).toBe(360);
  await clock.advance({ seconds: 30 });
  await all;
  expect(sent).toBe(400);
});

test('a busy desk never meets the limit of Mews itself', async () => {
  const hotel = await mewsHarness();
  const gone = '00000000-0000-4000-a000-000000000000';
  const asked = Promise.all(Array.from({ length: 250 }, () => hotel.connector.staysById([gone], go)));
  while (hotel.calls() < 180) await new Promise(setImmediate);
  await hotel.clock.advance({ seconds: 30 });
  const answers = await asked;

  await hotel.stop();
  expect(new Set(answers.map((answer) => answer.outcome))).toEqual(new Set(['answered']));
  expect(hotel.calls()).toBe(250);
});

test('a clock that was set back does not hold requests up', async () => {
  const clock = new ManualClock('2026-11-23T12:00:00Z');
  const pace = createPace(clock, REQUEST_LIMIT);
  await Promise.all(Array.from({ length: 180 }, () => pace.turn(go)));
  await clock.set('2026-11-23T11:00:00Z');

  await pace.turn(go);
  expect(clock.waiting).toBe(0);
});

test.each([
  ['seconds', '120', null, '2026-11-23T12:02:00.000Z'],
  ['no seconds at all', '0', null, '2026-11-23T12:00:00.000Z'],
  ["a date, on Portal's clock", 'Mon, 23 Nov 2026 12:00:30 GMT', null, '2026-11-23T12:00:30.000Z'],
  [
    'a date, on a server 10 s ahead',
    'Mon, 23 Nov 2026 12:00:30 GMT',
    'Mon, 23 Nov 2026 12:00:10 GMT',
    '2026-11-23T12:00:20.000Z',
  ],
  ['a date that is past', 'Mon, 23 Nov 2026 11:00:00 GMT', null, '2026-11-23T12:00:00.000Z'],
  ['nothing', null, null, null],
  ['nonsense', 'soon', null, null],
])('Retry-After with %s is understood', (_, retryAfter, date, expected) => {
  expect(retryMoment(retryAfter, date, noon)).toBe(expected);
});

test('pauses double, and two clients do not pause alike', () => {
  const one = [1, 2, 3, 4].map((nth) => pauseAfter(nth, new SeededRandom(1)).total('milliseconds'));
  const other = [1, 2, 3, 4].map((nth) => pauseAfter(nth, new SeededRandom(2)).total('milliseconds'));

  expect(one.map((pause, nth) => Math.floor(pause / 2 ** nth / 500))).toEqual([2, 2, 2, 2]);
  expect(other).not.toEqual(one);
});
