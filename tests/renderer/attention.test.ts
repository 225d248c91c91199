import { expect, test } from 'vitest';
import type { AlertView, KeyDetails, NeedView } from '#api/views';
import { instantText } from '#domain/time/time';
import { attentionItems } from '../../renderer/screens/key-details/attention.ts';
import { amara, amarasKey, door204, noon } from './key-fixtures.ts';

/** The words for what tests/domain/needs.test.ts decides. */

const clock = (instant: string) => instant.slice(11, 16);
const item = (need: NeedView, details: KeyDetails = amarasKey) =>
  attentionItems({ ...details, needs: [need] }, clock)[0];

const refused = { kind: 'rejected', native: '0x01' } as const;

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
  expect(attentionItems(amarasKey, clock)).toEqual([]);
});

test('a door whose lock is offline is named with the time, and Try now comes first', () => {
  const found = item({
    id: 'waiting/door-204',
    tone: 'warn',
    need: 'doorcode-waits',
    doorId: door204.doorId,
    offlineSince: instantText.parse('2026-11-23T15:58:00.000Z'),
    error: { kind: 'lock-offline', native: 'T' },
    elsewhere: 1,
  });

  expect(found?.title).toBe('The doorcode does not work at 204 yet.');
  expect(found?.detail).toBe(
    'Its lock has been offline since 15:58; Portal keeps trying. One other door has the code.',
  );
  expect(found?.fixes).toEqual([
    { act: 'try-now', doorId: door204.doorId },
    { act: 'open-door', doorId: door204.doorId, doorName: '204' },
  ]);
});

test('a missing doorcode says why, and the button opens its editor', () => {
  const found = item({
    id: 'no-doorcode/amara',
    tone: 'bad',
    need: 'no-doorcode',
    personId: amara.personId,
    reason: 'reserved-by-strict',
  });

  expect(found?.title).toBe('Amara Okafor has no doorcode.');
  expect(found?.detail).toBe(
    'Another key has reserved the requested code for the whole property. Choose another code, or Random.',
  );
  expect(found?.fixes).toEqual([{ act: 'edit-doorcode', personId: amara.personId }]);
});

test('a lock that refused is named, with what to do', () => {
  const found = item({
    id: 'failed/door-204',
    tone: 'bad',
    need: 'doorcode-stopped',
    doorId: door204.doorId,
    why: 'suspended',
    error: refused,
  });

  expect(found?.title).toBe('The doorcode does not work at 204.');
  expect(found?.detail).toMatch(/\. \S.*\.$/);
});

test('a removal that is pending counts the doors, and says what may still open which', () => {
  const removal = { id: 'removal', tone: 'warn', need: 'removal-pending', pending: 1, of: 3 } as const;
  const detail = (credentials: 'doorcode' | 'keycard' | 'both', doorIds: readonly (typeof door204.doorId)[]) =>
    item({ ...removal, credentials, doorIds })?.detail;

  expect(item({ ...removal, credentials: 'doorcode', doorIds: [] })?.title).toBe('Removal pending at 1 of 3 doors.');
  expect(detail('doorcode', [door204.doorId])).toBe(
    'The code may still open 204 until the lock confirms. Portal keeps trying.',
  );
  expect(detail('keycard', [])).toBe('The keycard may still open there until the lock confirms. Portal keeps trying.');
  expect(detail('both', [])).toMatch(/^The code and the keycard may still open there /);
});

test('a door that is not allowed is edited; what the PMS wanted at a protected one is looked at', () => {
  const { doorId } = door204;

  expect(item({ id: '1', tone: 'warn', need: 'not-allowed', doorId })?.fixes).toEqual([{ act: 'edit-door', doorId }]);
  expect(item({ id: '2', tone: 'warn', need: 'withheld', doorId, wish: 'cancel' })?.title).toBe(
    'Mews wanted to cancel the stay; 204 was left as it is.',
  );
});

test('an alert is told in its own words', () => {
  const found = item({ id: '3', tone: 'bad', need: 'alert', alert: suspendedAlert, personId: null });

  expect(found?.title).toBe('The doorcode does not work at 204.');
  expect(found?.fixes).toEqual([{ act: 'try-now', doorId: door204.doorId }]);
});
