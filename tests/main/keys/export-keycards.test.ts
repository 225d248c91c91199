import { describe, expect, it } from 'vitest';
import type { KeyStatus } from '#domain/key/key';
import { keyQuestion } from '#domain/key/key-question';
import { readCsv } from '#domain/text/read-csv';
import { sheetCsv } from '#domain/text/sheet';
import { bulkService } from '#main/keys/bulk-service';
import { clerk } from '#tests/support/desk-acts';
import { quiet } from '#tests/support/manual-keys';
import { type Hotel, openHotel } from '#tests/support/portal-harness';
import { encode, keyWithCard, revoke, say, stockUp } from '#tests/support/stock-of-cards';
import { keysSheetWords } from '../../../renderer/screens/keys/sheet-sentences.ts';

async function hotelWith(...numbers: readonly string[]): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['204', '205'], ...quiet });
  await stockUp(hotel, ...numbers);
  return hotel;
}

async function exported(hotel: Hotel, status: KeyStatus = 'current'): Promise<string> {
  const question = keyQuestion.parse({ status });
  const sheet = await bulkService(hotel.base).exportKeys({ kind: 'all-but', question, but: [] }, clerk);
  return sheetCsv(sheet, keysSheetWords);
}

/** `Fernandes: encoded, 7`: the cards of each key in the file. */
function cardsIn(csv: string): readonly string[] {
  const table = readCsv(csv);
  const [heading, ...lines] = table.outcome === 'unreadable' ? [] : table.lines;
  const place = (column: string) => heading?.cells.indexOf(column) ?? -1;
  const [name, standing, numbers] = [place('Last name'), place('Keycard'), place('Keycard numbers')];
  return lines.map(({ cells }) => `${cells[name]}: ${cells[standing]}, ${cells[numbers]}`).toSorted();
}

describe('a list of keys for a spreadsheet', () => {
  it('says of each key where its keycards stand, and their numbers', async () => {
    const hotel = await hotelWith('7', '8');
    const keyId = await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await encode(hotel, 'Rita Fernandes');
    const jonas = { kind: 'guest' as const, firstName: 'Jonas', lastName: 'Weber', email: null, phone: null };
    const keycard = { policy: 'random' as const, keycardId: null };
    await hotel.keys.addPerson({ keyId, version: 0, person: jonas, doorcode: null, keycard }, clerk);
    await keyWithCard(hotel, { name: 'Emma Roth', room: '205' });

    expect(cardsIn(await exported(hotel))).toEqual(['Fernandes: not-encoded, 7; 8', 'Roth: none, ']);
  });

  it('names a lost card as the guest’s, and no card of a key that has ended', async () => {
    const hotel = await hotelWith('7', '8');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });
    await keyWithCard(hotel, { name: 'Emma Roth', room: '205' });
    await say(hotel, '7', 'lost');
    await revoke(hotel, 'Emma Roth');

    expect(cardsIn(await exported(hotel))).toEqual(['Fernandes: lost, 7']);
    expect(cardsIn(await exported(hotel, 'revoked'))).toEqual(['Roth: , ']);
  });

  it('never has a UID', async () => {
    const hotel = await hotelWith('7');
    await keyWithCard(hotel, { name: 'Rita Fernandes' });

    expect(await exported(hotel)).not.toContain('04000000000007');
  });
});
