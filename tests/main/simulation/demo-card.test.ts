import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeInput } from '#api/encoder-inputs';
import type { DemoServices, Services } from '#api/services';
import type { Actor } from '#domain/key/key';
import type { KeyId, PersonId } from '#domain/ids';
import { createApplication } from '#main/app';
import { createLog } from '#main/ports/pino-log';
import { openFileVault } from '#main/secrets/file-vault';
import { openApplication } from '#main/shell/open-application';
import type { OpenApplication } from '#main/shell/open-application';
import { startDemoHotel } from '#main/simulation/demo-hotel';
import { removeFolder } from '#tests/support/remove-folder';

const by: Actor = { kind: 'portal' };
/** An NTAG213 of the stock, never written. */
const uid = '04a11c52d76180';
interface CheckedIn {
  readonly reservation: string;
  readonly keyId: KeyId;
  readonly personId: PersonId;
}

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
  portal = await openApplication({ dataFolder: folder, withDemo: true, vault, log, ports, beginDemo: null });
  ({ services } = portal.application);
  demo = services.demo ?? expect.unreachable('no demo hotel');
  await portal.application.start();
}, 60_000);

afterAll(async () => {
  await portal.stop();
  await removeFolder(folder);
}, 30_000);

it("opens the pool with a guest's keycard that was never written, and no more once it was lost", async () => {
  const { keyId, personId } = await checkIn('Amara', 'Okafor', '204');
  const before = await demo.cardAtDoor({ lock: 'Pool', uid });

  const card = await services.keycards.add({ number: '0042', name: '', uid, type: 'ntag213' }, by);
  await services.keycards.set(
    { keyId, personId, version: await versionOf(keyId), credentialId: null, policy: 'strict', keycardId: card.id },
    by,
  );
  await expect.poll(() => demo.cardAtDoor({ lock: 'Pool', uid }), soon).toEqual({ opened: true, how: 'uid' });
  const atTheRoom = await demo.cardAtDoor({ lock: '204', uid });
  await expect.poll(() => openedAt(keyId), soon).toEqual(['Pool']);
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

it("opens the room with an encoded card until the guest has left; then with the next guest's", async () => {
  const [first, next] = ['04a21d52d76181', '04b1309ac45e80'];
  const stay = await checkIn('Bruno', 'Silva', '301');
  await encode(stay, { number: '0050', uid: first, type: 'ntag213' });
  const firstOpens = await demo.cardAtDoor({ lock: '301', uid: first });
  const elsewhere = await demo.cardAtDoor({ lock: '302', uid: first });

  await demo.act({ id: stay.reservation, act: 'check-out' });
  const nextStay = await checkIn('Chiara', 'Ricci', '301');
  await encode(nextStay, { number: '0051', uid: next, type: 'ultralight-ev1-48' });
  const nextOpens = await demo.cardAtDoor({ lock: '301', uid: next });
  const firstAgain = await demo.cardAtDoor({ lock: '301', uid: first });

  expect(firstOpens).toEqual({ opened: true, how: 'record' });
  expect(elsewhere).toEqual({ opened: false, reason: 'other-door' });
  expect(nextOpens).toEqual({ opened: true, how: 'record' });
  expect(firstAgain).toEqual({ opened: false, reason: 'blocked' });
}, 90_000);

/** A card of the stock for this guest, laid on the encoder and written. */
async function encode(
  { keyId, personId }: { readonly keyId: KeyId; readonly personId: PersonId },
  card: { readonly number: string; readonly uid: string; readonly type: 'ntag213' | 'ultralight-ev1-48' },
): Promise<void> {
  const { id } = await services.keycards.add({ ...card, name: '' }, by);
  const version = await versionOf(keyId);
  await services.keycards.set({ keyId, version, personId, credentialId: null, policy: 'strict', keycardId: id }, by);
  await demo.layCard({ uids: [card.uid] });
  // Until the news of the check-in is here no door is allowed.
  await expect.poll(async () => (await services.encoder.plan({ keyId, personId })).refused, soon).toBeNull();
  await services.encoder.encode(encodeInput.parse({ keyId, personId }), by);
  await expect.poll(async () => (await services.encoder.view()).job?.step, soon).toBe('done');
  await demo.layCard({ uids: [] });
}

async function checkIn(firstName: string, lastName: string, room: string): Promise<CheckedIn> {
  const { id } = await demo.createReservation({ room, firstName, lastName, email: null, nights: 2 });
  await demo.act({ id, act: 'check-in' });
  await expect.poll(async () => (await services.desk.search(lastName, 5)).length, soon).toBeGreaterThan(0);
  const [hit] = await services.desk.search(lastName, 5);
  const keyId = hit?.id as KeyId;
  const [person] = (await services.keys.details(keyId)).people;
  return { reservation: id, keyId, personId: person?.personId as PersonId };
}

async function versionOf(keyId: KeyId): Promise<number> {
  return (await services.keys.details(keyId)).version;
}

async function openedAt(keyId: KeyId): Promise<readonly (string | null)[]> {
  const lines = await services.keys.timeline(keyId, 200);
  return lines.filter(({ kind }) => kind === 'opened').map(({ doorName }) => doorName);
}
