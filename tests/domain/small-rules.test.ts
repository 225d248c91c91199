import { actions, mayDo, type Action } from '#domain/staff/permission';
import {
  doorcodeState,
  provisionedDoors,
  provisioningWords,
  revocationState,
} from '#domain/situation/provisioning-state';
import type { LockEntry } from '#domain/locks/lock-entry';
import { shareAllowedAt } from '#domain/share-limit';
import { roles } from '#domain/staff/staff';
import { describe, expect, test } from 'vitest';
import { heard, keyOf, moment, settings, stay } from './hotel.ts';
import { content, entry, job } from './lock-entries.ts';

describe('who may do what', () => {
  const mayBy = (action: Action): readonly string[] => roles.filter((role) => mayDo(role, action));

  test.each([
    ['create-keys', ['owner', 'general-manager', 'team']],
    ['edit-keys', ['owner', 'general-manager', 'team']],
    ['share-credentials', ['owner', 'general-manager', 'team']],
    ['see-doorcodes', ['owner', 'general-manager', 'team']],
    ['see-people', ['owner', 'general-manager', 'team']],
    ['see-doors', ['owner', 'general-manager', 'team', 'installer', 'housekeeping']],
    ['edit-doors', ['owner', 'general-manager', 'installer']],
    ['edit-locks', ['owner', 'general-manager', 'installer']],
    ['edit-settings', ['owner', 'general-manager']],
    ['edit-staff', ['owner', 'general-manager']],
    ['edit-integrations', ['owner', 'general-manager']],
    ['appoint-owner', ['owner']],
  ] as const)('%s', (action, allowed) => {
    expect(mayBy(action)).toEqual(allowed);
  });

  test('an owner may do everything, and housekeeping sees doors and nothing else', () => {
    expect(actions.filter((action) => mayDo('owner', action))).toEqual(actions);
    expect(actions.filter((action) => mayDo('housekeeping', action))).toEqual(['see-doors']);
  });
});

describe('sending by hand', () => {
  test.each([
    ['the first time, at once', null, { allowed: true }],
    [
      'a second before three minutes are over, not yet',
      '2026-11-23T14:57:01.000Z',
      { allowed: false, at: '2026-11-23T15:00:01.000Z' },
    ],
    ['after three minutes, again', '2026-11-23T14:57:00.000Z', { allowed: true }],
  ] as const)('%s', (_, last, expected) => {
    expect(shareAllowedAt(last as never, moment('2026-11-23T15:00'))).toEqual(expected);
  });
});

describe('what the desk reads about a code at a door', () => {
  const key = keyOf(heard(stay({ state: 'in-house' }), '2026-11-23T15:20'));
  const [door] = key.doors as readonly [(typeof key.doors)[number]];
  const facts = { key, door, doorcode: { code: '482913' }, zone: settings.zone, now: moment('2026-11-23T15:22') };
  const error = { kind: 'lock-offline', native: 'timeout' } as const;
  const nextTryAt = '2026-11-23T15:25:00.000Z';

  test.each<[string, LockEntry | null, unknown]>([
    ['read back from the lock', entry(), { state: 'provisioned', verifiedAt: '2026-11-23T15:21:00.000Z' }],
    ['being tried again', entry({ held: null, job }), { state: 'waiting-for-lock', nextTryAt, error }],
    ['being written', entry({ held: null, job: { ...job, state: 'running' } }), { state: 'writing' }],
    [
      'refused by the lock',
      entry({ job: { ...job, state: 'suspended' } }),
      { state: 'failed', because: 'suspended', error },
    ],
    ['given up', entry({ job: { ...job, state: 'given-up' } }), { state: 'failed', because: 'given-up', error }],
    [
      'an older code is still there',
      entry({ held: { content: { ...content, code: '111222' }, verifiedAt: moment('2026-11-23T15:00') } }),
      { state: 'writing' },
    ],
    ['to be removed', entry({ wanted: null, job }), { state: 'removal-pending', nextTryAt, error }],
    [
      'to be removed, and the lock refuses',
      entry({ wanted: null, job: { ...job, state: 'suspended' } }),
      { state: 'removal-pending', nextTryAt: null, error },
    ],
    [
      'perhaps written, to be removed',
      entry({ wanted: null, held: null, touched: true, job }),
      { state: 'removal-pending', nextTryAt, error },
    ],
    ['not yet asked of the lock', null, { state: 'pending-provisioning', because: 'not-yet-due' }],
  ])('%s', (_, present, expected) => {
    expect(doorcodeState({ ...facts, entry: present })).toEqual(expected);
  });

  test.each([
    [
      'provisioning is not allowed',
      { door: { ...door, allowProvisioning: false } },
      { state: 'pending-provisioning', because: 'not-allowed' },
    ],
    ['there are no digits', { doorcode: { code: null } }, { state: 'pending-provisioning', because: 'no-doorcode' }],
    ['the key is revoked and the lock empty', { key: { status: 'revoked' as const } }, { state: 'removed' }],
    ['the guest has left the room', { door: { ...door, leavesAt: moment('2026-11-23T15:22') } }, { state: 'removed' }],
  ])('%s', (_, change, expected) => {
    expect(doorcodeState({ ...facts, entry: null, ...change })).toEqual(expected);
  });

  test('2 of 3 doors', () => {
    const at = (present: LockEntry | null) => doorcodeState({ ...facts, entry: present });

    expect(provisionedDoors([at(entry()), at(null), at(entry())])).toEqual({ provisioned: 2, of: 3 });
  });

  test('removal pending at 1 of 3 doors', () => {
    const gone = entry({ wanted: null, held: null, touched: false });

    expect(revocationState([gone, entry({ wanted: null, job }), gone])).toEqual({ pending: 1, of: 3 });
  });

  test('the words are the fixed ones', () => {
    expect(Object.values(provisioningWords)).toEqual([
      'Pending Provisioning',
      'Waiting for lock',
      'Writing',
      'Provisioned',
      'Removal pending',
      'Removed',
      'Failed',
    ]);
  });
});
