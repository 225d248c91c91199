import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import {
  cardOf,
  keyWithCard,
  replaceCard,
  restore,
  revoke,
  say,
  stockOf,
  stockUp,
} from '#tests/support/stock-of-cards';

async function hotelWith(...numbers: readonly string[]): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204', '205'], ...quiet });
  await stockUp(hotel, ...numbers);
  return hotel;
}

describe('a key that ends', () => {
  it('returns its cards: revoked at once, and past when the stay is over', async () => {
    const hotel = await hotelWith('1', '2');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await keyWithCard(hotel, { name: 'Jonas Weber' });
    await revoke(hotel, 'Rita Fernandes');
    const revoked = await stockOf(hotel);
    await hotel.after({ hours: 24 });

    expect(revoked).toEqual(['1 available', '2 assigned']);
    expect(await stockOf(hotel)).toEqual(['1 available', '2 available']);
  });

  it('restored, it has its card again', async () => {
    const hotel = await hotelWith('1');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await revoke(hotel, 'Rita Fernandes');
    await restore(hotel, 'Rita Fernandes');

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('1');
    expect(await stockOf(hotel)).toEqual(['1 assigned']);
  });

  it('restored after somebody else got its card, it says so and takes no other', async () => {
    const hotel = await hotelWith('1', '2');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await revoke(hotel, 'Rita Fernandes');
    await keyWithCard(hotel, { name: 'Jonas Weber' });
    await restore(hotel, 'Rita Fernandes');

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('held-by-another-key');
    expect(await stockOf(hotel)).toEqual(['1 assigned', '2 available']);
    expect(await hotel.alerts()).toEqual(['no-keycard']);
  });

  it('gives back the card of a person who is taken off it', async () => {
    const hotel = await hotelWith('1', '2');
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const jonas = { kind: 'guest' as const, firstName: 'Jonas', lastName: 'Weber', email: null, phone: null };
    const keycard = { policy: 'random' as const, keycardId: null };
    const { version } = await hotel.keys.addPerson(
      { keyId, version: 0, person: jonas, doorcode: null, keycard },
      clerk,
    );
    const both = await stockOf(hotel);
    const [rita] = (await hotel.keyOf('Rita Fernandes')).people;
    await hotel.keys.removePerson({ keyId, version, personId: rita?.personId ?? ('' as never) }, clerk);

    expect(both).toEqual(['1 assigned', '2 assigned']);
    expect(await stockOf(hotel)).toEqual(['1 available', '2 assigned']);
  });
});

describe('a person who was taken off a key by mistake', () => {
  const jonas = { kind: 'guest' as const, firstName: 'Jonas', lastName: 'Weber', email: null, phone: null };

  /** Rita with card 1 and Jonas with card 2, and then Jonas without. */
  async function withoutJonas(hotel: Hotel) {
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const keycard = { policy: 'random' as const, keycardId: null };
    const both = await hotel.keys.addPerson({ keyId, version: 0, person: jonas, doorcode: null, keycard }, clerk);
    const personId = (await hotel.keyOf('Rita Fernandes')).people[1]?.personId ?? ('' as never);
    const { version } = await hotel.keys.removePerson({ keyId, version: both.version, personId }, clerk);
    return { keyId, version };
  }

  it('has the same card again after Undo, and the locks know it', async () => {
    const hotel = await openHotel({ rooms: ['204'], ...quiet });
    await stockUp(hotel, '1', '2', '3');
    const undone = await withoutJonas(hotel);
    await hotel.after({ seconds: 5 });
    const meanwhile = hotel.building.card('204', '04000000000002');
    await hotel.keys.undo(undone, clerk);
    await hotel.after({ seconds: 5 });

    expect(meanwhile).toBe(false);
    expect(await stockOf(hotel)).toEqual(['1 assigned', '2 assigned', '3 available']);
    expect(hotel.building.card('204', '04000000000002')).toBe(true);
  });

  it('stays off it when another key has the card by now', async () => {
    const hotel = await hotelWith('1', '2', '3');
    const undone = await withoutJonas(hotel);
    await keyWithCard(hotel, { name: 'Emma Roth', policy: 'preferred', number: '2' });
    const undoing = hotel.keys.undo(undone, clerk);

    await expect(undoing).rejects.toMatchObject({ code: 'keycard-not-available' });
    expect((await hotel.keyOf('Rita Fernandes')).people.map(({ firstName }) => firstName)).toEqual(['Rita']);
    expect(await cardOf(hotel, 'Emma Roth')).toBe('2');
  });

  it('stays off it when the card was reported lost meanwhile', async () => {
    const hotel = await hotelWith('1', '2');
    const undone = await withoutJonas(hotel);
    await say(hotel, '2', 'lost');

    await expect(hotel.keys.undo(undone, clerk)).rejects.toMatchObject({ code: 'keycard-not-available' });
    expect(await stockOf(hotel)).toEqual(['1 assigned', '2 lost']);
  });
});

