import { expect, test } from 'vitest';
import { timelineKinds } from '#domain/key/timeline';
import { instantText } from '#domain/time/time';
import { cameFrom, timelineLines } from '../../renderer/components/timeline-groups.ts';
import { actorText, timelineCause, timelineSentence, timelineTexts } from '../../renderer/text/timeline.ts';
import { ines, writeFailed } from './key-fixtures.ts';

const written = { ...writeFailed, kind: 'written', facts: { attempt: '1' } } as const;

test('a failed write says at which door, which attempt, and the code 4117 with its cause', () => {
  expect(timelineSentence(writeFailed)).toBe('Write to 204 failed, attempt 9');
  expect(timelineCause(writeFailed)).toEqual({ code: '4117', cause: 'lock not reachable' });
});

test('code 4117 is explained in the words of the reference', () => {
  expect(timelineTexts.code4117).toBe(
    'The code was not successfully written to the lock. Check that Allow Provisioning is enabled on that reservation and that the lock is online',
  );
});

test('a failed removal has a cause, and is not 4117', () => {
  const removal = { ...writeFailed, kind: 'remove-failed', facts: { attempt: '2', error: 'gateway-down' } } as const;

  expect(timelineSentence(removal)).toBe('Removal at 204 failed, attempt 2');
  expect(timelineCause(removal)).toEqual({ code: null, cause: 'gateway not reachable' });
});

test('every kind of entry reads as a sentence even without facts, a door or a name', () => {
  const sentences = timelineKinds.map((kind) => timelineSentence({ ...writeFailed, kind, doorName: null, facts: {} }));

  expect(sentences.filter((sentence) => /undefined|null|NaN|\[object|: *$| {2}/.test(sentence))).toEqual([]);
  expect(new Set(sentences).size).toBe(timelineKinds.length);
});

test('an edited door names the fields in the words of the dialog', () => {
  const edited = { ...writeFailed, kind: 'key-changed', facts: { fields: 'departure allowProvisioning' } } as const;

  expect(timelineSentence(edited)).toBe('Access changed at 204: departure and Allow Provisioning');
});

test('a date change says the new dates and what staff had set by hand', () => {
  const facts = { arrival: '2026-11-23T15:00', departure: '2026-11-26T11:00', kept: 'hours' };

  expect(timelineSentence({ ...writeFailed, kind: 'key-changed', facts })).toBe(
    'Access changed at 204: Mon 23 Nov 15:00 → Thu 26 Nov 11:00, kept as staff set: hours of the day',
  );
});

test('what happens to a connection names its PMS and the property', () => {
  const facts = { system: 'mews', property: 'Hotel Serra' };

  expect(timelineSentence({ ...writeFailed, kind: 'pms-broken', facts })).toBe(
    'Connection to Mews (Hotel Serra) broken',
  );
  expect(timelineSentence({ ...writeFailed, kind: 'pms-recovered', facts })).toBe(
    'Connection to Mews (Hotel Serra) works again',
  );
  expect(timelineSentence({ ...writeFailed, kind: 'pms-connected', facts: { system: 'mews' } })).toBe(
    'Connected to Mews',
  );
  expect(
    timelineSentence({ ...writeFailed, kind: 'settings-changed', facts: { ...facts, what: 'pms-disconnected' } }),
  ).toBe('Mews (Hotel Serra) disconnected');
});

test('a room move names both rooms', () => {
  const moved = { ...writeFailed, kind: 'room-moved', facts: { from: '204', to: '305' } } as const;

  expect(timelineSentence(moved)).toBe('Room moved from 204 to 305');
});

test('No Doorcode Assigned says why, and not who holds the code', () => {
  const unassigned = { ...writeFailed, kind: 'doorcode-unassigned', facts: { reason: 'reserved-by-strict' } } as const;

  expect(timelineSentence(unassigned)).toBe(
    'No Doorcode Assigned: another key has reserved the requested code for the whole property',
  );
});

test('writes of one minute to several doors are told in one line', () => {
  const pool = { ...written, id: 't8', doorName: 'Pool' };
  const entrance = { ...written, id: 't7', doorName: 'Main entrance' };

  const [line, ...rest] = timelineLines([pool, entrance]);

  expect(rest).toEqual([]);
  expect(timelineSentence(line?.entry ?? writeFailed, line?.doors)).toBe(
    'Doorcode written and read back: Main entrance and Pool',
  );
});

test('writes of different minutes, of different keys or twice at one door stay apart', () => {
  const later = { ...written, id: 't1', doorName: 'Pool', at: instantText.parse('2026-11-23T16:41:01.000Z') };
  const again = { ...written, id: 't2' };

  expect(timelineLines([later, written, again])).toHaveLength(3);
});

test('failed attempts are never told together', () => {
  expect(timelineLines([writeFailed, { ...writeFailed, id: 't8', doorName: 'Pool' }])).toHaveLength(2);
});

test('the filter knows what came from the PMS, from staff and from the locks', () => {
  const checkedIn = { ...written, kind: 'checked-in', by: { kind: 'pms', connector: 'mews' } } as const;
  const shown = { ...written, kind: 'doorcode-shown', by: ines } as const;

  expect([writeFailed, checkedIn, shown].map((entry) => cameFrom(entry, 'locks'))).toEqual([true, false, false]);
  expect([writeFailed, checkedIn, shown].map((entry) => cameFrom(entry, 'pms'))).toEqual([false, true, false]);
  expect([writeFailed, checkedIn, shown].map((entry) => cameFrom(entry, 'staff'))).toEqual([false, false, true]);
});

test('who did it is a name that the desk knows', () => {
  expect([ines, { kind: 'pms', connector: 'mews' } as const, { kind: 'portal' } as const].map(actorText)).toEqual([
    'Inês Rocha',
    'Mews',
    'Portal',
  ]);
});

test('a key revoked by hand needs no reason beside the name; one revoked by a cancellation does', () => {
  const revoked = { ...writeFailed, kind: 'key-revoked', by: ines, facts: { reason: 'staff' } } as const;

  expect(timelineSentence(revoked)).toBe('Key revoked');
  expect(timelineSentence({ ...revoked, facts: { reason: 'cancelled' } })).toBe(
    'Key revoked: the reservation was cancelled',
  );
});
