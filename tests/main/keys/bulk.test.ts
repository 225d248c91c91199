import { describe, expect, it } from 'vitest';
import { bulkPreviewInput, type BulkServices } from '#api/bulk';
import type { Actor } from '#domain/key/key';
import { keyQuestion } from '#domain/key/key-question';
import { sheetCsv } from '#domain/text/sheet';
import { bulkService } from '#main/keys/bulk-service';
import { filtersService } from '#main/keys/filters-service';
import { type Hotel, openHotel } from '#tests/support/portal-harness';
import { keysSheetWords } from '../../../renderer/screens/keys/sheet-sentences.ts';

const rosa = { kind: 'staff', staffId: 'rosa', name: 'Rosa' } as Actor;
const tiago = { kind: 'staff', staffId: 'tiago', name: 'Tiago' } as Actor;
const current = { kind: 'all-but', question: { status: 'current' }, but: [] };

/** The PMS connection broke before the three were checked in; Dev was, Eve's key is revoked. */
async function afterTheOutage(): Promise<Hotel> {
  const hotel = await openHotel({ rooms: ['101', '102', '103', '104', '105'] });
  hotel.book('101', 'Amara Okafor', { arrival: '2026-11-23T13:00Z' });
  hotel.book('102', 'Bento Reis', { arrival: '2026-11-23T13:00Z' });
  hotel.book('103', '=Chiara Conti', { arrival: '2026-11-23T13:00Z' });
  hotel.checkIn('104', 'Dev Patel');
  hotel.checkIn('105', 'Eve Long');
  await hotel.after({ seconds: 10 });
  const { id: keyId, version } = await hotel.keyOf('Eve Long');
  await hotel.keys.revoke({ keyId, version, doorId: null }, rosa);
  await hotel.after({ seconds: 10 });
  return hotel;
}

const preview = (bulk: BulkServices, action: object, selection: object = current, by = rosa) =>
  bulk.preview(bulkPreviewInput.parse({ selection, action }), by);

async function finished(hotel: Hotel, bulk: BulkServices) {
  await hotel.after({ seconds: 5 });
  const [run] = await bulk.runs();
  if (run === undefined) throw new RangeError('nothing runs');
  return run;
}

it('counts the keys that no act can change, and names them; an empty tab has none', async () => {
  const hotel = await afterTheOutage();
  const bulk = bulkService(hotel.base);
  const under = (status: string) => ({ kind: 'all-but', question: { status }, but: [] });

  const revoked = await preview(bulk, { act: 're-provision' }, under('revoked'));
  const past = await preview(bulk, { act: 're-provision' }, under('past'));

  expect(revoked).toMatchObject({ total: 1, change: 0, unchanged: [{ because: 'revoked', count: 1 }] });
  expect(revoked.lines).toMatchObject([{ owner: 'Long, Eve', outcome: 'unchanged', because: 'revoked' }]);
  expect(past).toMatchObject({ total: 0, change: 0, unchanged: [], lines: [] });
});

