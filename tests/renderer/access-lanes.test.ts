import { expect, test } from 'vitest';
import { localDateTime } from '#domain/time/time';
import { accessPicture } from '../../renderer/screens/key-details/access-lanes.ts';
import { limitsText } from '../../renderer/text/access-words.ts';
import { shortPeriodText } from '../../renderer/text/format.ts';
import { door204, pool } from './key-fixtures.ts';

const at = (text: string) => localDateTime.parse(text);

test('doors with the same Access Period share a lane, from margin to margin', () => {
  const picture = accessPicture([door204, pool], at('2026-11-24T13:00'));

  expect(picture?.lanes).toEqual([{ doors: ['204', 'Pool'], from: 12, to: 88, isRevoked: false }]);
  expect(picture?.now).toBeCloseTo(50);
});

test('a door with its own period has its own lane inside the stay', () => {
  const half = { ...pool, departure: at('2026-11-24T13:00') };

  expect(accessPicture([door204, half], at('2026-11-24T13:00'))?.lanes[1]).toEqual({
    doors: ['Pool'],
    from: 12,
    to: 50,
    isRevoked: false,
  });
});

test('now is left out when the stay is weeks away', () => {
  expect(accessPicture([door204], at('2026-11-01T09:00'))?.now).toBeNull();
});

test('a key without doors has no picture', () => {
  expect(accessPicture([], at('2026-11-23T15:00'))).toBeNull();
});

test('the Access Period and its limits are written short', () => {
  expect(shortPeriodText(door204)).toBe('23 Nov 15:00 – 25 Nov 11:00');
  expect(limitsText(door204)).toBeNull();
  expect(limitsText({ weekdays: [1, 2, 3, 4, 5, 7], hours: { from: '08:00', to: '20:00' } as never })).toBe(
    'Mon–Fri, Sun · 08:00–20:00',
  );
});
