import { addPersonInput } from '#api/key-inputs';
import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import {
  cardOf,
  cardTimeline,
  keyWithCard,
  replaceCard,
  revoke,
  say,
  stockOf,
  stockUp,
} from '#tests/support/stock-of-cards';
import { quiet } from '#tests/support/manual-keys';

async function hotelWith(...numbers: readonly string[]): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204', '205'], ...quiet });
  await stockUp(hotel, ...numbers);
  return hotel;
}

async function choicesFor(hotel: Hotel, guest: string): Promise<readonly string[]> {
  const { id: keyId, people } = await hotel.keyOf(guest);
  const credentialId = people[0]?.keycards[0]?.credentialId ?? null;
  const choices = await hotel.keycards.choices({ keyId, credentialId, text: '' });
  return choices.map(({ number, isCurrent }) => `${number}${isCurrent ? ' current' : ''}`);
}

describe('Random', () => {
  it('takes the free card with the lowest number, as numbers count', async () => {
    const hotel = await hotelWith('10', '9', '100');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await keyWithCard(hotel, { name: 'Jonas Weber' });

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('9');
    expect(await cardOf(hotel, 'Jonas Weber')).toBe('10');
    expect(await stockOf(hotel)).toEqual(['9 assigned', '10 assigned', '100 available']);
  });

  it('says No Keycard Assigned when none is left, and the desk is told', async () => {
    const hotel = await hotelWith('9');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const keyId = await keyWithCard(hotel, { name: 'Jonas Weber' });

    expect(await cardOf(hotel, 'Jonas Weber')).toBe('no-card-left');
    expect(await hotel.alerts()).toEqual(['no-keycard']);
    expect(await cardTimeline(hotel, keyId)).toEqual(['keycard-unassigned no-card-left']);
  });

  it('asked for again, it has a card as soon as there is one, and the alert is gone', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await stockUp(hotel, '9');
    await replaceCard(hotel, 'Rita Fernandes', { number: null });

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('9');
    expect(await hotel.alerts()).toEqual([]);
  });
});

describe('Preferred', () => {
  it('takes the asked card', async () => {
    const hotel = await hotelWith('9', '10');
    await keyWithCard(hotel, { name: 'Rita Fernandes', policy: 'preferred', number: '10' });

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('10');
  });

  it('says who is in the way: another key, or the card itself', async () => {
    const hotel = await hotelWith('9', '10');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await say(hotel, '10', 'worn-out');
    await keyWithCard(hotel, { name: 'Jonas Weber', policy: 'preferred', number: '9' });
    await keyWithCard(hotel, { name: 'Ana Costa', policy: 'preferred', number: '10' });

    expect(await cardOf(hotel, 'Jonas Weber')).toBe('held-by-another-key');
    expect(await cardOf(hotel, 'Ana Costa')).toBe('not-in-use');
  });
});

describe('Strict', () => {
  it('keeps the card for its key alone: nobody else is offered it, and it comes as soon as it is free', async () => {
    const hotel = await hotelWith('9');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await keyWithCard(hotel, { name: 'Jonas Weber', policy: 'strict', number: '9' });
    await keyWithCard(hotel, { name: 'Ana Costa' });
    const before = await cardOf(hotel, 'Jonas Weber');
    await revoke(hotel, 'Rita Fernandes');

    expect(before).toBe('held-by-another-key');
    expect(await cardOf(hotel, 'Jonas Weber')).toBe('9');
    expect(await cardOf(hotel, 'Ana Costa')).toBe('no-card-left');
  });

  it('gets a card that is found again before anybody draws it', async () => {
    const hotel = await hotelWith('9');
    await say(hotel, '9', 'lost');
    await keyWithCard(hotel, { name: 'Jonas Weber', policy: 'strict', number: '9' });
    await say(hotel, '9', 'available');

    expect(await cardOf(hotel, 'Jonas Weber')).toBe('9');
    expect(await stockOf(hotel)).toEqual(['9 assigned']);
  });
});

it.each(['preferred', 'strict'])('with %s a specific keycard must be set, as with doorcodes', (policy) => {
  const person = { kind: 'guest', firstName: 'Rita', lastName: '', email: null, phone: null };
  const wish = { person, doorcode: null, keycard: { policy, keycardId: null } };
  const said = addPersonInput.safeParse({ keyId: 'key', version: 0, ...wish });

  expect(said.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['keycard.keycardId', 'keycard-missing'],
  ]);
});

describe('Replace', () => {
  it('shows only unused keycards, and the currently assigned one first', async () => {
    const hotel = await hotelWith('1', '2', '3', '4', '5');
    await keyWithCard(hotel, { name: 'Rita Fernandes', policy: 'preferred', number: '3' });
    await keyWithCard(hotel, { name: 'Jonas Weber' });
    await say(hotel, '4', 'blocked');

    expect(await choicesFor(hotel, 'Rita Fernandes')).toEqual(['3 current', '2', '5']);
  });

  it('returns the former card to the stock in the same act', async () => {
    const hotel = await hotelWith('1', '2');
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await replaceCard(hotel, 'Rita Fernandes', { number: '2' });

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('2');
    expect(await stockOf(hotel)).toEqual(['1 available', '2 assigned']);
    expect(await cardTimeline(hotel, keyId)).toEqual([
      'keycard-assigned 1',
      'keycard-returned 1',
      'keycard-assigned 2',
    ]);
  });

  it('leaves the person the card they have when somebody took the other one meanwhile', async () => {
    const hotel = await hotelWith('1', '2');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await keyWithCard(hotel, { name: 'Jonas Weber' });
    const replaced = replaceCard(hotel, 'Rita Fernandes', { number: '2', policy: 'preferred' });

    await expect(replaced).rejects.toMatchObject({ code: 'keycard-not-available' });
    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('1');
    expect(await stockOf(hotel)).toEqual(['1 assigned', '2 assigned']);
  });

  it('can be undone', async () => {
    const hotel = await hotelWith('1', '2');
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const version = await replaceCard(hotel, 'Rita Fernandes', { number: '2' });
    await hotel.keys.undo({ keyId, version }, clerk);

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('1');
    expect(await stockOf(hotel)).toEqual(['1 assigned', '2 available']);
  });

  it('is not undone when another key has the former card by now', async () => {
    const hotel = await hotelWith('1', '2');
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const version = await replaceCard(hotel, 'Rita Fernandes', { number: '2' });
    await keyWithCard(hotel, { name: 'Jonas Weber' });
    const undone = hotel.keys.undo({ keyId, version }, clerk);

    await expect(undone).rejects.toMatchObject({ code: 'keycard-not-available' });
    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('2');
    expect(await cardOf(hotel, 'Jonas Weber')).toBe('1');
  });
});
