import { expect, test } from 'vitest';
import { doorId, personId } from '#domain/ids';
import { actWords, closingWith } from '../../renderer/screens/key-details/key-act.ts';
import { amara, amarasKey, door204, pool } from './key-fixtures.ts';

const door305 = { ...door204, doorId: doorId.parse('door-305'), name: '305' };

test('revoking a room says that the doors linked to it close with it', () => {
  const words = actWords({ act: 'revoke', doorId: door204.doorId }, amarasKey);

  expect(words.consequence).toBe(
    'Amara Okafor can no longer open 204 and Pool with this doorcode. No other door is left on this key. Access can be restored here while the stay lasts.',
  );
});

test('with a second room on the key, a linked door is only said to close for certain when it does', () => {
  const key = { ...amarasKey, doors: [door204, pool, door305] };

  expect(closingWith(door204, key)).toEqual({ lost: ['204'], maybe: ['Pool'] });
  expect(actWords({ act: 'revoke', doorId: door204.doorId }, key).consequence).toBe(
    'Amara Okafor can no longer open 204 with this doorcode. Pool, linked to it, closes too, unless another door of this key is linked there as well. 305 still opens. Access can be restored here while the stay lasts.',
  );
});

test('switching a doorcode off says who can no longer open what, and whose codes stay', () => {
  const ben = { ...amara, personId: personId.parse('ben'), firstName: 'Ben', lastName: 'Adler' };
  const asked = { act: 'remove-doorcode', personId: amara.personId } as const;

  expect(actWords(asked, { ...amarasKey, people: [amara, ben] })).toMatchObject({
    title: 'Switch off the doorcode of Amara Okafor?',
    consequence:
      'Amara Okafor can no longer open 204 and Pool with this doorcode. Ben Adler’s doorcode still opens. A doorcode can be added again here; it will be a new one.',
    confirm: 'Switch off',
    danger: true,
    place: 'doorcode/amara',
  });
  expect(actWords(asked, amarasKey).consequence).toBe(
    'Amara Okafor can no longer open 204 and Pool with this doorcode. No other doorcode is left on this key. A doorcode can be added again here; it will be a new one.',
  );
});

test('revoking the whole key names every door and says what an offline lock means', () => {
  const words = actWords({ act: 'revoke', doorId: null }, amarasKey);

  expect(words).toMatchObject({ title: 'Revoke all devices on the key of Amara Okafor?', danger: true, place: 'key' });
  expect(words.consequence).toContain('can no longer open 204 and Pool with this doorcode.');
  expect(words.consequence).toContain('a lock that is offline keeps the code until it answers');
});

test('removing a person says at which doors their doorcode ends, and who stays', () => {
  const ben = { ...amara, personId: personId.parse('ben'), firstName: 'Ben', lastName: 'Adler', doorcode: null };
  const shared = { ...amarasKey, people: [amara, ben] };

  expect(actWords({ act: 'remove-person', personId: amara.personId }, shared)).toMatchObject({
    title: 'Remove Amara Okafor from this key?',
    consequence:
      'Amara Okafor’s doorcode ends at 2 doors: 204 and Pool. A lock that is offline keeps the code until it answers. Ben Adler stays on the key. A later change by the PMS does not bring them back.',
    confirm: 'Remove person',
    danger: true,
    place: 'key',
  });
  expect(actWords({ act: 'remove-person', personId: ben.personId }, { ...shared, source: 'manual' }).consequence).toBe(
    'Ben Adler has no doorcode on this key. Amara Okafor stays on the key.',
  );
});
