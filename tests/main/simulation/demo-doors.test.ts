import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServices } from '#api/services';
import type { ZoneName } from '#domain/time/time';
import { toHex } from '#hardware/bytes';
import type { KeyRecord } from '#hardware/card/key-record';
import { createChip } from '#hardware/create-chip';
import { DeskEncoder } from '#hardware/desk-encoder';
import { realTimer } from '#hardware/encoder-timer';
import { socketLink } from '#hardware/socket-link';
import { systemClock } from '#main/ports/system-clock';
import { systemRandom } from '#main/ports/system-random';
import { startBuilding } from '#main/simulation/building/start-building';
import type { RunningBuilding } from '#main/simulation/building/start-building';
import { demoService } from '#main/simulation/demo-service';
import type { ReaderSetup } from '#main/simulation/demo-service';
import { startEncoder } from '#main/simulation/encoder/start-encoder';
import type { RunningEncoder } from '#main/simulation/encoder/start-encoder';
import { reportsOf } from '#tests/support/building-harness';
import { failureOf, politely } from '#tests/support/encoder-bench';
import { room412, testKeyring } from '#tests/support/encoder-records';
import { removeFolder } from '#tests/support/remove-folder';

const firstCard = '04a11c52d76180';
const secondCard = '04a21d52d76181';
/** Valid in all the years that the format has: the building's clock is the computer's. */
const thisGuest: KeyRecord = { ...room412, from: 0, to: 16_777_215 };
const nextGuest: KeyRecord = { ...thisGuest, credential: 590, sequence: 1002 };

