import { keyListInput, settingsInput } from '#api/inputs';
import { defaultSettings, propertySettings } from '#domain/house/settings';
import { deskService } from '#main/desk/desk-service';
import { doorsService } from '#main/doors/doors-service';
import { keycardService } from '#main/keycards/keycard-service';
import { keysService } from '#main/keys/keys-service';
import { settingsService } from '#main/settings/settings-service';
import { openMemoryStore } from '#main/storage/memory-store';
import { countingStore } from '../bench-support/counting-store.ts';
import { fillHotel, fillLocks, hotelClock, rosa } from '../bench-support/many-keys.ts';

/**
 * How many store calls a use costs: at a store on another machine each is a round trip, and in a transaction everybody else waits
 * for all of them.
 *
 *   npm run bench -- calls
 */
export async function bench(): Promise<void> {
  const { store, take } = countingStore(openMemoryStore());
  await store.transact((transaction) =>
    transaction.put(
      'settings',
      propertySettings.parse({
        ...defaultSettings,
        id: 'property',
        version: 0,
        name: 'Seaview',
        zone: 'Europe/Lisbon',
      }),
    ),
  );
  // One key in five is live: 1,200.
  await fillHotel(store, 6_000);
  await fillLocks(store);
  const base = {
    store,
    clock: hotelClock,
    random: { id: nextId, integer: (below: number) => (ids += 7) % below },
    log: silent,
  } as never;
  const keys = keysService(base);
  const desk = deskService(base);
  const doors = doorsService(base, null as never);
  const cards = keycardService(base);
  const settings = settingsService({ base, pms: null as never, gateways: null as never, lockSystems: new Map() });
  const list = (asked: object) => keys.list(keyListInput.parse({ status: 'current', limit: 100, ...asked }));

  const line = async <Result>(what: string, use: () => Promise<Result>): Promise<Result> => {
    take();
    const result = await use();
    const calls = take();
    const sum = calls.reduce((total, each) => total + each, 0);
    const detail = calls.length > 1 ? ` (the longest of ${calls.length} transactions; ${sum} in all)` : '';
    process.stdout.write(`${what}: ${Math.max(...calls)} store calls${detail}\n`);
    return result;
  };

  const { rows } = await line('list of 100 keys', () => list({}));
  await line('list of 100 keys, filtered by a room and a number', () => list({ filter: 'room 104' }));
  await line('list of 100 keys, what needs attention', () => list({ attention: true }));
  await line('doors (301)', () => doors.list());
  await line('keycards', () => cards.list({ state: null, text: '', offset: 0, limit: 100 }));
  await line('alerts', () => desk.alerts());
  await line('the strip', () => desk.strip());
  await line('counts of the tabs', () => keys.counts());
  const id = rows[0]?.id ?? ('' as never);
  const details = await line('key details', () => keys.details(id));
  const personId = details.people[0]?.personId ?? ('' as never);
  await line('regenerate', () => keys.regenerateDoorcode({ keyId: id, version: details.version, personId }, rosa));
  const { version } = await keys.details(id);
  const door = details.doors[0]?.doorId ?? null;
  await line('revoke a door', () => keys.revoke({ keyId: id, version, doorId: door }, rosa));
  const present = await store.read((view) => view.get('settings', 'property'));
  await line('save a setting at 1,200 keys', () =>
    settings.save(settingsInput.parse({ ...present, writeAheadHours: 24 }), rosa),
  );
  await store.close();
}

let ids = 0;
const nextId = (): string => `bench-${(ids += 1)}`;
const ignore = (): void => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
