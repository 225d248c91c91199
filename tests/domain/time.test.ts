import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it, test } from 'vitest';
import { localDateTime } from '#domain/time/time';

test.each([
  '2026-02-29T10:00',
  '2100-02-29T10:00',
  '2026-04-31T10:00',
  '2026-13-01T10:00',
  '2026-00-10T10:00',
  '2026-11-00T10:00',
  '2026-11-23T24:00',
  '2026-11-23T10:60',
])('%s is no moment of any day', (text) => {
  expect(localDateTime.safeParse(text).success).toBe(false);
});

test.each(['2028-02-29T10:00', '2000-02-29T23:59', '2026-12-31T00:00'])('%s is one', (text) => {
  expect(localDateTime.safeParse(text).success).toBe(true);
});

it('takes and refuses exactly what the calendar does', () => {
  const digits = (length: number, most: number) =>
    fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(length, '0'));
  const texts = fc
    .tuple(digits(4, 9999), digits(2, 14), digits(2, 33), digits(2, 25), digits(2, 61))
    .map(([year, month, day, hour, minute]) => `${year}-${month}-${day}T${hour}:${minute}`);
  fc.assert(
    fc.property(texts, (text) => {
      const byCalendar = isInCalendar(text);

      expect(localDateTime.safeParse(text).success).toBe(byCalendar);
    }),
    { numRuns: 2_000 },
  );
});

function isInCalendar(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
