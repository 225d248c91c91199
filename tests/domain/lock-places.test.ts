import { describe, expect, it } from 'vitest';
import type { LockRef } from '#domain/house/door';
import type { LockEntry } from '#domain/locks/lock-entry';
import { isOf, mustWait, nextInLine, placeFor, soonestFirst } from '#domain/locks/lock-places';
import { sixDigits } from './hotel.ts';
import { content, entry, job } from './lock-entries.ts';

const twoPlaces = { limits: { ...sixDigits, places: 2 }, foreign: [] };
const onLock = entry({ id: 'lock-101/held' as never });
const waiting = { ...job, attempts: 0, lastError: null };
const full = { kind: 'no-space' as const, native: 'full' };
const opening = (from: string) => ({ ...content, window: { ...content.window, from: from as never } });
const fresh = unwritten('fresh', '2026-11-24T15:00');
const inLine = unwritten('in-line', '2026-11-25T15:00', { ...waiting, state: 'suspended', lastError: full });

/** Never written, for a stay from then on. */
function unwritten(id: string, from: string, itsJob: LockEntry['job'] = waiting): LockEntry {
  const nothing = { held: null, touched: false, ref: null };
  return entry({ id: `lock-101/${id}` as never, wanted: opening(from), ...nothing, job: itsJob });
}

describe('a place of a lock', () => {
  it('is taken by what may have landed there', () => {
    const mayHaveLanded = { ...inLine, touched: true, job: { ...waiting, readFirst: true } };

    expect(mustWait(fresh, twoPlaces, [onLock, mayHaveLanded, fresh])).toBe(true);
  });

  it('is not taken by what only waits for one', () => {
    const called = { ...inLine, touched: true, job: { ...waiting, lastError: full } };

    expect(mustWait(fresh, twoPlaces, [onLock, called, fresh])).toBe(false);
  });
});

describe('a write that needs a place', () => {
  it('goes to the lock while one is free', () => {
    expect(mustWait(fresh, twoPlaces, [onLock, fresh])).toBe(false);
  });

  it('waits when none is', () => {
    expect(mustWait(fresh, { ...twoPlaces, foreign: ['7' as LockRef] }, [onLock, fresh])).toBe(true);
  });

  it('waits behind those whom the lock has just refused, though it should have places', () => {
    expect(mustWait(fresh, twoPlaces, [onLock, inLine, fresh])).toBe(true);
  });

  it('goes to the lock when its turn in the line has come', () => {
    const called = { ...inLine, job: { ...waiting, lastError: full } };

    expect(mustWait(called, twoPlaces, [onLock, called])).toBe(false);
  });
});

it('a change of what is on a full lock needs no place', () => {
  const changed = entry({ wanted: opening('2026-11-23T12:00'), job: waiting });

  expect(mustWait(changed, { ...twoPlaces, foreign: ['7' as LockRef] }, [changed, onLock])).toBe(false);
});

describe('the line', () => {
  const later = unwritten('later', '2026-11-27T15:00', inLine.job);

  it('is called in the order in which the doors open', () => {
    expect(nextInLine(twoPlaces, [onLock, later, inLine])?.id).toBe('lock-101/in-line');
  });

  it('is not called while the lock is full', () => {
    expect(nextInLine({ ...twoPlaces, foreign: ['7' as LockRef] }, [onLock, later, inLine])).toBeNull();
  });

  it('does not hold those whom staff gave up, or whose access is over', () => {
    const givenUp = { ...later, job: { ...waiting, state: 'given-up' as const, lastError: full } };
    const over = { ...inLine, wanted: null };

    expect(nextInLine(twoPlaces, [givenUp, over])).toBeNull();
  });
});

it('a lock is written to in this order: what ends, what opens soonest, what was queued first', () => {
  const ends = { ...onLock, id: 'lock-101/ends' as never, wanted: null, job: waiting };
  const soon = unwritten('soon', '2026-11-24T15:00', { ...waiting, queuedAt: '2026-11-23T15:26:00.000Z' as never });
  const alsoSoon = unwritten('also', '2026-11-24T15:00', { ...waiting, queuedAt: '2026-11-23T15:27:00.000Z' as never });

  expect([alsoSoon, inLine, soon, ends].toSorted(soonestFirst).map(({ id }) => id)).toEqual([
    'lock-101/ends',
    'lock-101/soon',
    'lock-101/also',
    'lock-101/in-line',
  ]);
});

describe('on a lock that knows its credentials by place', () => {
  const byPlace = { limits: { ...sixDigits, places: 4, recognisedBy: 'place' as const }, foreign: ['2' as LockRef] };
  const first = entry({ ref: '1' as LockRef });

  it('an entry gets the lowest place that is nobody’s', () => {
    expect(placeFor(byPlace, [first, fresh])).toBe('3');
  });

  it('an entry keeps its place until the lock is verified empty of it', () => {
    const leaving = { ...first, wanted: null, held: null };

    expect(placeFor(byPlace, [leaving, entry({ ref: '3' as LockRef })])).toBe('4');
  });

  it('there may be no place left', () => {
    expect(placeFor({ ...byPlace, limits: { ...byPlace.limits, places: 2 } }, [first])).toBeNull();
  });

  it('what is found at its place is the entry’s, once it was written there', () => {
    expect(isOf(byPlace, first, { tag: null, ref: '1' as LockRef })).toBe(true);
    expect(isOf(byPlace, { ...first, touched: false }, { tag: null, ref: '1' as LockRef })).toBe(false);
  });
});
