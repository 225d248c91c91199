import { encodeInput } from '#api/encoder-inputs';
import { door } from '#domain/house/door';
import { key } from '#domain/key/key';
import { person } from '#domain/stay/person';
import { defaultSettings, propertySettings } from '#domain/house/settings';
import { CardKeyring } from '#main/encoder/card-keys';
import { encoderService } from '#main/encoder/encoder-service';
import { noSerialPorts } from '#main/encoder/serial-ports';
import { systemClock } from '#main/ports/system-clock';
import { systemRandom } from '#main/ports/system-random';
import { openFileVault } from '#main/secrets/file-vault';
import { openLowdbStore } from '#main/storage/lowdb/open-lowdb-store';
import type { Store } from '#main/storage/store';
import { clerk } from './desk-acts.ts';
import { silentLog } from './silent-log.ts';
import { testSealer } from './storage-sealer.ts';

/** A desk on a real disk, with a real line to its encoder: for a process that is killed, and for the one after it. */
export async function openCrashDesk(folder: string, encoderAddress: string) {
  const clock = systemClock();
  const store = await openLowdbStore({ folder: `${folder}/store`, sealer: testSealer(), log: silentLog });
  await fill(store);
  const base = { store, clock, random: systemRandom(), log: silentLog };
  const keyring = new CardKeyring(base, await openFileVault(folder));
  const service = encoderService(base, { keyring, ports: noSerialPorts, demoPort: encoderAddress });
  return { store, keyring, service, stop: () => service.stop().then(() => store.close()) };
}

export const anasCard = encodeInput.parse({ keyId: 'key-412', personId: 'ana' });
export { clerk };

/** Room 412, and Ana Costa in it for years. */
async function fill(store: Store): Promise<void> {
  await store.transact(async (transaction) => {
    if ((await transaction.get('settings', 'property')) !== null) return;
    const named = { name: 'Seaview', zone: 'Europe/Lisbon' };
    await transaction.put(
      'settings',
      propertySettings.parse({ ...defaultSettings, id: 'property', version: 0, ...named }),
    );
    const room = { id: '412', version: 0, name: '412', type: 'private-room', spaceIds: [], linkedDoorIds: [] };
    await transaction.put('doors', door.parse({ ...room, defaultArrival: null, defaultDeparture: null, lockId: null }));
    const at = '2026-01-01T12:00:00.000Z';
    const ana = { firstName: 'Ana', lastName: 'Costa' };
    const unknown = { email: null, emailIsRelay: false, phone: null, language: null, pmsId: null };
    await transaction.put('people', person.parse({ id: 'ana', kind: 'guest', ...ana, ...unknown, updatedAt: at }));
    await transaction.put(
      'keys',
      key.parse({
        id: 'key-412',
        version: 0,
        source: 'manual',
        reservationId: null,
        people: [{ personId: 'ana', ...ana, doorcode: null, keycards: [] }],
        doors: [
          {
            doorId: '412',
            origin: 'staff',
            arrival: '2026-01-01T12:00',
            departure: '2049-01-01T12:00',
            weekdays: null,
            hours: null,
            allowProvisioning: true,
            allowLinkedDoors: true,
            protect: false,
            pmsWish: null,
            staffSet: [],
            revoked: null,
            leavesAt: null,
          },
        ],
        status: 'current',
        statusChangesAt: null,
        revoked: null,
        createdAt: at,
        updatedAt: at,
      }),
    );
  });
}
