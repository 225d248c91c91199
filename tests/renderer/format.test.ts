import { describe, expect, it } from 'vitest';
import type { InstantText, LocalDateTime, ZoneName } from '#domain/time/time';
import {
  agoText,
  clockText,
  clockTimeFrom,
  countdownText,
  groupedCode,
  initials,
  listName,
  localText,
  momentText,
  shortLocalText,
  sinceText,
  zoneCity,
} from '../../renderer/text/format.ts';

const lisbon = 'Europe/Lisbon' as ZoneName;
const auckland = 'Pacific/Auckland' as ZoneName;
const moment = (text: string) => text as InstantText;
const local = (text: string) => text as LocalDateTime;
const now = moment('2026-11-23T16:42:00.000Z');

describe('times as the desk reads them', () => {
  it('a moment is shown on the clock of the property, not of the PC', () => {
    expect(momentText(moment('2026-11-23T15:00:00.000Z'), lisbon)).toBe('Mon 23 Nov 15:00');
    expect(momentText(moment('2026-11-23T15:00:00.000Z'), auckland)).toBe('Tue 24 Nov 04:00');
  });

  it('midnight is 00:00', () => {
    expect(clockText(moment('2026-11-24T00:00:00.000Z'), lisbon)).toBe('00:00');
  });

  it('summer time moves the clock, as it does at the hotel', () => {
    expect(clockText(moment('2026-07-01T15:00:00.000Z'), lisbon)).toBe('16:00');
  });

  it('a time that is local already is left as it is', () => {
    expect(localText(local('2026-11-23T15:00'))).toBe('Mon 23 Nov 15:00');
  });

  it('in a list a day of these two weeks needs no month', () => {
    expect(shortLocalText(local('2026-11-21T15:00'), now, lisbon)).toBe('Sat 21 15:00');
    expect(shortLocalText(local('2026-12-01T11:00'), now, lisbon)).toBe('Tue 1 Dec 11:00');
    expect(shortLocalText(local('2026-12-08T11:00'), now, lisbon)).toBe('Tue 8 Dec 11:00');
    expect(shortLocalText(local('2027-02-03T11:00'), now, lisbon)).toBe('3 Feb 2027');
  });

  it('something of today began at a time, something older on a day', () => {
    expect(sinceText(moment('2026-11-23T15:58:00.000Z'), now, lisbon)).toBe('15:58');
    expect(sinceText(moment('2026-11-21T15:58:00.000Z'), now, lisbon)).toBe('Sat 21 Nov 15:58');
    expect(sinceText(moment('2025-11-23T15:58:00.000Z'), now, lisbon)).toBe('Sun 23 Nov 15:58');
  });

  it.each([
    ['2026-11-23T16:42:00.000Z', 'just now'],
    ['2026-11-23T16:41:48.000Z', '12 s ago'],
    ['2026-11-23T16:38:00.000Z', '4 min ago'],
    ['2026-11-23T13:00:00.000Z', '3 h ago'],
    ['2026-11-18T16:42:00.000Z', '5 days ago'],
    ['2026-11-23T16:43:00.000Z', 'just now'],
  ])('%s was %s', (at, said) => {
    expect(agoText(moment(at), now)).toBe(said);
  });

  it.each([
    ['2026-11-23T16:42:42.000Z', '0:42'],
    ['2026-11-23T16:44:14.000Z', '2:14'],
    ['2026-11-23T17:44:03.000Z', '1:02:03'],
    ['2026-11-23T16:42:00.400Z', '0:01'],
    ['2026-11-23T16:40:00.000Z', '0:00'],
  ])('the next try at %s is %s away', (to, left) => {
    expect(countdownText(moment(to), now)).toBe(left);
  });
});

describe('a time may be typed as the desk writes it', () => {
  it.each([
    ['15:00', '15:00'],
    ['15', '15:00'],
    ['1530', '15:30'],
    ['9.05', '09:05'],
    [' 7h30 ', '07:30'],
  ])('%s is understood', (typed, clock) => {
    expect(clockTimeFrom(typed)).toBe(clock);
  });

  it.each(['24:00', '12:60', 'noon', '', '123456'])('%s is not', (typed) => {
    expect(clockTimeFrom(typed)).toBeNull();
  });
});

describe('codes and names', () => {
  it.each([
    ['4829', '48 29'],
    ['48291', '482 91'],
    ['482913', '482 913'],
    ['4829135', '482 91 35'],
    ['48291355', '482 913 55'],
    ['0123456789', '012 345 67 89'],
  ])('%s is read aloud as %s', (code, aloud) => {
    expect(groupedCode(code)).toBe(aloud);
  });

  it('a zone is called by its city', () => {
    expect(zoneCity('America/New_York' as ZoneName)).toBe('New York');
  });

  it('a guest with one name is listed by it', () => {
    expect(listName({ firstName: 'Amara', lastName: 'Okafor' })).toBe('Okafor, Amara');
    expect(listName({ firstName: '', lastName: 'Okafor' })).toBe('Okafor');
  });

  it('initials are of the first and the last name', () => {
    expect(initials('Inês Maria Ramos')).toBe('IR');
    expect(initials('Inês')).toBe('I');
  });
});
