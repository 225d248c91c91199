import { expect, test } from 'vitest';
import { instantText } from '#domain/time/time';
import { doorcodeActTexts } from '../../renderer/screens/key-details/act-sentences.ts';
import { revokeKeyConsequence } from '../../renderer/screens/key-details/consequences.ts';
import { portalRoomTexts } from '../../renderer/screens/key-details/sentences.ts';
import { doorcodeStateDetail, doorcodeStateTooltip } from '../../renderer/text/doorcode-state-detail.ts';
import { doorcodeTexts, doorcodeTone, summaryText, summaryTooltip } from '../../renderer/text/doorcode.ts';
import { noon } from './key-fixtures.ts';

test('the tooltip of Pending Provisioning is the reference’s, letter for letter', () => {
  expect(doorcodeTexts.pendingProvisioning).toBe(
    'The credentials haven’t been assigned to the door yet. This can occur if provisioning was manually disabled or if, based on your configuration settings, the linked PMS reservation hasn’t been checked in (either at the front desk or online).',
  );
});

test('the tooltip of Allow Provisioning is the reference’s, letter for letter', () => {
  expect(doorcodeTexts.allowProvisioning).toBe(
    'Once provisioning is allowed, the credentials will be written to the door and will become valid for the selected time period. If provisioning is disabled, the system will not write the credentials yet, and they will need to be enabled manually later.',
  );
});

test('what Preferred, Strict, an offline lock and Protect Configuration mean is said in the reference’s words', () => {
  expect(doorcodeTexts.policies.preferred.meaning).toBe('Preferred allows reuse if available.');
  expect(doorcodeTexts.policies.strict.meaning).toBe('Strict reserves that doorcode exclusively.');
  expect(doorcodeActTexts.lockMustBeOnline).toBe('The lock must be online for provisioning.');
  expect(portalRoomTexts.meaning).toMatch(/^When enabled, third-party apps cannot modify door access settings\. /);
});

test('the card of a doorcode counts the doors that have it', () => {
  expect(summaryText({ worst: 'waiting-for-lock', provisioned: 2, doors: 3 })).toBe('2 of 3 doors');
  expect(summaryText({ worst: 'provisioned', provisioned: 1, doors: 1 })).toBe('1 of 1 door');
  expect(summaryText({ worst: 'pending-provisioning', provisioned: 0, doors: 2 })).toBe('Pending Provisioning');
});

test('Pending Provisioning is explained on the card of a doorcode and in the list as it is at a door', () => {
  expect(summaryTooltip({ worst: 'pending-provisioning', unassigned: null })).toBe(doorcodeTexts.pendingProvisioning);
  expect(summaryTooltip({ worst: 'provisioned', unassigned: null })).toBeNull();
});

test('before a key is revoked it is said who loses which doors', () => {
  const held = { hasCode: true, cards: [] };

  expect(revokeKeyConsequence({ owner: 'Amara Okafor', doors: ['204', 'Main entrance', 'Pool'], held })).toMatch(
    /^Amara Okafor can no longer open 204, Main entrance and Pool with this doorcode\./,
  );
});

const waiting = {
  state: 'waiting-for-lock',
  nextTryAt: instantText.parse('2026-11-23T16:40:42.000Z'),
  attempts: 9,
  error: { kind: 'gateway-busy', native: 'BUSY' },
} as const;

test('a door that waits counts down to the next try, and says what is in the way', () => {
  expect(doorcodeStateDetail(waiting, noon, null)).toBe('Next try in 0:42 · gateway busy');
  expect(doorcodeStateDetail(waiting, noon, '15:58')).toBe('Next try in 0:42 · lock offline since 15:58');
});

test('a try that is due says so instead of counting below nothing', () => {
  expect(doorcodeStateDetail({ ...waiting, nextTryAt: noon }, noon, null)).toBe('Trying now · gateway busy');
});

test('a door that works says nothing more, unless its lock is offline', () => {
  const provisioned = { state: 'provisioned', at: noon } as const;

  expect(doorcodeStateDetail(provisioned, noon, null)).toBeNull();
  expect(doorcodeStateDetail(provisioned, noon, '15:58')).toBe('Lock offline since 15:58');
});

test('a doorcode that only a cloud has confirmed says so', () => {
  const provisioned = { state: 'provisioned', at: noon } as const;

  expect(doorcodeStateTooltip(provisioned, 'cloud')).toBe('Confirmed by the lock’s cloud, not by the lock itself.');
  expect(doorcodeStateTooltip(provisioned, 'lock')).toBeNull();
  expect(doorcodeStateTooltip({ state: 'writing' }, 'cloud')).toBeNull();
});

test('a doorcode that staff gave up says so with its cause', () => {
  const failed = { state: 'failed', error: { kind: 'no-space', native: '0x89' }, why: 'given-up' } as const;

  expect(doorcodeStateDetail(failed, noon, null)).toBe('Given up · the lock is full');
});

test('a revoked key whose codes still have to go says Removal pending, not how many doors it opens', () => {
  expect(summaryText({ worst: 'removal-pending', provisioned: 0, doors: 3 })).toBe('Removal pending');
});

test('a key without a doorcode says so even before it has a door', () => {
  expect(summaryText({ worst: 'no-doorcode-assigned', provisioned: 0, doors: 0 })).toBe('No Doorcode Assigned');
});

test('a key that leads to a lock with codes of its own says so, and what to do', () => {
  expect(summaryTooltip({ worst: 'no-doorcode-assigned', unassigned: 'computed-by-lock' })).toBe(
    'The lock on one of these doors makes its own codes, and takes none from Portal. Give the guest a keycard, or a code made in the lock’s own app.',
  );
});

test('No Doorcode Assigned is red where somebody must act, and quiet where the property wants it so', () => {
  expect(doorcodeTone('no-doorcode-assigned', { unassigned: 'held-by-another-key', hasCard: false })).toBe('bad');
  expect(doorcodeTone('no-doorcode-assigned', { unassigned: 'held-by-another-key', hasCard: true })).toBe('warn');
  expect(doorcodeTone('no-doorcode-assigned', { unassigned: 'type-disabled', hasCard: false })).toBe('neutral');
  expect(doorcodeTone('no-doorcode-assigned', { unassigned: 'not-yet-due', hasCard: false })).toBe('neutral');
  expect(summaryTooltip({ worst: 'no-doorcode-assigned', unassigned: 'type-disabled' })).toBe(
    'Doorcodes are switched off in Customization. If guests should have them, switch them on there; the key then gets its doorcode.',
  );
});
