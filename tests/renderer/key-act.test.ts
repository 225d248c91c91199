import { describe, expect, it, test } from 'vitest';
import { doorId, personId } from '#domain/ids';
import { actWords, closingWith } from '../../renderer/screens/key-details/key-act.ts';
import { amara, amarasKey, card12, door204, pool, written } from './key-fixtures.ts';

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
      'Amara Okafor can no longer open 204 and Pool with this doorcode. The doorcode of Ben Adler still opens. A doorcode can be added again here; it will be a new one.',
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

describe('a key with keycards', () => {
  const ben = { ...amara, personId: personId.parse('ben'), firstName: 'Ben', lastName: 'Adler', doorcode: null };

  it('before a person is removed, it says that what is written on their card goes on opening', () => {
    const shared = { ...amarasKey, people: [amara, { ...ben, keycards: [card12] }] };

    expect(actWords({ act: 'remove-person', personId: ben.personId }, shared).consequence).toBe(
      'Ben Adler has no doorcode on this key. Card 12 · …580 goes back to stock and is removed from the locks that know it. A lock that is offline keeps the card until it answers. What is written on Card 12 · …580 still opens doors that only read cards until its time is over; a room forgets it when a newer key is first used there. Take the card back and wipe it. Amara Okafor stays on the key. A later change by the PMS does not bring them back.',
    );
  });

  it('a card that nothing is written on only leaves the locks that know it', () => {
    const blank = { ...card12, writing: null, encoding: 'not-needed' } as const;
    const words = actWords(
      { act: 'revoke', doorId: null },
      { ...amarasKey, people: [{ ...amara, keycards: [blank] }] },
    );

    expect(words.consequence).toBe(
      'Amara Okafor can no longer open 204 and Pool with this doorcode. The locks are updated now; a lock that is offline keeps the code and the card until it answers, and is shown as “Removal pending”. Card 12 · …580 goes back to stock and is removed from the locks that know it. The key can be restored while the stay lasts, with the same card if it is free.',
    );
  });

  it('of several cards, those are named that something is written on', () => {
    const wiped = {
      ...card12,
      number: '13',
      uidEnd: '581',
      writing: { ...written, state: 'void', why: 'wiped' },
    } as const;
    const key = { ...amarasKey, people: [{ ...amara, doorcode: null, keycards: [card12, wiped] }] };

    const { consequence } = actWords({ act: 'revoke', doorId: null }, key);
    expect(consequence).toContain('Amara Okafor’s access to 204 and Pool ends.');
    expect(consequence).toContain('Card 12 · …580 and Card 13 · …581 go back to stock and are removed from the locks');
    expect(consequence).toContain('What is written on Card 12 · …580 still opens doors that only read cards');
  });

  it('a lost card, and one that the key does not have any more, are not spoken of', () => {
    const key = { ...amarasKey, people: [{ ...amara, keycards: [{ ...card12, state: 'lost' as const }] }] };

    expect(actWords({ act: 'revoke', doorId: null }, key).consequence).toBe(
      actWords({ act: 'revoke', doorId: null }, amarasKey).consequence,
    );
  });

  it('revoking one door says that the card has to be encoded again, or wiped where it was the last', () => {
    const people = [{ ...amara, keycards: [card12] }];
    const one = actWords({ act: 'revoke', doorId: door204.doorId }, { ...amarasKey, people });
    const ofTwo = actWords(
      { act: 'revoke', doorId: door204.doorId },
      { ...amarasKey, people, doors: [door204, door305] },
    );

    expect(one.consequence).toContain(
      'Card 12 · …580 is removed from the locks there that know it. What is written on Card 12 · …580 still opens 204 and Pool if those doors only read cards, until its time is over; a room forgets it when a newer key is first used there. Take the card back and wipe it.',
    );
    expect(ofTwo.consequence).toContain(
      'What is written on Card 12 · …580 still opens 204 if that door only reads cards',
    );
    expect(ofTwo.consequence).toContain('Encode the card again. 305 still opens.');
  });
});
