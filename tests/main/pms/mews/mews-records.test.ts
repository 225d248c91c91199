import type { InstantText } from '#domain/time/time';
import { mewsHarness, type MewsHarness, type MewsHarnessOptions } from '#tests/support/mews-harness';
import { afterEach, expect, test } from 'vitest';

const go = new AbortController().signal;
const ada = { firstName: 'Ada', lastName: 'Byron', email: 'ada@example.com', phone: '+44 20 7946 0001' };
const bento = { firstName: 'Bento', lastName: 'Reis', email: 'bento@example.com', phone: '+44 20 7946 0001' };
const tonight = { arrival: '2026-11-23T14:00:00Z', departure: '2026-11-25T10:00:00Z' };
const today = { from: '2026-11-23T11:00:00.000Z' as InstantText, to: '2026-11-23T12:00:00.000Z' as InstantText };

let opened: MewsHarness | null = null;
async function open(options: MewsHarnessOptions): Promise<MewsHarness> {
  opened = await mewsHarness(options);
  return opened;
}
afterEach(() => opened?.stop());

/** The records of one list, each as Mews gives it or changed. */
const inList =
  (
    path: string,
    list: string,
    change: (record: Record<string, unknown>) => unknown,
  ): NonNullable<MewsHarnessOptions['watch']> =>
  async (asked, response) => {
    if (!asked.includes(path)) return response;
    const answer = (await response.json()) as Record<string, readonly Record<string, unknown>[]>;
    return Response.json({ ...answer, [list]: answer[list]?.map((record) => change(record)) });
  };

test('D: a guest whose last name is null is a guest, and the others go on', async () => {
  const noName = (customer: Record<string, unknown>) =>
    customer['LastName'] === 'Byron' ? { ...customer, LastName: null } : customer;
  const hotel = await open({ watch: inList('customers/getAll', 'Customers', noName) });
  hotel.create({ room: '101', guest: ada, ...tonight });
  hotel.create({ room: '102', guest: bento, ...tonight });

  const changed = await hotel.connector.changedStays(today, go);

  expect(changed).toMatchObject({
    outcome: 'answered',
    value: expect.arrayContaining([
      expect.objectContaining({
        spaceName: '101',
        guests: [expect.objectContaining({ firstName: 'Ada', lastName: '' })],
      }),
      expect.objectContaining({ spaceName: '102', guests: [expect.objectContaining({ lastName: 'Reis' })] }),
    ]),
  });
});

test('a stay whose guest cannot be read at all is a stay', async () => {
  const broken = (customer: Record<string, unknown>) => ({ ...customer, FirstName: 7 });
  const hotel = await open({ watch: inList('customers/getAll', 'Customers', broken) });
  hotel.create({ room: '101', guest: ada, ...tonight });

  const changed = await hotel.connector.changedStays(today, go);

  expect(changed).toMatchObject({
    outcome: 'answered',
    value: [{ spaceName: '101', guests: [], isGuestMissing: true }],
    unreadable: [{ number: expect.stringMatching(/\d/), fields: ['Customer.FirstName'], isStayTold: true }],
  });
});

test('a reservation that cannot be read is named with its number and what is wrong, and the others come', async () => {
  const broken = (reservation: Record<string, unknown>) =>
    reservation['Id'] === id ? { ...reservation, ScheduledEndUtc: 'tomorrow' } : reservation;
  const hotel = await open({ watch: inList('reservations/getAll', 'Reservations', broken) });
  const id = hotel.create({ room: '101', guest: ada, ...tonight });
  hotel.create({ room: '102', guest: bento, ...tonight });

  const changed = await hotel.connector.changedStays(today, go);
  const byId = await hotel.connector.staysById([id], go);

  expect(changed).toMatchObject({
    outcome: 'answered',
    value: [{ spaceName: '102' }],
    unreadable: [{ pmsId: id, number: expect.stringMatching(/\d/), fields: ['ScheduledEndUtc'] }],
  });
  expect(byId).toMatchObject({ value: { stays: [], unknown: [] }, unreadable: [{ pmsId: id }] });
});

test('a room that cannot be read takes no other with it', async () => {
  const broken = (resource: Record<string, unknown>) =>
    resource['Name'] === '101' ? { ...resource, IsActive: 'yes' } : resource;
  const hotel = await open({ watch: inList('resources/getAll', 'Resources', broken) });
  hotel.create({ room: '101', guest: ada, ...tonight });

  const spaces = await hotel.connector.spaces(go);
  const changed = await hotel.connector.changedStays(today, go);

  expect(spaces).toMatchObject({ outcome: 'answered', value: expect.objectContaining({ length: 6 }) });
  expect(changed).toMatchObject({ value: [{ spaceId: expect.any(String), spaceName: null }] });
});

test('a service that cannot be read does not stop the round', async () => {
  const broken = (service: Record<string, unknown>) => ({ ...service, IsActive: null });
  const hotel = await open({ watch: inList('services/getAll', 'Services', broken) });

  expect(await hotel.connector.property(go)).toMatchObject({ outcome: 'answered', value: { name: 'Seaview' } });
});
