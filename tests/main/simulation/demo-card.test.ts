import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemoServices, Services } from '#api/services';
import type { Actor } from '#domain/key';
import type { KeyId, PersonId } from '#domain/ids';
import { createApplication } from '#main/app';
import { createLog } from '#main/ports/pino-log';
import { openFileVault } from '#main/secrets/file-vault';
import { openApplication } from '#main/shell/open-application';
import type { OpenApplication } from '#main/shell/open-application';
import { startDemoHotel } from '#main/simulation/demo-hotel';

const by: Actor = { kind: 'portal' };
/** An NTAG213 of the stock, never written. */
const uid = '04a11c52d76180';
const soon = { timeout: 30_000, interval: 200 };

let folder: string;
let portal: OpenApplication;
let services: Services;
let demo: DemoServices;

/** The whole of Portal with the demo hotel around it, nothing left out but the screens. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-demo-card-'));
  const vault = await openFileVault(folder);
  const log = createLog({ level: 'silent' });
  const ports = { createApplication, startDemoHotel };
  portal = await openApplication({ dataFolder: folder, withDemo: true, vault, log, ports });
  ({ services } = portal.application);
  demo = services.demo ?? expect.unreachable('no demo hotel');
  await portal.application.start();
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

it("opens the pool with a guest's keycard that was never written, and no more once it was lost", async () => {
  const guest = await checkIn('Amara', 'Okafor');
  const before = await demo.cardAtDoor({ lock: 'Pool', uid });

  const card = await services.keycards.add({ number: '0042', name: '', uid, type: 'ntag213' }, by);
  await services.keycards.set(
    { ...guest, version: await versionOf(guest.keyId), credentialId: null, policy: 'strict', keycardId: card.id },
    by,
  );
  await expect.poll(() => demo.cardAtDoor({ lock: 'Pool', uid }), soon).toEqual({ opened: true, how: 'uid' });
  const atTheRoom = await demo.cardAtDoor({ lock: '204', uid });
  await expect.poll(() => openedAt(guest.keyId), soon).toEqual(['Pool']);
  const { version } = await services.keycards.details(card.id);
  await services.keycards.setState({ keycardId: card.id, version, state: 'lost' }, by);

  const refused = { opened: false, reason: 'no-record' };
  expect(before).toEqual(refused);
  expect(atTheRoom).toEqual(refused);
  await expect.poll(() => demo.cardAtDoor({ lock: 'Pool', uid }), soon).toEqual(refused);
}, 90_000);

it('shows the box of cards and what lies on the encoder', async () => {
  await demo.layCard({ uids: [uid] });
  const laid = (await demo.view()).cards.filter(({ isOnEncoder }) => isOnEncoder);
  await demo.layCard({ uids: [] });

  expect(laid).toEqual([{ uid, type: 'ntag213', isOnEncoder: true }]);
  expect((await demo.view()).cards.filter(({ isOnEncoder }) => isOnEncoder)).toEqual([]);
});

async function checkIn(
  firstName: string,
  lastName: string,
): Promise<{ readonly keyId: KeyId; readonly personId: PersonId }> {
  const { id } = await demo.createReservation({ room: '204', firstName, lastName, email: null, nights: 2 });
  await demo.act({ id, act: 'check-in' });
  await expect.poll(async () => (await services.desk.search(lastName, 5)).length, soon).toBeGreaterThan(0);
  const [hit] = await services.desk.search(lastName, 5);
  const keyId = hit?.id as KeyId;
  const [person] = (await services.keys.details(keyId)).people;
  return { keyId, personId: person?.personId as PersonId };
}

async function versionOf(keyId: KeyId): Promise<number> {
  return (await services.keys.details(keyId)).version;
}

async function openedAt(keyId: KeyId): Promise<readonly (string | null)[]> {
  const lines = await services.keys.timeline(keyId, 200);
  return lines.filter(({ kind }) => kind === 'opened').map(({ doorName }) => doorName);
}
