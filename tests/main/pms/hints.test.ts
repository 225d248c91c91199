import { startPoller } from '#main/pms/poller';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { expect, it } from 'vitest';

/** A hotel that asks its PMS once a minute; the PMS calls when something changed. */
async function hotelWithHints(hints?: (listener: () => void) => () => void) {
  const hotel = await openHotel({ rooms: ['204'], polling: false, settings: { pollSeconds: 60 } });
  let call = (): void => undefined;
  let ended = 0;
  hotel.pms.hints =
    hints ??
    ((listener) => {
      call = listener;
      return () => (ended += 1);
    });
  const poller = startPoller(hotel.base, hotel.source);
  await hotel.after({ seconds: 61 });
  await hotel.after({ seconds: 10 });
  return { hotel, poller, hint: () => call(), ended: () => ended };
}

const rounds = (hotel: Hotel): number => hotel.pms.asked.changes.length;

it('a hint asks the PMS at once, and the check-in is at the door before the next poll', async () => {
  const { hotel, poller, hint } = await hotelWithHints();
  hotel.checkIn('204', 'Amara Okafor');

  hint();
  await hotel.after({ seconds: 3 });

  const opens = await hotel.opens('204', 'Amara Okafor');
  await poller.stop();
  expect(opens).toBe(true);
});

it('a hundred hints are one round', async () => {
  const { hotel, poller, hint } = await hotelWithHints();
  const before = rounds(hotel);

  Array.from({ length: 100 }, hint);
  await hotel.after({ seconds: 10 });

  await poller.stop();
  expect(rounds(hotel) - before).toBe(1);
});

it('hints without an end are one round a second', async () => {
  const { hotel, poller, hint } = await hotelWithHints();
  const before = rounds(hotel);
  const listed = hotel.pms.changedStays.bind(hotel.pms);
  hotel.pms.changedStays = (window) => {
    hint();
    return listed(window);
  };

  hint();
  await hotel.after({ seconds: 10 });

  await poller.stop();
  expect(rounds(hotel) - before).toBe(11);
});

it('after a hint the usual pause begins anew', async () => {
  const { hotel, poller, hint } = await hotelWithHints();
  hint();
  await hotel.after({ seconds: 1 });
  const before = rounds(hotel);

  await hotel.after({ seconds: 58 });
  const early = rounds(hotel) - before;
  await hotel.after({ seconds: 3 });

  await poller.stop();
  expect(early).toBe(0);
  expect(rounds(hotel) - before).toBe(1);
});

it('a PMS in trouble is left in peace, whatever it hints', async () => {
  const { hotel, poller, hint } = await hotelWithHints();
  const retryAt = hotel.clock.now();
  hotel.pms.trouble = { outcome: 'unreachable', cause: 'ECONNREFUSED', retryAt };
  await hotel.after({ seconds: 60 });
  const asked = countProperty(hotel);

  hint();
  await hotel.after({ seconds: 10 });

  await poller.stop();
  expect(asked()).toBe(0);
});

it('a hint during a round that fails does not shorten the pause after it', async () => {
  const { hotel, poller, hint } = await hotelWithHints();
  const asked = countProperty(hotel, hint);
  hotel.pms.trouble = { outcome: 'unreachable', cause: 'ECONNREFUSED', retryAt: null };

  await hotel.after({ seconds: 70 });

  await poller.stop();
  expect(asked()).toBe(1);
});

it('a hint channel that cannot be opened changes nothing', async () => {
  const { hotel, poller } = await hotelWithHints(() => {
    throw new Error('no such host');
  });
  const before = rounds(hotel);
  hotel.checkIn('204', 'Amara Okafor');

  await hotel.after({ minutes: 1 });

  const connection = await hotel.disk.read((view) => view.get('pms', 'mews'));
  const opens = await hotel.opens('204', 'Amara Okafor');
  await poller.stop();
  expect(rounds(hotel) - before).toBe(1);
  expect(connection?.state).toBe('connected');
  expect(opens).toBe(true);
});

it('with the connection the hints end', async () => {
  const { poller, ended } = await hotelWithHints();

  await poller.stop();

  expect(ended()).toBe(1);
});

function countProperty({ pms }: Hotel, meanwhile: () => void = () => undefined): () => number {
  let count = 0;
  const property = pms.property.bind(pms);
  pms.property = () => {
    count += 1;
    meanwhile();
    return property();
  };
  return () => count;
}
