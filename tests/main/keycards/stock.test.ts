import { addKeycardInput, importKeycardsInput, keycardListInput } from '#api/keycard-inputs';
import type { KeycardImport, KeycardPage } from '#api/keycards';
import { describe, expect, it } from 'vitest';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { card, keyWithCard, say, stockOf, stockUp } from '#tests/support/stock-of-cards';

async function hotelWith(...numbers: readonly string[]): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204'], ...quiet });
  await stockUp(hotel, ...numbers);
  return hotel;
}

function list(hotel: Hotel, asked: object = {}): Promise<KeycardPage> {
  return hotel.keycards.list(keycardListInput.parse(asked));
}

async function numbersOf(hotel: Hotel, asked: object): Promise<readonly string[]> {
  return (await list(hotel, asked)).rows.map(({ number }) => number);
}

function importFile(hotel: Hotel, csv: string, apply: boolean): Promise<KeycardImport> {
  return hotel.keycards.importCsv(importKeycardsInput.parse({ csv, apply }), clerk);
}

async function auditOf(hotel: Hotel): Promise<readonly string[]> {
  const entries = await hotel.disk.read((view) => view.all('audit'));
  return entries.map(({ what, facts }) => `${what} ${facts['number'] ?? facts['added'] ?? ''}`.trim());
}

describe('the list of keycards', () => {
  it('counts the whole stock by state, and lists in the order of the numbers', async () => {
    const hotel = await hotelWith('10', '9', '100', 'A7');
    await say(hotel, '10', 'lost');
    const page = await list(hotel, { limit: 3 });

    expect(page.counts).toEqual({ available: 3, assigned: 0, lost: 1, blocked: 0, 'worn-out': 0 });
    expect(page.rows.map(({ number }) => number)).toEqual(['9', '10', '100']);
    expect(page.total).toBe(4);
    expect(await numbersOf(hotel, { offset: 3 })).toEqual(['A7']);
  });

  it('shows one state alone', async () => {
    const hotel = await hotelWith('1', '2', '3');
    await say(hotel, '2', 'blocked');

    expect(await numbersOf(hotel, { state: 'blocked' })).toEqual(['2']);
    expect(await numbersOf(hotel, { state: 'available' })).toEqual(['1', '3']);
  });

  it('finds a card by its number, its name, and the guest who holds it', async () => {
    const hotel = await hotelWith('1041', '2041', '7');
    const { id: keycardId, version } = await card(hotel, '7');
    await hotel.keycards.rename({ keycardId, version, number: '7', name: 'Grão Porto' }, clerk);
    await keyWithCard(hotel, { name: 'Rita Fernandes', policy: 'preferred', number: '1041' });

    expect(await numbersOf(hotel, { text: '041' })).toEqual(['1041', '2041']);
    expect(await numbersOf(hotel, { text: 'grao' })).toEqual(['7']);
    expect(await numbersOf(hotel, { text: 'fern rit' })).toEqual(['1041']);
    expect(await numbersOf(hotel, { text: 'rita', state: 'available' })).toEqual([]);
  });

  it('says who holds a card and where, and no more of its UID than its end', async () => {
    const hotel = await hotelWith('580');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    const [row] = (await list(hotel)).rows;

    expect(row).toMatchObject({ uidEnd: '580', state: 'assigned', writing: null });
    expect(row?.holder).toMatchObject({ owner: 'Rita Fernandes', doors: ['204'] });
    expect(JSON.stringify(row)).not.toContain('04000000000580');
  });
});

