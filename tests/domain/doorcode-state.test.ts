import type { LockEntry } from '#domain/locks/lock-entry';
import { doorcodeState, summaryOf } from '#domain/situation/doorcode-state';
import { expect, test } from 'vitest';
import { moment, settings } from './hotel.ts';
import { content, entry, job } from './lock-entries.ts';
import { anasKey } from './situations.ts';

/** What the desk reads about a code at a door. */

const [own] = anasKey.doors as readonly [(typeof anasKey.doors)[number]];
const doorcode = { code: '482913', unassigned: null };
const facts = {
  key: anasKey,
  own,
  doorcode,
  lock: { online: 'online' as const },
  settings,
  now: moment('2026-11-23T15:22'),
};
const error = { kind: 'lock-offline', native: 'timeout' } as const;
const nextTryAt = '2026-11-23T15:25:00.000Z';

test.each<[string, LockEntry | null, unknown]>([
  ['read back from the lock', entry(), { state: 'provisioned', at: '2026-11-23T15:21:00.000Z' }],
  ['being tried again', entry({ held: null, job }), { state: 'waiting-for-lock', nextTryAt, attempts: 3, error }],
  [
    'due, and its turn in the queue has not come',
    entry({ held: null, job: { ...job, attempts: 0, nextAttemptAt: moment('2026-11-23T15:22') } }),
    { state: 'writing' },
  ],
  ['being written', entry({ held: null, job: { ...job, state: 'running' } }), { state: 'writing' }],
  ['refused by the lock', entry({ job: { ...job, state: 'suspended' } }), { state: 'failed', why: 'suspended', error }],
  ['given up', entry({ job: { ...job, state: 'given-up' } }), { state: 'failed', why: 'given-up', error }],
  [
    'an older code is still there',
    entry({ held: { content: { ...content, code: '111222' }, verifiedAt: moment('2026-11-23T15:00') } }),
    { state: 'writing' },
  ],
  [
    'the same weekdays in another order are the same window',
    entry({
      wanted: { ...content, window: { ...content.window, weekdays: [1, 2] } },
      held: {
        content: { ...content, window: { ...content.window, weekdays: [2, 1] } },
        verifiedAt: moment('2026-11-23T15:00'),
      },
    }),
    { state: 'provisioned', at: '2026-11-23T15:00:00.000Z' },
  ],
  ['to be removed', entry({ wanted: null, job }), { state: 'removal-pending', nextTryAt, attempts: 3, error }],
  [
    'to be removed, and the lock refuses',
    entry({ wanted: null, job: { ...job, state: 'suspended' } }),
    { state: 'removal-pending', nextTryAt: '2026-11-23T15:22:00.000Z', attempts: 3, error },
  ],
  [
    'perhaps written, to be removed',
    entry({ wanted: null, held: null, touched: true, job }),
    { state: 'removal-pending', nextTryAt, attempts: 3, error },
  ],
  ['not yet asked of the lock', null, { state: 'scheduled', at: '2026-11-20T15:00:00.000Z' }],
])('%s', (_, present, expected) => {
  expect(doorcodeState({ ...facts, entry: present })).toEqual(expected);
});

test.each([
  ['provisioning is not allowed', { own: { ...own, allowProvisioning: false } }, { state: 'pending-provisioning' }],
  [
    'there are no digits',
    { doorcode: { code: null, unassigned: 'no-code-left' as const } },
    { state: 'no-doorcode-assigned', reason: 'no-code-left' },
  ],
  ['the door has no lock', { lock: null }, { state: 'no-lock' }],
  ['the key is revoked and the lock empty', { key: { status: 'revoked' as const } }, { state: 'removed' }],
  ['the guest has left the room', { own: { ...own, leavesAt: moment('2026-11-23T15:22') } }, { state: 'removed' }],
])('%s', (_, change, expected) => {
  expect(doorcodeState({ ...facts, entry: null, ...change })).toEqual(expected);
});

test('due at a lock that is known to be offline, it waits for the lock and is not being written', () => {
  const due = entry({ held: null, job: { ...job, attempts: 0, nextAttemptAt: moment('2026-11-23T15:22') } });

  expect(doorcodeState({ ...facts, lock: { online: 'offline' }, entry: due })).toMatchObject({
    state: 'waiting-for-lock',
    attempts: 0,
  });
});

test('of 3 doors 2 are done, and the tag says the one that is not', () => {
  const at = (present: LockEntry | null) => doorcodeState({ ...facts, entry: present });

  expect(summaryOf([at(entry()), at(entry({ held: null, job })), at(entry())])).toEqual({
    worst: 'waiting-for-lock',
    unassigned: null,
    provisioned: 2,
    doors: 3,
  });
});
