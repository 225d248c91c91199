import { isInTrouble, needsOf } from '#domain/situation/needs';
import { removalOf } from '#domain/situation/removal';
import type { KeySituation } from '#domain/situation/key-situation';
import { expect, test } from 'vitest';
import { checkedIn } from './situations.ts';
import { moment } from './hotel.ts';
import { job } from './lock-entries.ts';
import { alertAbout, anasKey, atDoor, offline, situation, withCode } from './situations.ts';

const ids = (of: KeySituation): readonly string[] => needsOf(of).map(({ id }) => id);
const suspended = { ...job, state: 'suspended' as const, lastError: { kind: 'rejected' as const, native: '0x01' } };
const [first] = anasKey.people as readonly [(typeof anasKey.people)[number]];
const [room] = anasKey.doors as readonly [(typeof anasKey.doors)[number]];

function unassigned(reason: 'no-code-left' | 'not-yet-due' | 'type-disabled'): KeySituation {
  const people = withCode(anasKey, '').people.map((person) => ({
    ...person,
    doorcode: person.doorcode === null ? null : { ...person.doorcode, code: null, unassigned: reason },
  }));
  return situation({ key: { ...anasKey, people }, at101: null, atPool: null });
}

test('a key that works everywhere needs nobody', () => {
  expect(needsOf(situation())).toEqual([]);
  expect(isInTrouble(situation())).toBe(false);
});

test('a door whose lock is offline says since when, and how many other doors have the code', () => {
  const waiting = situation({
    locks: offline('lock-101', '2026-11-23T15:05'),
    at101: atDoor('101', { held: null, job }),
  });

  expect(needsOf(waiting)).toEqual([
    {
      id: 'waiting/101',
      tone: 'warn',
      need: 'doorcode-waits',
      doorId: '101',
      offlineSince: '2026-11-23T15:05:00.000Z',
      error: { kind: 'lock-offline', native: 'timeout' },
      elsewhere: 1,
    },
  ]);
  expect(isInTrouble(waiting)).toBe(true);
});

test('the first attempt at a lock that answers is not yet a problem', () => {
  const due = { ...job, attempts: 0, lastError: null, nextAttemptAt: moment('2026-11-23T15:23') };

  expect(needsOf(situation({ at101: atDoor('101', { held: null, job: due }) }))).toEqual([]);
});

test('a missing doorcode is bad for a guest without a card, and says why', () => {
  expect(needsOf(unassigned('no-code-left'))).toEqual([
    {
      id: `no-doorcode/${first.personId}`,
      tone: 'bad',
      need: 'no-doorcode',
      personId: first.personId,
      reason: 'no-code-left',
    },
  ]);
});

test('a doorcode that is drawn at check-in is not missing before it, and a property may do without', () => {
  expect(needsOf(unassigned('not-yet-due'))).toEqual([]);
  expect(needsOf(unassigned('type-disabled'))).toEqual([]);
});

test('an alert that the door itself tells already is not told twice', () => {
  const failed = atDoor('101', { held: null, job: suspended });

  expect(ids(situation({ at101: failed, alerts: [alertAbout('write-suspended')] }))).toEqual(['failed/101']);
});

test('a keycard that a lock refused is told beside the doorcode that it refused', () => {
  const failed = atDoor('101', { held: null, job: suspended });
  const ofCard = alertAbout('write-suspended', { facts: { credential: 'card' } });

  expect(ids(situation({ at101: failed, alerts: [ofCard] }))).toEqual(['failed/101', 'write-suspended/1']);
});

test('a removal that is pending counts the doors, and says which may still open', () => {
  const revoked = { ...anasKey, status: 'revoked' as const };
  const removing = situation({ key: revoked, at101: atDoor('101', { wanted: null, job }), atPool: null });

  expect(needsOf(removing)).toEqual([
    {
      id: 'removal',
      tone: 'warn',
      need: 'removal-pending',
      pending: 1,
      of: 2,
      credentials: 'doorcode',
      doorIds: ['101'],
    },
  ]);
});

test('a keycard that has to leave a lock is not called a code, and with a code they are one door', () => {
  const ofCard = atDoor('101', { id: 'lock-101/card' as never, kind: 'card', wanted: null, job });
  const ofCode = atDoor('101', { wanted: null, job });

  expect(removalOf(situation({ at101: ofCard }))).toEqual({ pending: 1, of: 2, credentials: 'keycard' });
  expect(removalOf(situation({ at101: ofCode, more: [ofCard] }))).toEqual({ pending: 1, of: 2, credentials: 'both' });
  expect(removalOf(situation({ at101: atDoor('101', { wanted: null, held: null, touched: false }) }))).toBeNull();
});

test('a guest in house at a door that is not allowed to be provisioned needs somebody; before check-in it is as it should be', () => {
  const key = { ...anasKey, doors: [{ ...room, allowProvisioning: false }] };
  const nowhere = { key, at101: null, atPool: null };

  expect(ids(situation(nowhere))).toEqual(['not-allowed/101']);
  expect(ids(situation({ ...nowhere, reservation: { ...checkedIn.reservation, state: 'expected' } }))).toEqual([]);
});

test('what the PMS wanted at a protected door is told once, and what is broken comes before it', () => {
  const { arrival, departure } = room;
  const pmsWish = { at: moment('2026-11-23T15:21'), doorId: null, arrival, departure, wish: 'cancel' as const };
  const key = { ...anasKey, doors: [{ ...room, protect: true, pmsWish }] };
  const failed = atDoor('pool', { held: null, job: { ...suspended, state: 'given-up' } });

  expect(ids(situation({ key, atPool: failed }))).toEqual(['failed/pool', 'withheld/101']);
});

test('a key without a door asks for the room to be mapped, unless an alert says so already', () => {
  const key = { ...anasKey, doors: [] };
  const nowhere = { key, at101: null, atPool: null };

  expect(ids(situation(nowhere))).toEqual(['no-doors']);
  expect(ids(situation({ ...nowhere, alerts: [alertAbout('room-not-mapped')] }))).toEqual(['room-not-mapped/1']);
});
