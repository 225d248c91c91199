import { expect, it } from 'vitest';
import type { InstantText, ZoneName } from '#domain/time/time';
import { zoneOffsets } from '#domain/time/zone-offsets';

const winter = '2026-12-01T10:00:00.000Z' as InstantText;
const summer = '2026-07-01T10:00:00.000Z' as InstantText;

it('a clock is told the time of now and the next change', () => {
  expect(zoneOffsets('Europe/Lisbon' as ZoneName, winter, 2)).toEqual({
    standard: 0,
    daylight: [
      { offset: 0, from: '2026-10-25T01:00:00.000Z', until: '2027-03-28T01:00:00.000Z' },
      { offset: 3600, from: '2027-03-28T01:00:00.000Z', until: '2027-10-31T01:00:00.000Z' },
    ],
  });
});

it('one that remembers a single piece is told the one that runs', () => {
  expect(zoneOffsets('America/New_York' as ZoneName, summer, 1)).toEqual({
    standard: -5 * 3600,
    daylight: [{ offset: 3600, from: '2026-03-08T07:00:00.000Z', until: '2026-11-01T06:00:00.000Z' }],
  });
});

it('where the clocks never change, it is told so for good', () => {
  expect(zoneOffsets('Asia/Kolkata' as ZoneName, winter, 2)).toEqual({
    standard: 5.5 * 3600,
    daylight: [{ offset: 0, from: '2026-11-30T10:00:00.000Z', until: null }],
  });
});

it('where winter is the exception, the wall clock is the same', () => {
  expect(zoneOffsets('Europe/Dublin' as ZoneName, summer, 1)).toEqual({
    standard: 0,
    daylight: [{ offset: 3600, from: '2026-03-29T01:00:00.000Z', until: '2026-10-25T01:00:00.000Z' }],
  });
});
