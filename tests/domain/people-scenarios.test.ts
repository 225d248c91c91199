import { claimedInterval, claimsOf, claimsOfEntry } from '#domain/credentials/code-claim';
import { allocateDoorcode } from '#domain/credentials/allocation';
import { describe, expect, test } from 'vitest';
import {
  codeOf,
  doors,
  edited,
  heard,
  keyOf,
  locksHolding,
  moment,
  named,
  request,
  settings,
  space,
  stay,
  tell,
} from './hotel.ts';
import { entry } from './lock-entries.ts';

/** Who is on a key. */

const inHouse = { state: 'in-house', actualArrival: moment('2026-11-23T15:20') } as const;
const withoutDoorcodes = { ...settings, doorcodes: false };
const booked = () => heard(stay(), '2026-11-20T09:00');
const ana = named('Ana', 'Costa');
const bruno = named('Bruno', 'Dias', { primary: false });

describe('the guests', () => {
  test('the primary guest has the doorcode, the other is on the key without one', () => {
    const told = heard(stay({ guests: [bruno, ana] }), '2026-11-20T09:00');

    expect(keyOf(told).people).toMatchObject([
      { firstName: 'Ana', doorcode: { policy: 'random', asked: null } },
      { firstName: 'Bruno', doorcode: null },
    ]);
  });

  test('a property without doorcodes draws nobody one, and says why', () => {
    const told = heard(stay(), '2026-11-20T09:00', { rules: withoutDoorcodes });

    expect(keyOf(told).people).toMatchObject([
      { firstName: 'Ana', doorcode: { code: null, unassigned: 'type-disabled', policy: 'random' } },
    ]);
    expect(told.plan.codeNeeded).toBe(false);
  });

  test('scenario 32: of a booking of two rooms, checking in one changes only its key', () => {
    const group = { groupId: 'group-1' };
    const first = heard(stay(group), '2026-11-20T09:00');
    const second = heard(stay({ ...group, id: 'mews:stay-2' as never, ...space('102') }), '2026-11-20T09:00');
    const arrived = tell(first, inHouse, '2026-11-23T15:20');

    expect(locksHolding(arrived, '2026-11-23T15:20')).toEqual(['lock-101', 'lock-pool']);
    expect(locksHolding(second, '2026-11-23T15:20')).toEqual([]);
    expect(keyOf(arrived).id).not.toBe(keyOf(second).id);
  });

  test('scenario 34: of two who share a room, revoking one leaves the other', () => {
    const first = heard(stay(inHouse), '2026-11-23T15:20');
    const second = heard(stay({ ...inHouse, id: 'mews:stay-2' as never, guests: [bruno] }), '2026-11-23T15:20');
    const cancelled = tell(first, { state: 'cancelled' }, '2026-11-24T09:00');

    expect(locksHolding(cancelled, '2026-11-24T09:00')).toEqual([]);
    expect(locksHolding(second, '2026-11-24T09:00')).toEqual(['lock-101', 'lock-pool']);
  });

  test('scenario 35: a company stay that names nobody has a key with a code under its number, and the guest takes it over', () => {
    const company = heard(stay({ guests: [] }), '2026-11-20T09:00');
    const known = tell(company, { guests: [ana] }, '2026-11-21T09:00');

    expect(keyOf(company).people).toMatchObject([{ firstName: '', lastName: '4711' }]);
    expect(codeOf(company)).toMatch(/^\d{6}$/);
    expect(keyOf(known).people).toMatchObject([{ firstName: 'Ana' }]);
    expect(codeOf(known)).toBe(codeOf(company));
  });

  test('scenario 36: a merged guest keeps the code', () => {
    const before = booked();
    const merged = tell(before, { guests: [named('Ana Maria', 'Costa')] }, '2026-11-21T09:00');

    expect(keyOf(merged).people).toMatchObject([{ firstName: 'Ana Maria' }]);
    expect(keyOf(merged).people[0]?.doorcode).toEqual(keyOf(before).people[0]?.doorcode);
    expect(merged.plan.codeNeeded).toBe(false);
  });

  test('scenario 37: a guest without an address has a key like any other', () => {
    const told = heard(stay({ guests: [named('Ana', 'Costa', { email: null })] }), '2026-11-20T09:00');

    expect(codeOf(told)).toMatch(/^\d{6}$/);
  });

  test('people whom staff added stay when the guests change', () => {
    const before = booked();
    const nanny = { personId: 'nanny' as never, firstName: 'Nina', lastName: 'Reis', doorcode: null, keycards: [] };
    const added = edited(before, { ...keyOf(before), people: [...keyOf(before).people, nanny] });
    const changed = tell(added, { guests: [bruno] }, '2026-11-21T09:00');

    expect(keyOf(changed).people.map(({ firstName }) => firstName)).toEqual(['Bruno', 'Nina']);
    expect(codeOf(changed)).toBe(codeOf(before));
  });
});

describe('codes of different stays', () => {
  const span = claimedInterval(keyOf(booked()), settings) ?? request().interval;
  const asking = { policy: 'preferred', lockIds: ['lock-pool' as never], interval: span } as const;

  test('scenario 39: a code of the guest who leaves is not given to the one who comes the same day', () => {
    const leaving = stay({
      ...inHouse,
      scheduledArrival: moment('2026-11-20T15:00'),
      scheduledDeparture: moment('2026-11-23T11:00'),
    });
    const told = heard(leaving, '2026-11-20T15:00');
    const claims = claimsOf({ key: keyOf(told), doors, settings, except: null });

    expect(allocateDoorcode(request({ ...asking, asked: codeOf(told), claims }))).toMatchObject({
      reason: 'held-by-another-key',
    });
  });

  test('scenario 40: a code of a guest in another room is not given out, because both open the pool', () => {
    const told = booked();
    const claims = claimsOf({ key: keyOf(told), doors, settings, except: null });

    expect(claims).toMatchObject([
      { lockIds: ['lock-101', 'lock-pool'], from: '2026-11-20T15:00:00.000Z', to: '2026-11-26T11:00:00.000Z' },
    ]);
    expect(allocateDoorcode(request({ ...asking, asked: codeOf(told), claims }))).toEqual({
      outcome: 'unassigned',
      reason: 'held-by-another-key',
      heldBy: keyOf(told).id,
    });
  });

  test('a cancelled stay holds its code no more', () => {
    const cancelled = tell(booked(), { state: 'cancelled' }, '2026-11-21T09:00');

    expect(claimsOf({ key: keyOf(cancelled), doors, settings, except: null })).toEqual([]);
  });

  test('scenario 45: a code that a lock has not been seen to lose is nobody else’s at that lock', () => {
    const stuck = entry({ wanted: null, touched: true });
    const claims = claimsOfEntry(stuck);

    expect(
      allocateDoorcode(request({ ...asking, lockIds: ['lock-101' as never], asked: '482913', claims })),
    ).toMatchObject({
      reason: 'held-by-another-key',
    });
    expect(claimsOfEntry(entry({ wanted: null, held: null, touched: false }))).toEqual([]);
  });
});