describe('a card, from the encoder to the door', () => {
  let folder: string;
  let building: RunningBuilding;
  let encoder: RunningEncoder;
  let demo: DemoServices;
  let blocked: readonly number[] = [];
  let desk: DeskEncoder;

  const limits = () => ({ signal: new AbortController().signal, deadline: realTimer.now() + 10_000 });
  const encode = async (record: KeyRecord) =>
    desk.encode(await desk.waitForCard(limits()), record, { ...politely, ...limits() });
  const openDesk = async (port: string) => {
    const chip = createChip('pn532-hsu', socketLink(port), realTimer);
    desk = new DeskEncoder({ chip, timer: realTimer, keyring: () => testKeyring, now: Date.now });
    await desk.open(limits());
  };
  const openDemo = async () => {
    const [room] = await reportsOf(building.control);
    const setup: ReaderSetup = {
      address: String(room?.endpoint),
      number: 412,
      propertyId: 'hotel-seeblick',
      property: 4711,
      masters: [{ set: 1, master: toHex(testKeyring.masters.get(1) ?? new Uint8Array()) }],
      blocked: [],
    };
    demo = demoService(
      {
        name: 'Hotel Seeblick',
        zone: 'Europe/Lisbon',
        pms: { address: 'http://127.0.0.1:1', clientToken: 'client', accessToken: 'access' },
        pmsControl: 'http://127.0.0.1:1',
        building: { setupCode: '', address: '' },
        locksControl: building.control,
        encoder,
        doorTypes: {},
        commonDoors: [],
        owner: { name: 'Olivia Owner', password: '482913' },
      },
      { fetch, clock: systemClock(), random: systemRandom(), lockSetups: async () => [{ ...setup, blocked }] },
    );
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portal-cards-'));
    const zone = 'Europe/Lisbon' as ZoneName;
    [building, encoder] = await Promise.all([
      startBuilding({ dataFolder: join(folder, 'building'), names: ['412', 'Pool'], cardDoors: ['Pool'], zone }),
      startEncoder({ dataFolder: join(folder, 'encoder'), withStock: true }),
    ]);
    await openDesk(encoder.port);
    await openDemo();
  }, 60_000);

  afterAll(async () => {
    await desk.close();
    await Promise.all([building.stop(), encoder.stop()]);
    await removeFolder(folder);
  });

  it('opens nothing as it comes out of the box, and its room once it was encoded', async () => {
    const blank = await demo.cardAtDoor({ lock: '412', uid: firstCard });

    await demo.layCard({ uids: [firstCard] });
    await encode(thisGuest);

    expect(blank).toEqual({ opened: false, reason: 'no-record' });
    expect(await demo.cardAtDoor({ lock: '412', uid: firstCard })).toEqual({ opened: true, how: 'record' });
    expect(await demo.cardAtDoor({ lock: 'Pool', uid: firstCard })).toEqual({ opened: false, reason: 'not-set-up' });
  });

  it("ends the previous guest's card when the next guest has used his", async () => {
    await demo.layCard({ uids: [secondCard] });
    await encode(nextGuest);
    const before = await demo.cardAtDoor({ lock: '412', uid: firstCard });

    const next = await demo.cardAtDoor({ lock: '412', uid: secondCard });

    expect([before, next]).toEqual([
      { opened: true, how: 'record' },
      { opened: true, how: 'record' },
    ]);
    expect(await demo.cardAtDoor({ lock: '412', uid: firstCard })).toEqual({ opened: false, reason: 'replaced' });
  });

  it('stays as it is in the pocket while the encoder loses power, and opens', async () => {
    await encoder.kill();
    encoder = await startEncoder({ dataFolder: join(folder, 'encoder'), withStock: true });
    await openDesk(encoder.port);
    await openDemo();

    expect(await demo.cardAtDoor({ lock: '412', uid: secondCard })).toEqual({ opened: true, how: 'record' });
  });

  it('opens nothing once it was blocked', async () => {
    blocked = [590];

    expect(await demo.cardAtDoor({ lock: '412', uid: secondCard })).toEqual({ opened: false, reason: 'blocked' });
  });

  it('is not issued when it was taken away in the middle, and goes on when it is laid on again', async () => {
    const { uid } = await demo.newCard({ type: 'ultralight-ev1-48' });
    await demo.layCard({ uids: [uid] });
    await demo.encoderFault({ kind: 'remove-while-writing' });
    const pulled = await failureOf(encode({ ...nextGuest, credential: 591, sequence: 1003 }));
    const atTheDoor = await demo.cardAtDoor({ lock: '412', uid });

    await demo.layCard({ uids: [uid] });
    await encode({ ...nextGuest, credential: 592, sequence: 1003 });

    expect(pulled).toMatchObject({ code: 'card-removed', record: 'unknown' });
    expect(atTheDoor).toEqual({ opened: false, reason: 'no-record' });
    expect(await demo.cardAtDoor({ lock: '412', uid })).toEqual({ opened: true, how: 'record' });
  });

  it('is called faulty when it keeps something else, and a card of another system is left alone', async () => {
    const { uid } = await demo.newCard({ type: 'ntag213' });
    await demo.layCard({ uids: [uid] });
    await demo.encoderFault({ kind: 'bad-card' });
    const faulty = await failureOf(encode({ ...nextGuest, credential: 593 }));

    await demo.encoderFault({ kind: 'none' });
    await demo.layCard({ uids: ['04f7661ba23c80'] });
    const foreign = await failureOf(encode({ ...nextGuest, credential: 594 }));

    expect(faulty).toMatchObject({ code: 'verify-mismatch' });
    expect(foreign).toMatchObject({ code: 'foreign', outcome: 'nothing-written' });
  });

  it('is waited for again when the encoder was unplugged and is back', async () => {
    const lost = new Promise<void>((resolve) => desk.onEvent(({ is }) => is === 'lost' && resolve()));
    await demo.encoderFault({ kind: 'unplug' });
    await lost;
    const gone = await failureOf(desk.open(limits()));

    await demo.encoderFault({ kind: 'plug' });
    await demo.layCard({ uids: [firstCard] });
    await desk.open(limits());

    expect(gone).toMatchObject({ code: 'not-found' });
    expect(toHex((await desk.waitForCard(limits())).uid)).toBe('04A11C52D76180');
  });
});
