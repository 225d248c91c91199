import { mkdtemp, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZoneName } from '#domain/time/time';
import { toHex } from '#hardware/bytes';
import type { KeyRecord } from '#hardware/card/key-record';
import { sealRecord } from '#hardware/card/keyring';
import { startBuilding } from '#main/simulation/building/start-building';
import type { RunningBuilding } from '#main/simulation/building/start-building';
import { postTo } from '#tests/support/building-harness';
import { room412, testKeyring } from '#tests/support/encoder-records';
import { removeFolder } from '#tests/support/remove-folder';

const uid = '04782E21801D80';
/** The building's clock is the computer's. */
const thisGuest: KeyRecord = { ...room412, from: 0, to: 16_777_215 };
const nextGuest: KeyRecord = { ...thisGuest, credential: 590, sequence: 1002 };
const setup = {
  door: 412,
  propertyId: 'hotel-seeblick',
  property: 4711,
  masters: { 1: 'A0F1E2D3C4B5A6978879605142332415' },
  blocked: [] as number[],
};

function cardOf(record: KeyRecord) {
  const sealed = sealRecord(record, Uint8Array.from(Buffer.from(uid, 'hex')), testKeyring);
  const memory = new Uint8Array(180);
  memory.set(sealed, 16);
  return { uid, type: 'ntag213', memory: toHex(memory) };
}

describe('a card at a door of the virtual building', () => {
  let folder: string;
  let building: RunningBuilding;
  const start = () =>
    startBuilding({
      dataFolder: folder,
      names: ['412', 'Pool'],
      cardDoors: ['Pool'],
      zone: 'Europe/Lisbon' as ZoneName,
    });
  const setUp = async (door: string, body: object) =>
    (
      await fetch(`${building.control}/locks/${door}/reader`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).status;
  const show = (door: string, card: object) => postTo(building.control, `/locks/${door}/card`, card);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-building-'));
    building = await start();
  }, 60_000);

  afterAll(async () => {
    await building.stop();
    await removeFolder(folder);
  });

  it('opens nothing before an installer was there, and says what is wrong with what an installer says', async () => {
    expect(await show('412', cardOf(thisGuest))).toEqual({ opened: false, reason: 'not-set-up' });
    expect(await setUp('412', { ...setup, masters: { 1: 'too short' } })).toBe(400);
    expect(await show('412', { uid: 'no hex', type: 'ntag213', memory: '' })).toHaveProperty('refused');
  });

  it('opens by its record without radio; the next guest ends it, also over a power cut', async () => {
    await setUp('412', setup);
    await postTo(building.control, '/locks/412/offline');
    const first = await show('412', cardOf(thisGuest));
    const next = await show('412', cardOf(nextGuest));

    await building.kill();
    building = await start();

    expect([first, next]).toEqual([
      { opened: true, how: 'record' },
      { opened: true, how: 'record' },
    ]);
    expect(await show('412', cardOf(thisGuest))).toEqual({ opened: false, reason: 'replaced' });
    expect(await show('412', cardOf(nextGuest))).toEqual({ opened: true, how: 'record' });
  }, 60_000);

  it('is told of a blocked card and keeps its memory of who was there', async () => {
    await setUp('412', { ...setup, blocked: [590] });

    expect(await show('412', cardOf(nextGuest))).toEqual({ opened: false, reason: 'blocked' });
    expect(await show('412', cardOf(thisGuest))).toEqual({ opened: false, reason: 'replaced' });
  });

  it('knows nothing after a reset until an installer comes again', async () => {
    await postTo(building.control, '/locks/412/forget');

    expect(await show('412', cardOf(thisGuest))).toEqual({ opened: false, reason: 'not-set-up' });
  });

  it('keeps its masters where only this account reads them', async () => {
    expect((await stat(join(folder, 'card-readers.json'))).mode & 0o777).toBe(0o600);
  });
});
