import { expect, test } from 'vitest';
import type { AlertView } from '#api/views';
import { alertKinds } from '#domain/alerts/alert';
import { alertWords } from '../../renderer/text/alerts.ts';
import { keypadWords } from '../../renderer/screens/demo/sentences.ts';
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
    'The lock already holds this code. Portal has stopped trying. Regenerate the doorcode, or ask the lock what it holds.',
  );
});

test('a person without a keycard reads why, and what gets them one', () => {
  const taken = { ...alert, kind: 'no-keycard', facts: { reason: 'held-by-another-key' } } as const;
  const none = { ...alert, kind: 'no-keycard', facts: { reason: 'no-card-left' } } as const;

  expect(alertWords(taken)).toEqual({
    title: 'No Keycard Assigned.',
    detail: 'The requested keycard is assigned to another key. Choose another keycard, or Random.',
    fix: 'encode',
  });
  expect(alertWords(none).detail).toMatch(/^No keycard in stock is free\. /);
});

test('a card that says something else than the key is named, with what to do', () => {
  const again = { ...alert, kind: 'encode-again', facts: { number: '12', state: 'encode-again' } } as const;
  const unfinished = { ...again, facts: { number: '12', state: 'not-finished' } };

  expect(alertWords(again).title).toBe('Keycard 12 must be encoded again.');
  expect(alertWords(again).detail).toBe(
    'What is on the card is not what it should say now: the stay, the rooms or the key has changed since. Put it on the encoder again.',
  );
  expect(alertWords(unfinished).title).toBe('Keycard 12 was not finished.');
});

test('a broken connection names its PMS and the property: a desk may have two', () => {
  const broken = { ...alert, kind: 'pms-broken' } as const;

  expect(alertWords({ ...broken, facts: { system: 'mews', property: 'Hotel Serra' } }).title).toBe(
    'The connection to Mews (Hotel Serra) is broken.',
  );
  expect(alertWords({ ...broken, facts: { system: 'mews' } }).title).toBe('The connection to Mews is broken.');
  expect(alertWords({ ...broken, facts: {} }).title).toBe('The PMS connection is broken.');
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
});

test('a card whose card key set was ended is not blamed on the stay', () => {
  const again = { ...alert, kind: 'encode-again' as const, doorId: null, doorName: null };

  expect(alertWords({ ...again, facts: { number: '12', state: 'encode-again', why: 'set-ended' } })).toMatchObject({
    title: 'Keycard 12 must be encoded again.',
    detail: 'Its card key set was ended, and it opens nothing now. Put it on the encoder again.',
  });
  expect(alertWords({ ...again, facts: { number: '12', state: 'encode-again', why: 'outrun' } }).detail).toContain(
    'A newer key of the room ended it.',
  );
});

test('a lock that refused a keycard is not said to have refused a code', () => {
  const ofCard = (kind: 'write-suspended' | 'removal-failing', error: string) =>
    alertWords({ ...alert, kind, facts: { error, credential: 'card' } });

  expect(ofCard('write-suspended', 'duplicate').detail).toBe(
    'The lock already holds this card. Portal has stopped trying. Give the person another keycard, or ask the lock what it holds.',
  );
  expect(ofCard('write-suspended', 'bad-value').detail).not.toContain('code');
  expect(ofCard('removal-failing', 'not-confirmed')).toMatchObject({
    title: 'A keycard that has ended still opens 204.',
    detail: 'Its lock has not confirmed the removal. Portal reads the lock before it writes again. Nothing to do.',
  });
});