describe('allowing provisioning after an outage', () => {
  it('says exactly what will change, and changes nothing', async () => {
    const hotel = await afterTheOutage();
    const eve = (await hotel.keyOf('Eve Long')).id;
    const others = await Promise.all(
      ['Amara Okafor', 'Bento Reis', 'Dev Patel'].map(async (guest) => (await hotel.keyOf(guest)).id),
    );
    const before = await hotel.allKeys();

    const seen = await preview(
      bulkService(hotel.base),
      { act: 'allow-provisioning' },
      { kind: 'these', ids: [...others, eve] },
    );

    expect(seen).toMatchObject({
      total: 4,
      change: 2,
      unchanged: [
        { because: 'already-allowed', count: 1 },
        { because: 'revoked', count: 1 },
      ],
    });
    expect(seen.lines.map(({ owner, doors, outcome }) => `${owner} ${doors.join()} ${outcome}`)).toEqual([
      'Okafor, Amara 101 change',
      'Reis, Bento 102 change',
      'Patel, Dev 104 unchanged',
      'Long, Eve 105 unchanged',
    ]);
    expect(await hotel.allKeys()).toEqual(before);
  });

  it('opens every door that was previewed, and reports each key', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);

    const { id } = await preview(bulk, { act: 'allow-provisioning' });
    await bulk.start(id, rosa);
    const run = await finished(hotel, bulk);

    expect(run).toMatchObject({ state: 'done', total: 3, reached: 3, done: 3, refused: 0, unchanged: 1, by: 'Rosa' });
    expect(await hotel.opens('101', 'Amara Okafor')).toBe(true);
    expect(await hotel.opens('103', '=Chiara Conti')).toBe(true);
    const { lines } = await bulk.report({ id, offset: 0, limit: 10 });
    expect(lines.map(({ owner, outcome }) => `${owner}: ${outcome}`)).toContain('Patel, Dev: unchanged');
    expect((await bulk.exportReport(id, rosa)).rows).toContainEqual(
      expect.arrayContaining(['Conti, =Chiara', '103', 'done']),
    );
  });

  it('leaves one line in the timeline of each key, under the name of who did it', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);

    await bulk.start((await preview(bulk, { act: 'allow-provisioning' })).id, rosa);
    await finished(hotel, bulk);

    const timeline = await hotel.keys.timeline((await hotel.keyOf('Bento Reis')).id, 50);
    expect(timeline.filter(({ by }) => by.kind === 'staff').map(({ kind, by }) => [kind, by])).toEqual([
      ['provisioning-allowed', rosa],
    ]);
  });

  it('a key that changed since the preview is left alone and reported', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);
    const { id } = await preview(bulk, { act: 'allow-provisioning' });
    hotel.pms.dates('mews:1002', '2026-11-23T13:00Z', '2026-11-30T11:00Z');
    await hotel.after({ seconds: 5 });

    await bulk.start(id, rosa);
    const run = await finished(hotel, bulk);

    expect(run).toMatchObject({ done: 2, refused: 1 });
    const { lines } = await bulk.report({ id, offset: 0, limit: 1 });
    expect(lines[0]).toMatchObject({ owner: 'Reis, Bento', outcome: 'refused', because: 'changed-meanwhile' });
  });

  it('stopped at once, it says what was not reached, and those keys are as they were', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);
    const { id } = await preview(bulk, { act: 'allow-provisioning' });

    await bulk.start(id, rosa);
    await bulk.stop(id);

    expect(await bulk.runs()).toMatchObject([{ state: 'stopped', total: 3, reached: 1, done: 1 }]);
    const { lines } = await bulk.report({ id, offset: 0, limit: 10 });
    expect(lines.filter(({ outcome }) => outcome === 'change')).toHaveLength(2);
    expect((await hotel.keyOf('=Chiara Conti')).doors[0]?.allowProvisioning).toBe(false);
  });

  it('Portal closes after the key under way, and every other key is as it was', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);
    await bulk.start((await preview(bulk, { act: 'revoke' })).id, rosa);

    await bulk.stopAll();
    await hotel.after({ seconds: 5 });

    expect(await hotel.keys.counts()).toMatchObject({ current: 3, revoked: 2 });
  });

  it('a key that nobody can find any more is reported, and the others are done', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);
    const { id: gone } = await hotel.keyOf('Bento Reis');
    const { id } = await preview(
      bulk,
      { act: 're-provision' },
      { kind: 'these', ids: [(await hotel.keyOf('Dev Patel')).id] },
    );
    const other = await preview(bulk, { act: 'revoke' }, { kind: 'these', ids: [gone] });
    await hotel.base.store.transact((transaction) => transaction.remove('keys', gone));

    await bulk.start(id, rosa);
    await bulk.start(other.id, rosa);
    await hotel.after({ seconds: 5 });

    expect(await bulk.runs()).toMatchObject([
      { done: 0, refused: 1 },
      { done: 1, refused: 0 },
    ]);
    expect(await hotel.opens('104', 'Dev Patel')).toBe(true);
  });

  it('what one previewed nobody else starts, and nobody twice', async () => {
    const hotel = await afterTheOutage();
    const bulk = bulkService(hotel.base);
    const { id } = await preview(bulk, { act: 'allow-provisioning' });

    await expect(bulk.start(id, tiago)).rejects.toThrow('not-found');
    await bulk.start(id, rosa);
    await expect(bulk.start(id, rosa)).rejects.toThrow('not-found');
  });
});

it('extends everybody in the house by two nights, but who was left out', async () => {
  const hotel = await afterTheOutage();
  const bulk = bulkService(hotel.base);
  const dev = (await hotel.keyOf('Dev Patel')).id;

  const seen = await preview(bulk, { act: 'extend', nights: 2 }, { ...current, but: [dev] });
  await bulk.start(seen.id, rosa);
  await finished(hotel, bulk);

  expect(seen.lines[0]?.departure).toEqual({ from: '2026-11-25T11:00', to: '2026-11-27T11:00' });
  expect((await hotel.keyOf('Amara Okafor')).doors[0]?.departure).toBe('2026-11-27T11:00');
  expect((await hotel.keyOf('Dev Patel')).doors[0]?.departure).toBe('2026-11-25T11:00');
});

it('revoked together, their codes open nothing any more', async () => {
  const hotel = await afterTheOutage();
  const bulk = bulkService(hotel.base);

  await bulk.start((await preview(bulk, { act: 'revoke' })).id, rosa);
  await finished(hotel, bulk);

  expect(await hotel.opens('104', 'Dev Patel')).toBe(false);
  expect(await hotel.keys.counts()).toMatchObject({ current: 0, revoked: 5 });
});

it('a list of keys for a spreadsheet has no code and no formula', async () => {
  const hotel = await afterTheOutage();
  const code = await hotel.codeOf('Dev Patel');

  const sheet = await bulkService(hotel.base).exportKeys(
    { kind: 'all-but', question: keyQuestion.parse({ status: 'current' }), but: [] },
    rosa,
  );

  const csv = sheetCsv(sheet, keysSheetWords);

  expect(csv).toContain(
    '"current","Patel","Dev","","104","2026-11-23T14:00","2026-11-25T11:00","provisioned","","","pms"',
  );
  expect(csv).toContain('"\'=Chiara"');
  expect(csv).not.toContain(code);
});

it('a filter is saved under a name, found again, renamed and deleted', async () => {
  const hotel = await openHotel({ rooms: ['101'] });
  const filters = filtersService(hotel.base);
  const waiting = keyQuestion.parse({ status: 'current', access: 'not-allowed' });

  const { id } = await filters.save({ name: 'Not allowed', question: waiting }, rosa);
  await filters.save({ name: 'Arrivals', question: keyQuestion.parse({ status: 'upcoming' }) }, rosa);
  await filters.rename({ id, name: 'Waiting at the door' }, rosa);

  expect((await filters.list()).map(({ name }) => name)).toEqual(['Arrivals', 'Waiting at the door']);
  expect((await filters.list())[1]?.question).toEqual(waiting);
  await expect(filters.rename({ id, name: 'arrivals' }, rosa)).rejects.toThrow('invalid-input');
  await filters.remove(id, rosa);
  expect((await filters.list()).map(({ name }) => name)).toEqual(['Arrivals']);
});
