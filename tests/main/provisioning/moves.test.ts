import { expect, it } from 'vitest';
import { openHotel, type Hotel } from '#tests/support/portal-harness';

/** Who opens which rooms after every single thing that happened at a lock. */
function watchDoors(hotel: Hotel, guests: Readonly<Record<string, string | null>>): ReadonlySet<string> {
  const seen = new Set<string>();
  hotel.building.step = async () => {
    for (const [guest, code] of Object.entries(guests)) {
      const open = ['204', '205'].filter((room) =>
        hotel.building.lock(room).opens(code ?? '', hotel.building.zone, hotel.building.clock),
      );
      seen.add(`${guest}: ${open.join(' and ')}`);
    }
  };
  return seen;
}

async function twoGuests(rooms: readonly string[]) {
  const hotel = await openHotel({ rooms });
  const amara = hotel.checkIn('204', 'Amara Okafor');
  const bento = hotel.checkIn('205', 'Bento Reis');
  await hotel.after({ seconds: 10 });
  const codes = { amara: await hotel.codeOf('Amara Okafor'), bento: await hotel.codeOf('Bento Reis') };
  return { hotel, amara, bento, codes };
}

it('17: of two guests who swap rooms neither opens both at any moment', async () => {
  const { hotel, amara, bento, codes } = await twoGuests(['204', '205']);
  const seen = watchDoors(hotel, codes);
  hotel.building.hangsFor('204', 1);

  hotel.pms.move(amara, '205');
  hotel.pms.move(bento, '204');
  await hotel.after({ seconds: 20 });

  expect([...seen].filter((each) => each.includes('and'))).toEqual([]);
  expect(await hotel.opens('205', 'Amara Okafor')).toBe(true);
  expect(await hotel.opens('204', 'Bento Reis')).toBe(true);
});

it('17: the lock of the old room does not answer: the new room opens two seconds later all the same', async () => {
  const { hotel, amara, bento, codes } = await twoGuests(['204', '205']);
  watchDoors(hotel, codes);
  hotel.building.hangsFor('204', 30);

  hotel.pms.move(amara, '205');
  hotel.pms.move(bento, '204');
  await hotel.after({ seconds: 8 });

  expect(await hotel.opens('205', 'Amara Okafor')).toBe(true);
});
