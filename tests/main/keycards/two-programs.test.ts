import { recoverWritings } from '#main/encoder/recover-writings';
import { openHotel } from '#tests/support/portal-harness';
import { SkewedClock } from '#tests/support/skewed-clock';
import { encode, keyWithCard, stockUp, writings } from '#tests/support/stock-of-cards';
import { expect, it } from 'vitest';

/** A second Portal on the same store. */

it('a program that starts leaves the card alone that another one is writing', async () => {
  const hotel = await openHotel({ rooms: ['204'], isShared: true });
  await stockUp(hotel, '1');
  await keyWithCard(hotel, { name: 'Amara Okafor' });
  let meanwhile: readonly string[] = [];

  await encode(hotel, 'Amara Okafor', 'issued', async () => {
    await recoverWritings(hotel.base);
    meanwhile = await writings(hotel);
  });

  expect(meanwhile).toEqual(['writing']);
});

it('what a program that is gone began is not known, half an hour later', async () => {
  const hotel = await openHotel({ rooms: ['204'], isShared: true });
  await stockUp(hotel, '1');
  await keyWithCard(hotel, { name: 'Amara Okafor' });
  let later: readonly string[] = [];

  await encode(hotel, 'Amara Okafor', 'issued', async () => {
    await hotel.after({ minutes: 31 });
    await recoverWritings(hotel.base);
    later = await writings(hotel);
  });

  expect(later).toEqual(['unknown crash']);
});

it('nor what was begun by a clock that was days ahead, once it is right: it is not left alone until then', async () => {
  const hotel = await openHotel({ rooms: ['204'], isShared: true });
  await stockUp(hotel, '1');
  await keyWithCard(hotel, { name: 'Amara Okafor' });
  const putRight = new SkewedClock(hotel.clock);
  putRight.ahead = { hours: -72 };
  let later: readonly string[] = [];

  await encode(hotel, 'Amara Okafor', 'issued', async () => {
    await recoverWritings({ ...hotel.base, clock: putRight });
    later = await writings(hotel);
  });

  expect(later).toEqual(['unknown crash']);
});
