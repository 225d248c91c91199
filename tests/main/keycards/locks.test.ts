import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { openHotel, type Hotel, type HotelPlan } from '#tests/support/portal-harness';
import { card, keyWithCard, replaceCard, revoke, say, stockUp } from '#tests/support/stock-of-cards';

async function hotelWith(plan: Partial<HotelPlan> = {}): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204', '205'], ...quiet, ...plan });
  await stockUp(hotel, '7', '8');
  return hotel;
}

/** What the guest at the door sees who lays the card on the lock. */
function opensWith(hotel: Hotel, room: string, number: string): boolean {
  return hotel.building.card(room, `04${number.padStart(12, '0')}`);
}

async function shownCard(hotel: Hotel, guest: string) {
  const { people } = await hotel.keys.details((await hotel.keyOf(guest)).id);
  return people[0]?.keycards[0];
}

describe('a keycard at a lock that knows cards by their UID', () => {
  it('opens as soon as it is assigned, without being encoded, until the departure', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const during = opensWith(hotel, '204', '7');
    await hotel.after({ hours: 24 });

    expect(during).toBe(true);
    expect(opensWith(hotel, '204', '7')).toBe(false);
    expect(hotel.held()).toEqual([]);
  });

  it('opens a lock whose new software takes cards, and the common door behind the room, after the next comparison', async () => {
    const hotel = await hotelWith({ cardLocks: false, commonDoors: ['Pool'] });
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const before = opensWith(hotel, '204', '7');
    hotel.building.lock('204').takesCards = true;
    hotel.building.lock('Pool').takesCards = true;
    await hotel.after({ hours: 12, minutes: 1 });

    expect(before).toBe(false);
    expect(opensWith(hotel, '204', '7')).toBe(true);
    expect(opensWith(hotel, 'Pool', '7')).toBe(true);
  });

  it('is read back there before the desk is told so', async () => {
    const hotel = await hotelWith();
    hotel.building.setRadio('204', false);
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const before = (await shownCard(hotel, 'Rita Fernandes'))?.locks;
    hotel.building.setRadio('204', true);
    await hotel.after({ minutes: 10 });

    expect(before).toEqual({ provisioned: 0, doors: 1 });
    expect((await shownCard(hotel, 'Rita Fernandes'))?.locks).toEqual({ provisioned: 1, doors: 1 });
  });

  it('opens common doors with the room', async () => {
    const hotel = await hotelWith({ commonDoors: ['Pool'] });
    await keyWithCard(hotel, { name: 'Rita Fernandes' });

    expect(opensWith(hotel, 'Pool', '7')).toBe(true);
  });

  it('opens longer when the stay is extended', async () => {
    const hotel = await hotelWith();
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const { version } = await hotel.keyOf('Rita Fernandes');
    const longer = { arrival: '2026-11-23T14:00' as never, departure: '2026-11-25T11:00' as never };
    await hotel.keys.changeStay({ keyId, version, ...longer }, clerk);
    await hotel.after({ hours: 24 });

    expect(opensWith(hotel, '204', '7')).toBe(true);
  });

  it('moves with the guest to another room', async () => {
    const hotel = await hotelWith();
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const { version } = await hotel.keyOf('Rita Fernandes');
    const [from, to] = [(await hotel.doorNamed('204')).id, (await hotel.doorNamed('205')).id];
    await hotel.keys.moveRoom({ keyId, version, from, to }, clerk);
    await hotel.after({ hours: 1 });

    expect(opensWith(hotel, '205', '7')).toBe(true);
    expect(opensWith(hotel, '204', '7')).toBe(false);
  });

  it('replaced, the new card opens and the former does not', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await replaceCard(hotel, 'Rita Fernandes', { number: '8' });

    expect(opensWith(hotel, '204', '8')).toBe(true);
    expect(opensWith(hotel, '204', '7')).toBe(false);
  });

  it('of a revoked key opens nothing, and opens the next guest’s room when they get it', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await revoke(hotel, 'Rita Fernandes');
    const revoked = opensWith(hotel, '204', '7');
    await keyWithCard(hotel, { name: 'Jonas Weber', policy: 'preferred', number: '7' });
    await hotel.after({ minutes: 1 });

    expect(revoked).toBe(false);
    expect(opensWith(hotel, '204', '7')).toBe(true);
    expect(await hotel.wanted()).toEqual(hotel.held());
  });

  it('is not told to a lock that takes no cards', async () => {
    const hotel = await hotelWith({ cardLocks: false });
    await keyWithCard(hotel, { name: 'Rita Fernandes', doorcode: '739182' });

    expect(hotel.held()).toEqual(['204 739182 2026-11-23T14:00 to 2026-11-24T11:00']);
    expect((await shownCard(hotel, 'Rita Fernandes'))?.locks).toEqual({ provisioned: 0, doors: 0 });
  });
});

