import { describe, expect, test } from 'vitest';
import { allocateDoorcode, keepOrAllocate } from '#domain/credentials/allocation';
import { lockLimits } from '#domain/house/door';
import { holdsWindow, keepsWindow, keptWindow } from '#domain/locks/kept-window';
import { lockWindow } from '#domain/key/access-window';
import { request, sixDigits } from './hotel.ts';

const weekend = lockWindow.parse({ from: '2026-11-27T15:00', to: '2026-11-30T11:00', weekdays: [6, 7], hours: null });
const dates = lockWindow.parse({ ...weekend, weekdays: null });

describe('limits as an older release kept them', () => {
  const older = { codeLength: { min: 4, max: 8 }, slots: 40, windows: 'native', weekly: true, cards: true };

  test('are read with their places and windows', () => {
    expect(lockLimits.parse(older)).toMatchObject({ places: 40, windows: 'dates-and-weekly', cards: true });
  });

  test('without weekly windows are dates only', () => {
    expect(lockLimits.parse({ ...older, weekly: false }).windows).toBe('dates');
  });

  test('without windows are none, whatever else they say', () => {
    expect(lockLimits.parse({ ...older, windows: 'none' }).windows).toBe('none');
  });

  test('are those of a lock on mains that knows tags and answers for itself', () => {
    expect(lockLimits.parse(older)).toMatchObject({
      recognisedBy: 'tag',
      proof: 'lock',
      askEvery: 12,
      codes: 'chosen',
    });
  });
});

describe('of a window a lock is told', () => {
  test('all that it keeps', () => {
    expect(keptWindow({ windows: 'dates-and-weekly' }, weekend)).toEqual(weekend);
    expect(keepsWindow({ windows: 'dates-and-weekly' }, weekend)).toBe(true);
  });

  test('the dates, where it keeps no days of the week', () => {
    expect(keptWindow({ windows: 'dates' }, weekend)).toEqual(dates);
    expect(keepsWindow({ windows: 'dates' }, weekend)).toBe(false);
    expect(keepsWindow({ windows: 'dates' }, dates)).toBe(true);
  });

  test('nothing, where it keeps none: it then holds whatever is on it', () => {
    expect(keptWindow({ windows: 'none' }, dates)).toBeNull();
    expect(holdsWindow({ windows: 'none' }, null, dates)).toBe(true);
    expect(holdsWindow({ windows: 'dates' }, null, dates)).toBe(false);
  });
});

describe('a lock that makes its own codes', () => {
  const limits = [sixDigits, { ...sixDigits, codes: 'computed' as const }];
  const refusal = { outcome: 'unassigned', reason: 'computed-by-lock', heldBy: null };

  test('takes none that is drawn: the key gets no doorcode, and staff are told why', () => {
    expect(allocateDoorcode(request({ limits }))).toEqual(refusal);
  });

  test('takes none that staff choose, however long or well chosen', () => {
    expect(allocateDoorcode(request({ limits, policy: 'preferred', asked: '482913' }))).toEqual(refusal);
    expect(allocateDoorcode(request({ limits, policy: 'strict', asked: '123456' }))).toEqual(refusal);
  });

  test('takes none that the key has already', () => {
    expect(keepOrAllocate('482913', request({ limits }))).toEqual(refusal);
  });
});
