import { expect, it } from 'vitest';
import { houseTime } from '#domain/time/clock-doubt';

const minutes = 60_000;
const days = 24 * 60 * minutes;
const mews = (aheadMs: number) => ({ from: 'pms/mews', aheadMs });
const other = (aheadMs: number) => ({ from: 'pms/cloudbeds', aheadMs });

it('a PC that nobody contradicts is believed', () => {
  expect(houseTime([])).toEqual({ offsetMs: 0, doubt: null });
  expect(houseTime([mews(90_000)])).toEqual({ offsetMs: 0, doubt: null });
});

it('a PC three days ahead lives by the clock of the PMS', () => {
  expect(houseTime([mews(-3 * days)])).toMatchObject({ offsetMs: -3 * days, doubt: { wrong: 'unknown' } });
});

it('a PMS ahead of the PC ends nothing before its time', () => {
  expect(houseTime([mews(10 * minutes)])).toMatchObject({ offsetMs: 0, doubt: { aheadMs: 10 * minutes } });
});

it('where a third clock agrees with the PC, the other one is wrong', () => {
  expect(houseTime([mews(-1 * days), other(1_000)])).toMatchObject({
    offsetMs: 0,
    doubt: { from: 'pms/mews', wrong: 'other' },
  });
});

it('where two others agree, the PC is wrong, ahead or behind', () => {
  expect(houseTime([mews(1 * days), other(1 * days + 500)])).toMatchObject({
    offsetMs: 1 * days,
    doubt: { wrong: 'pc' },
  });
});

it('where everybody says something else, it is as late as the earliest says', () => {
  expect(houseTime([mews(-1 * days), other(2 * days)])).toMatchObject({
    offsetMs: -1 * days,
    doubt: { wrong: 'unknown' },
  });
});
