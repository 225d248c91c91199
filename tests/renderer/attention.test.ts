import { expect, test } from 'vitest';
import type { AlertView, KeyDetails, KeyDoorView } from '#api/views';
import { instantText } from '#domain/time/time';
import { attentionItems } from '../../renderer/screens/key-details/attention.ts';
import { amara, amarasKey, door204, noon, pool } from './key-fixtures.ts';

const clock = (instant: string) => instant.slice(11, 16);
const items = (details: KeyDetails) => attentionItems(details, clock);

const waiting: KeyDoorView = {
  ...door204,
  lockOnline: 'offline',
  lockOnlineSince: instantText.parse('2026-11-23T15:58:00.000Z'),
  doorcode: { state: 'waiting-for-lock', nextTryAt: noon, attempts: 9, error: { kind: 'lock-offline', native: 'T' } },
};

const suspendedAlert: AlertView = {
  id: 'write-suspended/1',
  kind: 'write-suspended',
  raisedAt: noon,
  keyId: amarasKey.id,
  doorId: door204.doorId,
  doorName: '204',
  lockId: door204.lockId,
  owner: 'Amara Okafor',
  facts: { error: 'rejected' },
};

test('a key that works everywhere needs nobody', () => {
  expect(items(amarasKey)).toEqual([]);
});

test('a door whose lock is offline is named with the time, and Try now comes first', () => {
  const [item] = items({ ...amarasKey, doors: [waiting, pool] });

  expect(item?.title).toBe('The doorcode does not work at 204 yet.');
  expect(item?.detail).toBe('Its lock has been offline since 15:58; Portal keeps trying. One other door has the code.');
  expect(item?.fixes).toEqual([
    { act: 'try-now', doorId: door204.doorId },
    { act: 'open-door', doorId: door204.doorId, doorName: '204' },
  ]);
});

test('the first attempt at a lock that answers is not yet a problem', () => {
  const first = { state: 'waiting-for-lock', nextTryAt: noon, attempts: 0, error: null } as const;

  expect(items({ ...amarasKey, doors: [{ ...door204, doorcode: first }] })).toEqual([]);
});

test('a missing doorcode says why, and the button opens its editor', () => {
  const doorcode = { ...amara.doorcode, assigned: false, unassigned: 'reserved-by-strict' } as NonNullable<
    typeof amara.doorcode
  >;

  const [item] = items({ ...amarasKey, people: [{ ...amara, doorcode }] });

  expect(item?.title).toBe('Amara Okafor has no doorcode.');
  expect(item?.detail).toBe(
    'Another key has reserved the requested code for the whole property. Choose another code, or Random.',
  );
  expect(item?.fixes).toEqual([{ act: 'edit-doorcode', personId: amara.personId }]);
});

test('a doorcode that is drawn at check-in is not missing before it', () => {
  const doorcode = { ...amara.doorcode, assigned: false, unassigned: 'not-yet-due' } as NonNullable<
    typeof amara.doorcode
  >;

  expect(items({ ...amarasKey, status: 'upcoming', people: [{ ...amara, doorcode }] })).toEqual([]);
});

test('an alert that the door itself tells already is not told twice', () => {
  const failed = { state: 'failed', error: { kind: 'rejected', native: '0x01' }, why: 'suspended' } as const;
  const details = { ...amarasKey, doors: [{ ...door204, doorcode: failed }], alerts: [suspendedAlert] };

  expect(items(details).map((item) => item.id)).toEqual(['failed/door-204']);
});

test('a removal that is pending counts the doors, and says which may still open', () => {
  const removing = { state: 'removal-pending', nextTryAt: noon, attempts: 2, error: null } as const;
  const details: KeyDetails = {
    ...amarasKey,
    status: 'revoked',
    removal: { pending: 1, of: 3, credentials: 'doorcode' },
    doors: [{ ...door204, doorcode: removing }],
  };

  const [item] = items(details);

  expect(item?.title).toBe('Removal pending at 1 of 3 doors.');
  expect(item?.detail).toBe('The code may still open 204 until the lock confirms. Portal keeps trying.');
});

test('a keycard that has to leave a lock is not called a code', () => {
  const removal = { pending: 1, of: 3, credentials: 'keycard' } as const;

  expect(items({ ...amarasKey, removal })[0]?.detail).toBe(
    'The keycard may still open there until the lock confirms. Portal keeps trying.',
  );
  expect(items({ ...amarasKey, removal: { ...removal, credentials: 'both' } })[0]?.detail).toMatch(
    /^The code and the keycard may still open there /,
  );
});

test('a keycard that a lock refused is told beside the doorcode that it refused', () => {
  const failed = { state: 'failed', error: { kind: 'rejected', native: '0x01' }, why: 'suspended' } as const;
  const ofCard = { ...suspendedAlert, facts: { ...suspendedAlert.facts, credential: 'card' } };
  const details = { ...amarasKey, doors: [{ ...door204, doorcode: failed }], alerts: [ofCard] };

  expect(items(details).map((item) => item.title)).toEqual([
    'The doorcode does not work at 204.',
    'The keycard does not work at 204.',
  ]);
});

test('a guest in house at a door that is not allowed to be provisioned needs Edit door; before check-in it is as it should be', () => {
  const doors = [{ ...door204, allowProvisioning: false, doorcode: { state: 'pending-provisioning' } as const }];
  const expected = { ...amarasKey.reservation, state: 'expected' } as NonNullable<KeyDetails['reservation']>;

  expect(items({ ...amarasKey, doors })[0]?.fixes).toEqual([{ act: 'edit-door', doorId: door204.doorId }]);
  expect(items({ ...amarasKey, doors, reservation: expected })).toEqual([]);
});

test('what the PMS wanted at a protected door is told once, and what is broken comes before it', () => {
  const wish = {
    at: noon,
    doorId: null,
    arrival: door204.arrival,
    departure: door204.departure,
    wish: 'cancel',
  } as const;
  const failed = { state: 'failed', error: null, why: 'given-up' } as const;
  const details = {
    ...amarasKey,
    doors: [
      { ...door204, name: '305', protect: true, pmsWish: wish },
      { ...pool, linkedFrom: '305', protect: true, pmsWish: wish },
      { ...door204, doorcode: failed },
    ],
  };

  expect(items(details).map((item) => item.title)).toEqual([
    'The doorcode does not work at 204.',
    'Mews wanted to cancel the stay; 305 was left as it is.',
  ]);
});

test('a property that does without doorcodes has nothing to do about it', () => {
  const { doorcode } = amara;
  if (doorcode === null) throw new RangeError('Amara has a doorcode');
  const without = { ...amara, doorcode: { ...doorcode, assigned: false, unassigned: 'type-disabled' as const } };
  const doors = [{ ...door204, doorcode: { state: 'no-doorcode-assigned', reason: 'type-disabled' } as const }];

  expect(attentionItems({ ...amarasKey, people: [without], doors }, String)).toEqual([]);
});
