import { adoptOldConnection } from '#main/pms/old-connection';
import { PmsConnections } from '#main/pms/pms-connections';
import type { PmsSystem } from '#main/pms/pms-system';
import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import { startPoller } from '#main/pms/poller';
import { definitions } from '#main/storage/collections';
import { clerk } from '#tests/support/desk-acts';
import { MemoryPms } from '#tests/support/memory-pms';
import { memoryVault, type MemoryVault } from '#tests/support/memory-vault';
import { pmsRecord, sourceOf } from '#tests/support/pms-sources';
import { openHotel, type Hotel } from '#tests/support/portal-harness';
import { zoneName } from '#domain/time/time';
import { expect, it } from 'vitest';

const zone = zoneName.parse('Europe/Lisbon');

/** A hotel in which staff connect what they like: each address is a property of its own. */
function systemOf(properties: Readonly<Record<string, MemoryPms>>): PmsSystem {
  return {
    ...mewsSystem,
    open: (credentials) => {
      const { address = '' } = credentials.current();
      const pms = properties[address];
      if (pms === undefined) throw new RangeError(address);
      return pms;
    },
  };
}

function connectionsOf(hotel: Hotel, vault: MemoryVault, properties: Readonly<Record<string, MemoryPms>>) {
  const ports = { fetch, client: 'Portal', ...hotel.base };
  return new PmsConnections(hotel.base, vault, { systems: [systemOf(properties)], ports });
}

const seaview = 'https://seaview.example';
const annexe = 'https://annexe.example';
const fieldsOf = (address: string) => ({ address, clientToken: 'C', accessToken: 'A' });
const standingIn = async (hotel: Hotel) => {
  const connections = await hotel.disk.read((view) => view.all('pms'));
  return connections.map(({ id, name, removedAt }) => [id, name, removedAt === null]);
};

function arrive(pms: MemoryPms, room: string, guest: string): void {
  pms.checkIn(pms.book({ room, guest, arrival: '2026-11-23T15:00Z', departure: '2026-11-25T11:00Z' }));
}

/** Two properties, neither connected yet. */
async function twoProperties() {
  const hotel = await openHotel({ rooms: ['204', '205'], polling: false });
  await hotel.disk.transact((transaction) => transaction.remove('pms', 'mews'));
  const properties = {
    [seaview]: new MemoryPms(['204'], zone, hotel.clock, 'mews'),
    [annexe]: new MemoryPms(['205'], zone, hotel.clock, 'mews-2'),
  };
  const vault = memoryVault();
  return { hotel, properties, vault, connections: connectionsOf(hotel, vault, properties) };
}

it("comparing one connection in full never touches another one's stays", async () => {
  const hotel = await openHotel({ rooms: ['204', '205'] });
  hotel.checkIn('204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });
  await hotel.disk.transact((transaction) => transaction.put('pms', pmsRecord('mews-2', hotel.clock.now())));
  const other = new MemoryPms([], zone, hotel.clock, 'mews-2');
  other.listsNothing = true;

  const poller = startPoller(hotel.base, sourceOf('mews-2', other));
  await hotel.after({ minutes: 25 });

  await poller.stop();
  expect(other.asked.byId).toEqual([]);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('two properties whose ids are alike have a stay and a key each', async () => {
  const { hotel, properties, connections } = await twoProperties();
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(annexe) }, clerk);

  arrive(properties[seaview], '204', 'Amara Okafor');
  arrive(properties[annexe], '205', 'Bento Reis');
  await hotel.after({ seconds: 10 });

  await connections.stop();
  const stays = await hotel.disk.read((view) => view.all('reservations'));
  expect(stays.map(({ id, connectionId, pmsId }) => [id, connectionId, pmsId])).toEqual([
    ['mews-2:1001', 'mews-2', '1001'],
    ['mews:1001', 'mews', '1001'],
  ]);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await hotel.opens('205', 'Bento Reis')).toBe(true);
});

it('a connection that is removed leaves its keys, forgets its secrets, and is itself again when it comes back', async () => {
  const { hotel, vault, properties, connections } = await twoProperties();
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  arrive(properties[seaview], '204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  await connections.remove('mews', clerk);
  const meanwhile = [await standingIn(hotel), vault.names(), await hotel.opens('204', 'Amara Okafor')];
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(annexe) }, clerk);
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  await hotel.after({ seconds: 10 });

  await connections.stop();
  expect(meanwhile).toEqual([[['mews', 'Seaview', false]], [], true]);
  expect(await standingIn(hotel)).toEqual([
    ['mews', 'Seaview', true],
    ['mews-2', 'Seaview', true],
  ]);
  expect(await hotel.allKeys()).toHaveLength(1);
});

it('the same property connected twice is one connection', async () => {
  const { hotel, connections } = await twoProperties();
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);

  await connections.stop();
  expect(await standingIn(hotel)).toEqual([['mews', 'Seaview', true]]);
});