describe('a card of the stock', () => {
  it('is added once: neither its number nor its UID comes twice', async () => {
    const hotel = await hotelWith('7');
    const add = (number: string, uid: string | null): Promise<unknown> =>
      hotel.keycards.add(addKeycardInput.parse({ number, uid }), clerk);

    await expect(add('7', null)).rejects.toMatchObject({ code: 'keycard-number-taken' });
    await expect(add('8', '04:00:00:00:00:00:07')).rejects.toMatchObject({ code: 'keycard-known' });
    expect(await stockOf(hotel)).toEqual(['7 available']);
  });

  it('is renamed from the version that was seen, to a number that no other has', async () => {
    const hotel = await hotelWith('7', '8');
    const { id: keycardId } = await card(hotel, '7');
    const rename = (version: number, number: string): Promise<void> =>
      hotel.keycards.rename({ keycardId, version, number, name: 'Spare' }, clerk);

    await expect(rename(0, '8')).rejects.toMatchObject({ code: 'keycard-number-taken' });
    await rename(0, '70');
    await expect(rename(0, '71')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await card(hotel, '70')).toMatchObject({ name: 'Spare', version: 1 });
  });

  it('that somebody holds is not simply made available', async () => {
    const hotel = await hotelWith('7');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });

    await expect(say(hotel, '7', 'available')).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('leaves a line in the audit for all that is done with it', async () => {
    const hotel = await hotelWith('7');
    const { id: keycardId, version } = await card(hotel, '7');
    await hotel.keycards.rename({ keycardId, version, number: '8', name: '' }, clerk);
    await say(hotel, '8', 'worn-out');
    await importFile(hotel, 'number\n9\n', true);

    expect(await auditOf(hotel)).toEqual([
      'keycard-added 7',
      'keycard-renamed 8',
      'keycard-state 8',
      'keycards-imported 1',
    ]);
  });
});

describe('a file of cards', () => {
  const file = 'name;number;uid\r\nGuest;101;04:A1:B2:C3:D4:E5:F6\r\n"Spare; red";102;\r\n';

  it('is only looked at first: nothing is taken in', async () => {
    const hotel = await hotelWith();

    expect(await importFile(hotel, file, false)).toEqual({ outcome: 'ready', added: 2, completed: 0, known: 0 });
    expect(await stockOf(hotel)).toEqual([]);
  });

  it('is taken in, with UIDs as readers print them', async () => {
    const hotel = await hotelWith();

    expect(await importFile(hotel, file, true)).toEqual({ outcome: 'imported', added: 2, completed: 0, known: 0 });
    expect(await card(hotel, '101')).toMatchObject({ name: 'Guest', uid: '04a1b2c3d4e5f6', state: 'available' });
    expect(await card(hotel, '102')).toMatchObject({ name: 'Spare; red', uid: null });
  });

  it('may be read again: its cards are known by then', async () => {
    const hotel = await hotelWith();
    await importFile(hotel, file, true);

    expect(await importFile(hotel, file, true)).toEqual({ outcome: 'imported', added: 0, completed: 0, known: 2 });
  });

  it('gives a card that was listed without one its UID, says so first, and the locks of its key hear of it', async () => {
    const hotel = await openHotel({ rooms: ['204'], ...quiet });
    await importFile(hotel, 'number\n101\n102\n', true);
    await keyWithCard(hotel, { name: 'Rita Fernandes', policy: 'preferred', number: '101' });
    const uids = 'number,uid\n101,04a1b2c3d4e5f6\n102,\n103,\n';
    const looked = await importFile(hotel, uids, false);
    const before = await card(hotel, '101');
    const done = await importFile(hotel, uids, true);
    await hotel.after({ seconds: 5 });

    expect(looked).toEqual({ outcome: 'ready', added: 1, completed: 1, known: 1 });
    expect(before.uid).toBeNull();
    expect(done).toEqual({ outcome: 'imported', added: 1, completed: 1, known: 1 });
    expect(await card(hotel, '101')).toMatchObject({ uid: '04a1b2c3d4e5f6', state: 'assigned' });
    expect(hotel.building.card('204', '04a1b2c3d4e5f6')).toBe(true);
  });

  it('with one wrong line is refused as a whole, and every wrong line is named', async () => {
    const hotel = await hotelWith('7');
    const wrong = 'number,uid\n1,04a1b2c3\n7,04a1b2c4\n8,04000000000007\n9,04a1b2\n1,\n10,04-A1-B2-C3\n,\n,04a1b2c9\n';

    expect(await importFile(hotel, wrong, true)).toEqual({
      outcome: 'refused',
      problems: [
        { line: 5, what: 'not-a-uid' },
        { line: 6, what: 'number-twice', first: 2 },
        { line: 7, what: 'uid-twice', first: 2 },
        { line: 9, what: 'number-missing' },
      ],
    });
    expect(await stockOf(hotel)).toEqual(['7 available']);
  });

  it('that disagrees with the stock is refused', async () => {
    const hotel = await hotelWith('7');

    expect(await importFile(hotel, 'number,uid\n7,04a1b2c4\n8,04000000000007\n', true)).toEqual({
      outcome: 'refused',
      problems: [
        { line: 2, what: 'number-in-stock' },
        { line: 3, what: 'uid-in-stock', number: '7' },
      ],
    });
  });
});