describe('a card that a lock has not confirmed', () => {
  it('is called a keycard where it has to go, by the alert and by the key', async () => {
    const hotel = await hotelWith();
    hotel.building.lock('204').answersAfter = 60;
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    hotel.building.setRadio('204', false);
    await revoke(hotel, 'Rita Fernandes');
    await hotel.after({ minutes: 10 });
    const alerts = await hotel.disk.read((view) => view.all('alerts'));
    const { removal } = await hotel.keys.details((await hotel.keyOf('Rita Fernandes')).id);

    expect(alerts).toMatchObject([{ kind: 'removal-failing', facts: { credential: 'card' } }]);
    expect(removal).toEqual({ pending: 1, of: 1, credentials: 'keycard' });
  });
});

describe('a lost card', () => {
  it('opens nothing any more, and the guest’s doorcode goes on opening', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes', doorcode: '739182' });
    await say(hotel, '7', 'lost');

    expect(opensWith(hotel, '204', '7')).toBe(false);
    expect(await hotel.opens('204', 'Rita Fernandes')).toBe(true);
    expect(hotel.held()).toEqual(['204 739182 2026-11-23T14:00 to 2026-11-24T11:00']);
  });

  it('leaves the doorcode as the lock has it: nothing is written again', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes', doorcode: '739182' });
    const codeOf = async () => (await hotel.entries()).find(({ wanted }) => wanted?.kind === 'pin');
    const before = await codeOf();
    await say(hotel, '7', 'blocked');

    expect(await codeOf()).toEqual(before);
  });

  it('leaves the person’s other card', async () => {
    const hotel = await hotelWith();
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const { version, people } = await hotel.keyOf('Rita Fernandes');
    const personId = people[0]?.personId ?? ('' as never);
    const oneMore = { keyId, version, personId, credentialId: null, policy: 'random' as const, keycardId: null };
    await hotel.keycards.set(oneMore, clerk);
    await say(hotel, '7', 'lost');

    expect(opensWith(hotel, '204', '7')).toBe(false);
    expect(opensWith(hotel, '204', '8')).toBe(true);
  });

  it('is still known to be the guest’s, and replaced it stays lost', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await say(hotel, '7', 'lost');
    const lost = await hotel.keycards.details((await card(hotel, '7')).id);
    await replaceCard(hotel, 'Rita Fernandes', { number: null });

    expect(lost).toMatchObject({ state: 'lost', holder: { owner: 'Rita Fernandes' } });
    expect(await card(hotel, '7')).toMatchObject({ state: 'lost' });
    expect(opensWith(hotel, '204', '8')).toBe(true);
    expect(opensWith(hotel, '204', '7')).toBe(false);
  });

  it('found again before it was replaced, it opens again', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await say(hotel, '7', 'lost');
    await say(hotel, '7', 'available');

    expect(await card(hotel, '7')).toMatchObject({ state: 'assigned' });
    expect(opensWith(hotel, '204', '7')).toBe(true);
  });

  it('found again it is still the guest’s, even if another key waits for it with Strict', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await keyWithCard(hotel, { name: 'Jonas Weber', room: '205', policy: 'strict', number: '7' });
    await say(hotel, '7', 'lost');
    await say(hotel, '7', 'available');

    expect(opensWith(hotel, '204', '7')).toBe(true);
    expect(opensWith(hotel, '205', '7')).toBe(false);
  });

  it('found after it was replaced, it is free for anybody', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await say(hotel, '7', 'lost');
    await replaceCard(hotel, 'Rita Fernandes', { number: '8' });
    await say(hotel, '7', 'available');

    expect(await card(hotel, '7')).toMatchObject({ state: 'available', holder: null });
    expect(opensWith(hotel, '204', '7')).toBe(false);
  });
});

describe('what the desk reads of the doorcode', () => {
  it('is not changed by a card that waits for its lock', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes', doorcode: '739182' });
    hotel.building.setRadio('204', false);
    await replaceCard(hotel, 'Rita Fernandes', { number: '8' });
    const { people, doors } = await hotel.keys.details((await hotel.keyOf('Rita Fernandes')).id);

    expect(people[0]?.doorcode?.summary).toMatchObject({ worst: 'provisioned', provisioned: 1, doors: 1 });
    expect(doors[0]?.doorcode).toMatchObject({ state: 'provisioned' });
  });

  it('counts one door once where both a doorcode and a card still have to leave its lock', async () => {
    const hotel = await hotelWith();
    await keyWithCard(hotel, { name: 'Rita Fernandes', doorcode: '739182' });
    hotel.building.setRadio('204', false);
    await revoke(hotel, 'Rita Fernandes');
    const { removal } = await hotel.keys.details((await hotel.keyOf('Rita Fernandes')).id);

    expect(removal).toEqual({ pending: 1, of: 1, credentials: 'both' });
  });
});
