import { AppError } from '#domain/failure';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import {
  allCards,
  encode,
  keyWithCard,
  replaceCard,
  restore,
  revoke,
  say,
  stockUp,
} from '#tests/support/stock-of-cards';

/** A week at the desk with few cards, few rooms and much to do: the stock and the keys never tell two stories. */

const guests = ['Ana Costa', 'Bruno Dias', 'Carla Esteves', 'Duarte Faria'] as const;
const cards = ['1', '2', '3'] as const;
const guest = fc.constantFrom(...guests);
const number = fc.constantFrom(...cards);
const policy = fc.constantFrom('random' as const, 'preferred' as const, 'strict' as const);

type Act = (hotel: Hotel) => Promise<unknown>;

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(guest, policy, number, fc.constantFrom('204', '205')).map(
    ([name, asked, card, room]): Act =>
      (hotel) =>
        keyWithCard(hotel, { name, room, policy: asked, ...(asked === 'random' ? {} : { number: card }) }),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        revoke(hotel, name),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        restore(hotel, name),
  ),
  fc.tuple(guest, policy, number).map(
    ([name, asked, card]): Act =>
      (hotel) =>
        replaceCard(hotel, name, { number: card, policy: asked }),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        replaceCard(hotel, name, { number: null }),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        oneMore(hotel, name),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        takeBack(hotel, name),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        undo(hotel, name),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        stayLonger(hotel, name),
  ),
  guest.map(
    (name): Act =>
      (hotel) =>
        encode(hotel, name),
  ),
  fc.tuple(number, fc.constantFrom('available' as const, 'lost' as const, 'blocked' as const, 'worn-out' as const)).map(
    ([card, state]): Act =>
      (hotel) =>
        say(hotel, card, state),
  ),
  fc.integer({ min: 1, max: 20 }).map(
    (hours): Act =>
      (hotel) =>
        hotel.after({ hours }),
  ),
);

async function oneMore(hotel: Hotel, name: string): Promise<void> {
  const { id: keyId, version, people } = await hotel.keyOf(name);
  const personId = people[0]?.personId ?? ('' as never);
  await hotel.keycards.set({ keyId, version, personId, credentialId: null, policy: 'random', keycardId: null }, clerk);
}

async function takeBack(hotel: Hotel, name: string): Promise<void> {
  const { id: keyId, version, people } = await hotel.keyOf(name);
  const personId = people[0]?.personId ?? ('' as never);
  const credentialId = people[0]?.keycards[0]?.credentialId ?? ('' as never);
  await hotel.keycards.remove({ keyId, version, personId, credentialId }, clerk);
}

async function undo(hotel: Hotel, name: string): Promise<void> {
  const { id: keyId, version } = await hotel.keyOf(name);
  await hotel.keys.undo({ keyId, version }, clerk);
}

async function stayLonger(hotel: Hotel, name: string): Promise<void> {
  const { id: keyId, version, doors } = await hotel.keyOf(name);
  const arrival = doors[0]?.arrival ?? ('' as never);
  await hotel.keys.changeStay({ keyId, version, arrival, departure: '2026-11-27T11:00' as never }, clerk);
}

/** What the desk is refused is refused: a guest without a key, a key that is not restorable, a card that is taken. */
async function done(hotel: Hotel, what: Act): Promise<void> {
  await what(hotel).catch((failure: unknown) => {
    if (!(failure instanceof AppError) && !(failure instanceof RangeError)) throw failure;
  });
}

/** Everything in which the stock and the keys disagree. */
async function disagreements(hotel: Hotel): Promise<readonly string[]> {
  const stock = await allCards(hotel);
  const live = (await hotel.allKeys()).filter(({ status }) => status === 'current' || status === 'upcoming');
  const named = live.flatMap(({ id: keyId, people }) =>
    people.flatMap(({ keycards }) => keycards.map((credential) => ({ keyId, ...credential }))),
  );
  const held = named.flatMap(({ keycardId }) => keycardId ?? []);
  const unknown = named.filter(({ keyId, credentialId, keycardId }) => {
    const card = stock.find(({ id }) => id === keycardId);
    const isTheirs = card?.holder?.keyId === keyId && card.holder.credentialId === credentialId;
    return keycardId !== null && (!isTheirs || card?.state === 'available');
  });
  const orphans = stock.filter(
    ({ id, state, holder }) =>
      state === 'assigned' &&
      !named.some((each) => each.keycardId === id && each.credentialId === holder?.credentialId),
  );
  return [
    ...held.filter((id, index) => held.indexOf(id) !== index).map(() => 'two live keys hold one card'),
    ...unknown.map(() => 'a key names a card that the stock does not say is its own'),
    ...orphans.map(({ number: card }) => `card ${card} is assigned to nobody`),
    ...stock.filter(({ state, holder }) => state === 'available' && holder !== null).map(() => 'free, and held'),
    ...named
      .filter(({ keycardId, unassigned }) => (keycardId === null) !== (unassigned !== null))
      .map(() => 'no card and no reason, or both'),
    ...(await validForNobody(hotel)),
  ];
}

/** Cards that count as issued although their key has ended or their person has another. */
async function validForNobody(hotel: Hotel): Promise<readonly string[]> {
  const stock = await allCards(hotel);
  const all = await hotel.disk.read((view) => view.find('cardWritings', 'state', { value: 'issued' }));
  return all
    .filter(({ keycardId, credentialId }) => {
      const card = stock.find(({ id }) => id === keycardId);
      return card !== undefined && (card.state !== 'assigned' || card.holder?.credentialId !== credentialId);
    })
    .map(() => 'issued on a card that is not that person’s');
}

it('after any week of acts the stock and the keys agree, and the locks hold what the keys say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 30 }), async (week) => {
      const hotel = await openHotel({ rooms: ['204', '205'], ...quiet });
      await stockUp(hotel, ...cards);
      await keyWithCard(hotel, { name: 'Ana Costa', room: '204' });
      await keyWithCard(hotel, { name: 'Bruno Dias', room: '205', policy: 'strict', number: '1' });
      for (const each of week) {
        await done(hotel, each);
        expect(await disagreements(hotel)).toEqual([]);
      }
      await hotel.after({ minutes: 10 });

      expect(await hotel.wanted()).toEqual(hotel.held());
      await hotel.stopPortal();
    }),
    { numRuns: 100 },
  );
}, 60_000);
