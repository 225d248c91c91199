import { expect, test } from 'vitest';
import { dayAfter, dayFrom } from '../../renderer/components/typed-day.ts';
import { fullDateText } from '../../renderer/text/format.ts';

const today = '2026-11-23';

test('a day is shown with its weekday and the name of its month', () => {
  expect(fullDateText('2026-11-25')).toBe('Wed 25 Nov 2026');
});

test('a day may be typed as the desk writes it, the day before the month', () => {
  const typed = ['25 Nov', '25.11.', '25/11/2026', '25-11-26', 'Wed 25 november 2026', '2026-11-25', '25nov'];

  expect(typed.map((words) => dayFrom(words, today))).toEqual(typed.map(() => '2026-11-25'));
});

test('what is shown is read back as the same day', () => {
  expect(dayFrom(fullDateText('2027-02-03'), today)).toBe('2027-02-03');
});

test('without a year it is the nearest such day, so that January comes after a November', () => {
  expect(dayFrom('2 Jan', today)).toBe('2027-01-02');
  expect(dayFrom('30 Oct', today)).toBe('2026-10-30');
});

test('a day that does not exist is none', () => {
  expect(
    ['31 Nov', '30.2.2027', '0.1.', '12 Foo', '25', '', '2026-13-01'].map((words) => dayFrom(words, today)),
  ).toEqual(Array.from({ length: 7 }, () => null));
});

test('the 29th of February is the one of a leap year, where it is said', () => {
  expect(dayFrom('29 Feb 2028', today)).toBe('2028-02-29');
  expect(dayFrom('29 Feb', today)).toBeNull();
});

test('a day on runs over the end of the month', () => {
  expect(dayAfter('2026-11-30', 1)).toBe('2026-12-01');
  expect(dayAfter('2027-01-01', -1)).toBe('2026-12-31');
});
