import { nextAttemptAt, waitBefore } from '#domain/locks/retry-schedule';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { moment } from './hotel.ts';

test.each([
  [1, 'PT0S'],
  [2, 'PT1M'],
  [3, 'PT1M'],
  [4, 'PT1M'],
  [5, 'PT2M'],
  [6, 'PT3M'],
  [7, 'PT5M'],
  [8, 'PT5M'],
  [100_000, 'PT5M'],
])('attempt %i is made %s after the one before it', (attempt, wait) => {
  expect(waitBefore(attempt).toString()).toBe(wait);
});

test('the first seven attempts of a lock that is offline from six are at 0, 1, 2, 3, 5, 8 and 13 minutes past', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 7].map((attempt) => waitBefore(attempt).total('minutes'));

  expect(minutes.map((_, index) => minutes.slice(0, index + 1).reduce((sum, each) => sum + each, 0))).toEqual([
    0, 1, 2, 3, 5, 8, 13,
  ]);
});

test('the next attempt is counted from the last one', () => {
  expect(nextAttemptAt({ attemptsMade: 0, lastAttemptAt: moment('2026-11-23T15:00') })).toBe(
    '2026-11-23T15:00:00.000Z',
  );
  expect(nextAttemptAt({ attemptsMade: 4, lastAttemptAt: moment('2026-11-23T15:00') })).toBe(
    '2026-11-23T15:02:00.000Z',
  );
  expect(nextAttemptAt({ attemptsMade: 9, lastAttemptAt: moment('2026-11-23T15:00') })).toBe(
    '2026-11-23T15:05:00.000Z',
  );
  expect(Temporal.Duration.compare(waitBefore(7), waitBefore(999))).toBe(0);
});
