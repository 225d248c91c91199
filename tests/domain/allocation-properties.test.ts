import { overlaps, type Interval } from '#domain/key/access-window';
import { allocateDoorcode, type AllocationRequest } from '#domain/credentials/allocation';
import { claimedInterval, claimsOf, type CodeClaim } from '#domain/credentials/code-claim';
import { lockIdsOf } from '#domain/key/opened-doors';
import { desiredForKey } from '#domain/locks/desired-access';
import { key, type AllocationPolicy, type Key } from '#domain/key/key';
import { toInstantText, toLocalDateTime } from '#domain/time/time';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { SeededRandom } from '../support/seeded-random.ts';
import { doors, limits, moment, request, settings, sixDigits } from './hotel.ts';

/** Many keys, few codes, few rooms: whatever the order in which they are asked for, no lock gets one code twice. */

interface Wish {
  readonly room: string;
  readonly policy: AllocationPolicy;
  readonly asked: string;
  readonly startDay: number;
  readonly days: number;
  /** Which of the earlier keys is revoked first; beyond them: none. */
  readonly revoke: number;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  room: fc.constantFrom('101', '102', '103', 'pool'),
  policy: fc.constantFrom('random', 'preferred', 'strict'),
  asked: fc.constantFrom('4829', '7306', '9173', '6148'),
  startDay: fc.nat({ max: 12 }),
  days: fc.integer({ min: 1, max: 5 }),
  revoke: fc.nat({ max: 40 }),
});
const cards = new Map();
const firstDay = Temporal.PlainDateTime.from('2026-11-01T15:00');

/** The keys after all wishes were granted or not, one after the other. */
function grant(wishes: readonly Wish[], fewCodes: boolean): readonly Key[] {
  const random = new SeededRandom(wishes.length);
  const pick = fewCodes ? fewDigits(random) : (below: number) => random.integer(below);
  return wishes.reduce<readonly Key[]>((keys, each, index) => {
    const present = keys.map((one, position) => (position === each.revoke ? revoked(one) : one));
    const fresh = keyFor(each, index);
    const claims = present.flatMap((other) => claimsOf({ key: other, doors, settings, except: null }));
    const allocation = allocateDoorcode(asking(each, fresh, claims, pick));
    return [...present, allocation.outcome === 'assigned' ? withCode(fresh, allocation.code) : fresh];
  }, []);
}

function asking(
  { policy, asked }: Wish,
  fresh: Key,
  claims: readonly CodeClaim[],
  pick: AllocationRequest['pick'],
): AllocationRequest {
  const interval = claimedInterval(fresh, settings) ?? request().interval;
  return {
    policy,
    asked: policy === 'random' ? null : asked,
    length: 4,
    limits: [sixDigits],
    claims,
    avoid: [],
    lockIds: lockIdsOf(fresh, doors),
    interval,
    pick,
  };
}

/** Draws only digits that make the asked codes, so that collisions are common. */
function fewDigits(random: SeededRandom): (below: number) => number {
  const digits = ['4829', '7306', '9173', '6148'].flatMap((code) => Array.from(code, Number));
  let at = 0;
  return () => {
    if (at % 4 === 0) at = random.integer(4) * 4;
    at += 1;
    return digits[at - 1] ?? 0;
  };
}

function keyFor({ room, policy, asked, startDay, days }: Wish, index: number): Key {
  const arrival = firstDay.add({ days: startDay });
  const departure = arrival.add({ days }).subtract({ hours: 4 });
  return key.parse({
    id: `key-${index}`,
    version: 0,
    source: 'manual',
    reservationId: null,
    people: [
      {
        personId: `person-${index}`,
        firstName: 'Ana',
        lastName: 'Costa',
        doorcode: {
          credentialId: `credential-${index}`,
          policy,
          asked: policy === 'random' ? null : asked,
          code: null,
          unassigned: null,
          assignedAt: null,
        },
      },
    ],
    doors: [
      {
        doorId: room,
        origin: 'staff',
        arrival: toLocalDateTime(arrival),
        departure: toLocalDateTime(departure),
        weekdays: null,
        hours: null,
        allowProvisioning: true,
        allowLinkedDoors: true,
        protect: false,
        pmsWish: null,
        staffSet: [],
        revoked: null,
        leavesAt: null,
      },
    ],
    status: 'upcoming',
    statusChangesAt: null,
    revoked: null,
    createdAt: moment('2026-10-01T09:00'),
    updatedAt: moment('2026-10-01T09:00'),
  });
}

function withCode(fresh: Key, code: string): Key {
  return {
    ...fresh,
    people: fresh.people.map((each) => ({ ...each, doorcode: each.doorcode && { ...each.doorcode, code } })),
  };
}

function revoked(one: Key): Key {
  const by = { kind: 'portal' } as const;
  return { ...one, status: 'revoked', revoked: { at: moment('2026-10-02T09:00'), by, reason: 'staff' } };
}

interface Held extends Interval {
  readonly place: string;
  readonly keyId: string;
  readonly code: string;
  readonly policy: AllocationPolicy;
}

function heldCodes(keys: readonly Key[]): readonly Held[] {
  return keys
    .flatMap((one) => claimsOf({ key: one, doors, settings, except: null }))
    .flatMap((claim) => claim.lockIds.map((lockId) => ({ ...claim, place: `${lockId}/${claim.code}` })));
}

/** Pairs of different keys for which `clash` holds. */
function clashes(held: readonly Held[], clash: (one: Held, other: Held) => boolean): readonly string[] {
  return held.flatMap((one) =>
    held
      .filter((other) => one.keyId < other.keyId && clash(one, other))
      .map((other) => `${one.keyId} and ${other.keyId}: ${one.place}`),
  );
}

/** `<lock>/<code>` of every credential that is to be on a lock, on each of 20 days at noon. */
function onLocks(keys: readonly Key[], day: number): readonly string[] {
  const now = toInstantText(Temporal.Instant.from('2026-10-28T12:00:00Z').add({ hours: 24 * day }));
  return keys
    .flatMap((one) => desiredForKey({ key: one, reservation: null, doors, limits, settings, cards, now }).entries)
    .map(({ lockId, content }) => `${lockId}/${content.code}`);
}

test.each([
  ['few codes that are asked and drawn again and again', true],
  ['any code', false],
])('no two live keys ever hold one code on one lock at one time: %s', (_, fewCodes) => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      const held = heldCodes(grant(wishes, fewCodes));

      expect(clashes(held, (one, other) => one.place === other.place && overlaps(one, other))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a Strict code is never anybody else’s, at any lock and time', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      const held = heldCodes(grant(wishes, true));

      expect(
        clashes(
          held,
          (one, other) => one.code === other.code && (one.policy === 'strict' || other.policy === 'strict'),
        ),
      ).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('no lock is ever asked to hold one code for two guests, even ahead of their arrivals', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 15 }), fc.nat({ max: 25 }), (wishes, day) => {
      const places = onLocks(grant(wishes, true), day);

      expect(places.length).toBe(new Set(places).size);
    }),
    { numRuns: 60 },
  );
});