it('53: tokens of another property are refused when a connection is made anew, and nothing changes', async () => {
  const { hotel, vault, properties, connections } = await twoProperties();
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  arrive(properties[seaview], '204', 'Amara Okafor');
  await hotel.after({ seconds: 10 });

  const wrong = connections.connect({ connection: 'mews', system: 'mews', fields: fieldsOf(annexe) }, clerk);

  await expect(wrong).rejects.toMatchObject({
    code: 'pms-other-property',
    facts: { property: 'Seaview' },
  });
  await hotel.after({ minutes: 11 });
  await connections.stop();
  expect(await vault.get('pms-mews')).toContain(seaview);
  expect(await hotel.opens('204', 'Amara Okafor')).toBe(true);
});

it('one connection that breaks leaves the other well', async () => {
  const { hotel, properties, connections } = await twoProperties();
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(annexe) }, clerk);
  properties[annexe].trouble = { outcome: 'unauthorised', message: 'Invalid AccessToken.' };

  await hotel.after({ seconds: 20 });

  const states = await hotel.disk.read((view) => view.all('pms'));
  await connections.stop();
  expect(states.map(({ id, state }) => [id, state])).toEqual([
    ['mews', 'connected'],
    ['mews-2', 'broken'],
  ]);
  expect(await hotel.disk.read((view) => view.all('alerts'))).toMatchObject([
    { id: 'pms-broken/mews-2', facts: { system: 'mews', property: 'Seaview' } },
  ]);
});

it('the connection of an older Portal goes on under the name that its reservations have', async () => {
  const { hotel, properties, vault, connections } = await twoProperties();
  const { shown: _shown, spacePrefix: _prefix, ...rest } = pmsRecord('pms', hotel.clock.now());
  const old = definitions.pms.schema.parse({ ...rest, address: seaview, state: 'broken' });
  await vault.put('pms-tokens', JSON.stringify({ clientToken: 'C', accessToken: 'A' }));
  await hotel.disk.transact(async (transaction) => {
    await transaction.put('pms', old);
    const nothing = { keyId: null, doorId: null, lockId: null, reservationId: null, facts: { system: 'mews' } };
    const raisedAt = hotel.clock.now();
    await transaction.put('alerts', { id: 'pms-broken/pms', kind: 'pms-broken', raisedAt, ...nothing });
  });

  await connections.start();
  await hotel.after({ seconds: 70 });

  await connections.stop();
  await adoptOldConnection(hotel.base, vault);
  expect(await standingIn(hotel)).toEqual([['mews', 'Seaview', true]]);
  expect(vault.names()).toEqual(['pms-mews']);
  expect(await hotel.alerts()).toEqual([]);
  expect(properties[seaview].asked.changes.length).toBeGreaterThan(0);
});

it('a reservation and a room of an older Portal belong to the connection that is named in their ids', () => {
  const stay = {
    id: 'mews:7f1c:x',
    connector: 'mews',
    number: '1',
    groupId: null,
    state: 'expected',
    scheduledArrival: '2026-11-23T15:00:00.000Z',
    scheduledDeparture: '2026-11-25T11:00:00.000Z',
    timesFromPms: true,
    actualArrival: null,
    actualDeparture: null,
    spaceId: null,
    spaceName: null,
    guests: [],
    sourceUpdatedAt: '2026-11-20T09:00:00.000Z',
    receivedAt: '2026-11-20T09:00:00.000Z',
    contentHash: 'hash',
  };
  const room = { id: '5cde', name: '204', parentId: null, kind: 'room', active: true };

  expect(definitions.reservations.schema.parse(stay)).toEqual({ ...stay, connectionId: 'mews', pmsId: '7f1c:x' });
  expect(definitions.spaces.schema.parse(room)).toEqual({ ...room, connectionId: 'mews' });
});

it('what a removed connection would have ended, and what it left out, is spoken of no more', async () => {
  const hotel = await openHotel({ rooms: ['201', '202', '203', '204'], polling: false });
  await hotel.disk.transact((transaction) => transaction.remove('pms', 'mews'));
  const pms = new MemoryPms(['201', '202', '203', '204'], zone, hotel.clock, 'mews');
  const connections = connectionsOf(hotel, memoryVault(), { [seaview]: pms });
  await connections.connect({ connection: null, system: 'mews', fields: fieldsOf(seaview) }, clerk);
  ['201', '202', '203', '204'].forEach((room) => arrive(pms, room, `Guest ${room}`));
  await hotel.after({ seconds: 10 });
  pms.all().forEach(({ pmsId }) => pms.set(`mews:${pmsId}`, 'cancelled'));
  pms.unreadable.add(
    pms.book({ room: '201', guest: 'Amara Okafor', arrival: '2026-11-26T15:00Z', departure: '2026-11-27T11:00Z' }),
  );
  await hotel.after({ seconds: 10 });
  const before = await hotel.alerts();

  await connections.remove('mews', clerk);

  expect(new Set(before)).toEqual(new Set(['endings-held', 'stay-set-aside']));
  expect(await hotel.alerts()).toEqual([]);
  expect(await hotel.disk.read((view) => view.all('heldEndings'))).toEqual([]);
  await connections.stop();
});
