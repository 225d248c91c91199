import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursBeside } from '#domain/time/hour-beside';
import type { ClockTime, InstantText, ZoneName } from '#domain/time/time';

const usual = { defaultArrival: '15:00' as ClockTime, defaultDeparture: '11:00' as ClockTime };
const lisbon = 'Europe/Lisbon' as ZoneName;
const stay = (arrivalHour: number, departureHour: number) => ({
  scheduledArrival: `2026-12-01T${String(arrivalHour).padStart(2, '0')}:00:00.000Z` as InstantText,
  scheduledDeparture: `2026-12-03T${String(departureHour).padStart(2, '0')}:00:00.000Z` as InstantText,
});
const many = (count: number, each: ReturnType<typeof stay>) => Array.from({ length: count }, () => each);

describe('whether the hotel’s wall clock is an hour off', () => {
  it('is said when most stays begin and end an hour beside the usual times', () => {
    expect(hoursBeside(many(6, stay(16, 12)), usual, lisbon)).toBe(1);
    expect(hoursBeside(many(6, stay(14, 10)), usual, lisbon)).toBe(-1);
  });

  it('is not said of a few, of late arrivals who leave on time, or of a house that is half so', () => {
    expect(hoursBeside(many(4, stay(16, 12)), usual, lisbon)).toBe(0);
    expect(hoursBeside(many(20, stay(16, 11)), usual, lisbon)).toBe(0);
    expect(hoursBeside([...many(6, stay(16, 12)), ...many(6, stay(15, 11))], usual, lisbon)).toBe(0);
  });

  it('is never said where the zone data is right, whoever else comes at odd hours', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 10 }), (odd) => {
        const stays = [...many(odd.length, stay(15, 11)), ...odd.map(([from, to]) => stay(from, to))];
        expect(hoursBeside(stays, usual, lisbon)).toBe(0);
      }),
    );
  });
});
