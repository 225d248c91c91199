import { expect, test } from 'vitest';
import type { AlertView } from '#api/views';
import { alertKinds } from '#domain/alert';
import { alertWords } from '../../renderer/text/alerts.ts';
import { keypadWords } from '../../renderer/text/demo.ts';
import { amarasKey, door204, noon } from './key-fixtures.ts';

const alert: AlertView = {
  id: 'room-not-mapped/mews:1',
  kind: 'room-not-mapped',
  raisedAt: noon,
  keyId: amarasKey.id,
  doorId: door204.doorId,
  doorName: '204',
  lockId: door204.lockId,
  owner: 'Amara Okafor',
  facts: { room: '118B' },
};

test('a room without a door is named, and the button leads to the doors', () => {
  expect(alertWords(alert)).toMatchObject({ title: 'Room 118B leads to no door.', fix: 'map-room' });
});

test('a lock that refused says why and what to do', () => {
  const suspended = { ...alert, kind: 'write-suspended', facts: { error: 'duplicate' } } as const;

  expect(alertWords(suspended).detail).toBe(
    'The lock refused it, and Portal stopped trying: the lock already holds this code. Regenerate the doorcode, or ask the lock what it holds.',
  );
});

test('every alert says what is wrong and what to do, even without facts', () => {
  const told = alertKinds.map((kind) => alertWords({ ...alert, kind, doorName: null, facts: {} }));

  expect(told.filter(({ title, detail }) => !title.endsWith('.') || !detail.endsWith('.'))).toEqual([]);
  expect(told.filter(({ title, detail }) => /undefined|null/.test(title + detail))).toEqual([]);
});

test('a guest at a closed door reads why', () => {
  expect(keypadWords({ opened: true })).toEqual({ headline: 'Opened', reason: null });
  expect(keypadWords({ opened: false, reason: 'outside-schedule' })).toEqual({
    headline: 'Stays closed',
    reason: 'The lock knows this code, but not for this time.',
  });
  expect(keypadWords({ opened: false, reason: 'jammed bolt' }).reason).toBe('Jammed bolt.');
});