describe('the Keycard switch', () => {
  it('is off unless the desk turns it on', async () => {
    const hotel = await hotelWith('1');
    hotel.checkIn('204', 'Ana Costa');
    await hotel.syncNow();
    await hotel.after({ seconds: 10 });

    expect(await stockOf(hotel)).toEqual(['1 available']);
  });

  it('turned on for a PMS guest at check-in, the card is theirs until they check out', async () => {
    const hotel = await openHotel({ rooms: ['204'] });
    await stockUp(hotel, '1');
    const stay = hotel.checkIn('204', 'Ana Costa');
    await hotel.after({ seconds: 10 });
    await replaceCard(hotel, 'Ana Costa', { number: null });
    const during = await stockOf(hotel);
    const opened = hotel.building.card('204', '04000000000001');
    hotel.pms.checkOut(stay);
    await hotel.after({ seconds: 10 });

    expect(during).toEqual(['1 assigned']);
    expect(opened).toBe(true);
    expect(await stockOf(hotel)).toEqual(['1 available']);
    expect(hotel.building.card('204', '04000000000001')).toBe(false);
  });

  it('turned off again, the card is back in the stock', async () => {
    const hotel = await hotelWith('1');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const { id: keyId, version, people } = await hotel.keyOf('Rita Fernandes');
    const credentialId = people[0]?.keycards[0]?.credentialId ?? ('' as never);
    const personId = people[0]?.personId ?? ('' as never);
    await hotel.keycards.remove({ keyId, version, personId, credentialId }, clerk);

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('no keycard');
    expect(await stockOf(hotel)).toEqual(['1 available']);
  });

  it('turned off by mistake, Undo gives the same card again', async () => {
    const hotel = await hotelWith('1', '2');
    await keyWithCard(hotel, { name: 'Rita Fernandes', policy: 'preferred', number: '2' });
    const { id: keyId, version, people } = await hotel.keyOf('Rita Fernandes');
    const credentialId = people[0]?.keycards[0]?.credentialId ?? ('' as never);
    const personId = people[0]?.personId ?? ('' as never);
    const done = await hotel.keycards.remove({ keyId, version, personId, credentialId }, clerk);
    await hotel.keys.undo({ keyId, version: done.version }, clerk);

    expect(await cardOf(hotel, 'Rita Fernandes')).toBe('2');
    expect(await stockOf(hotel)).toEqual(['1 available', '2 assigned']);
  });

  it('one more card is another card of the same person', async () => {
    const hotel = await hotelWith('1', '2');
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const { version, people } = await hotel.keyOf('Rita Fernandes');
    const personId = people[0]?.personId ?? ('' as never);
    await hotel.keycards.set(
      { keyId, version, personId, credentialId: null, policy: 'random', keycardId: null },
      clerk,
    );
    const { people: shown } = await hotel.keys.details(keyId);

    expect(shown[0]?.keycards).toMatchObject([
      { number: '1', state: 'assigned' },
      { number: '2', state: 'assigned' },
    ]);
  });
});
