import { keyListInput } from '#api/inputs';
import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import {
  encode,
  keyWithCard,
  replaceCard,
  restore,
  revoke,
  say,
  stockUp,
  writings,
} from '#tests/support/stock-of-cards';

/** Rita Fernandes has card 7 for 204, and it is encoded. */
async function encodedKey(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204', '205'], ...quiet });
  await stockUp(hotel, '7', '8');
  await keyWithCard(hotel, { name: 'Rita Fernandes' });
  await encode(hotel, 'Rita Fernandes');
  return hotel;
}

async function stayLonger(hotel: Hotel): Promise<number> {
  const { id: keyId, version } = await hotel.keyOf('Rita Fernandes');
  const longer = { arrival: '2026-11-23T14:00' as never, departure: '2026-11-25T11:00' as never };
  return (await hotel.keys.changeStay({ keyId, version, ...longer }, clerk)).version;
}

async function shown(hotel: Hotel) {
  const { people } = await hotel.keys.details((await hotel.keyOf('Rita Fernandes')).id);
  return people[0]?.keycards[0];
}

async function rowOf(hotel: Hotel, status: 'upcoming' | 'current' | 'past' | 'revoked' = 'current') {
  const { rows } = await hotel.keys.list(keyListInput.parse({ status }));
  return rows[0];
}

describe('an assigned card', () => {
  it('says that it is not encoded, and then what is on it', async () => {
    const hotel = await openHotel({ rooms: ['204'], ...quiet });
    await stockUp(hotel, '7');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const before = await shown(hotel);
    await encode(hotel, 'Rita Fernandes');

    expect(before).toMatchObject({ number: '7', uidEnd: '007', encoding: 'not-encoded', writing: null });
    expect(await shown(hotel)).toMatchObject({
      encoding: 'encoded',
      writing: { state: 'issued', doors: ['204'], until: '2026-11-24T11:00', encoder: 'Desk' },
    });
    expect(await rowOf(hotel)).toMatchObject({ keycard: 'encoded', needsAttention: false });
  });

  it('must be encoded again after the stay was extended, and the key says so wherever it is listed', async () => {
    const hotel = await encodedKey();
    await stayLonger(hotel);

    expect(await shown(hotel)).toMatchObject({ encoding: 'encode-again' });
    expect(await rowOf(hotel)).toMatchObject({ keycard: 'encode-again', needsAttention: true });
    expect(await hotel.alerts()).toEqual(['encode-again']);
  });

  it('must be encoded again after its key was revoked and restored: the locks were told to refuse what is on it', async () => {
    const hotel = await encodedKey();
    await revoke(hotel, 'Rita Fernandes');
    const revoked = await hotel.alerts();
    await restore(hotel, 'Rita Fernandes');

    expect(revoked).toEqual([]);
    expect(await shown(hotel)).toMatchObject({ number: '7', encoding: 'encode-again' });
    expect(await hotel.alerts()).toEqual(['encode-again']);
  });

  it('must be encoded again after the guest moved to another room', async () => {
    const hotel = await encodedKey();
    const { id: keyId, version } = await hotel.keyOf('Rita Fernandes');
    const [from, to] = [(await hotel.doorNamed('204')).id, (await hotel.doorNamed('205')).id];
    await hotel.keys.moveRoom({ keyId, version, from, to }, clerk);

    expect(await rowOf(hotel)).toMatchObject({ keycard: 'encode-again', needsAttention: true });
  });

  it('needs nobody any more once it was encoded again', async () => {
    const hotel = await encodedKey();
    await stayLonger(hotel);
    await encode(hotel, 'Rita Fernandes');

    expect(await rowOf(hotel)).toMatchObject({ keycard: 'encoded', needsAttention: false });
    expect(await hotel.alerts()).toEqual([]);
  });

  it('needs nobody any more when the change of the stay is undone', async () => {
    const hotel = await encodedKey();
    const version = await stayLonger(hotel);
    await hotel.keys.undo({ keyId: (await hotel.keyOf('Rita Fernandes')).id, version }, clerk);

    expect(await hotel.alerts()).toEqual([]);
  });

  it('that was taken away too early is not finished, which somebody has to see to', async () => {
    const hotel = await openHotel({ rooms: ['204'], ...quiet });
    await stockUp(hotel, '7');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await encode(hotel, 'Rita Fernandes', 'unknown');

    expect(await rowOf(hotel)).toMatchObject({ keycard: 'not-finished', needsAttention: true });
  });
});

describe('what was written', () => {
  it('is void when the card is replaced, and the new card is not encoded', async () => {
    const hotel = await encodedKey();
    await replaceCard(hotel, 'Rita Fernandes', { number: '8' });

    expect(await writings(hotel)).toEqual(['void replaced']);
    expect(await shown(hotel)).toMatchObject({ number: '8', encoding: 'not-encoded', writing: null });
  });

  it('is void when the card is lost', async () => {
    const hotel = await encodedKey();
    await say(hotel, '7', 'lost');

    expect(await writings(hotel)).toEqual(['void blocked']);
    expect(await rowOf(hotel)).toMatchObject({ keycard: 'lost' });
  });

  it('is void when the key is revoked, and when the stay is over', async () => {
    const hotel = await encodedKey();
    await keyWithCard(hotel, { name: 'Jonas Weber', room: '205' });
    await encode(hotel, 'Jonas Weber');
    await revoke(hotel, 'Rita Fernandes');
    const revoked = await writings(hotel);
    await hotel.after({ hours: 24 });

    expect(revoked).toEqual(['void key-ended', 'issued']);
    expect(await writings(hotel)).toEqual(['void key-ended', 'void key-ended']);
    expect(await hotel.alerts()).toEqual([]);
  });

  it('is void at once when the key was revoked while the encoder was writing', async () => {
    const hotel = await encodedKey();
    const { id: keyId, version } = await hotel.keyOf('Rita Fernandes');
    await encode(hotel, 'Rita Fernandes', 'unknown', () =>
      hotel.keys.revoke({ keyId, version, doorId: null }, clerk).then(() => undefined),
    );

    expect(await writings(hotel)).toEqual(['void key-ended', 'void key-ended']);
  });

  it('is told with the card, the newest first', async () => {
    const hotel = await encodedKey();
    await stayLonger(hotel);
    await encode(hotel, 'Rita Fernandes');
    const { keycardId } = (await shown(hotel)) ?? { keycardId: null };
    const details = await hotel.keycards.details(keycardId ?? ('' as never));

    expect(details.writings.map(({ id, owner, until }) => [id, owner, until])).toEqual([
      ['0000000002', 'Rita Fernandes', '2026-11-25T11:00'],
      ['0000000001', 'Rita Fernandes', '2026-11-24T11:00'],
    ]);
    expect(details.writing).toMatchObject({ id: '0000000002' });
  });
});

describe('a key that has ended', () => {
  it('still tells which card it had, and that the card is not its own any more', async () => {
    const hotel = await encodedKey();
    await revoke(hotel, 'Rita Fernandes');

    expect(await shown(hotel)).toMatchObject({ number: '7', state: null });
    expect(await rowOf(hotel, 'revoked')).toMatchObject({ keycard: 'not-needed' });
  });
});
