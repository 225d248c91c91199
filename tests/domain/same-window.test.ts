import { expect, it } from 'vitest';
import { sameWindow } from '#domain/locks/same-window';
import { lockWindow } from '#domain/key/access-window';

const stay = { from: '2026-11-23T15:00', to: '2026-11-25T11:00' };
const window = (limits: object) => lockWindow.parse({ ...stay, weekdays: null, hours: null, ...limits });

it('a lock that says "every day" for all seven days holds what was asked', () => {
  expect(sameWindow(window({ weekdays: [7, 1, 2, 3, 4, 5, 6] }), window({}))).toBe(true);
});

it('hours that end at midnight are the same as hours that end at 23:59', () => {
  expect(
    sameWindow(window({ hours: { from: '09:00', to: '00:00' } }), window({ hours: { from: '09:00', to: '23:59' } })),
  ).toBe(true);
});

it('the whole day is no limit', () => {
  expect(sameWindow(window({ hours: { from: '00:00', to: '23:59' } }), window({}))).toBe(true);
});

it('another day, another hour or another departure is another window', () => {
  expect(sameWindow(window({ weekdays: [1] }), window({ weekdays: [2] }))).toBe(false);
  expect(
    sameWindow(window({ hours: { from: '09:00', to: '15:00' } }), window({ hours: { from: '09:00', to: '15:30' } })),
  ).toBe(false);
  expect(sameWindow(window({}), window({ to: '2026-11-25T12:00' }))).toBe(false);
  expect(sameWindow(window({}), null)).toBe(false);
});
