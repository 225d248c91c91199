import { openMewsHotel, type MewsHotel, type MewsHotelPlan } from '#tests/support/mews-hotel';
import { afterEach, expect, test } from 'vitest';

let opened: MewsHotel | null = null;
async function open(plan: MewsHotelPlan): Promise<MewsHotel> {
  opened = await openMewsHotel(plan);
  return opened;
}
afterEach(() => opened?.stop());

const connectionOf = ({ hotel }: MewsHotel) => hotel.disk.read((view) => view.get('pms', 'mews'));
const factsOf = async ({ hotel }: MewsHotel) =>
  (await hotel.disk.read((view) => view.all('alerts'))).map(({ kind, facts }) => ({ kind, ...facts }));

test('a Mews that takes the question and never answers is Degraded within three intervals, with an alert', async () => {
  const house = await open({ rooms: ['204'], settings: { pollSeconds: 5 } });
  await house.tell({ kind: 'hang', operation: 'configuration/get' });
  await house.hotel.after({ seconds: 15 });
  const during = await connectionOf(house);
  const alerts = await factsOf(house);

  await house.tell();
  await house.hotel.after({ seconds: 60 });
  await house.hotel.syncNow();

  expect(during?.state).toBe('degraded');
  expect(alerts).toMatchObject([{ kind: 'pms-degraded', property: 'Seaview' }]);
  expect(await connectionOf(house)).toMatchObject({ state: 'connected' });
  expect(await factsOf(house)).toEqual([]);
});

test('guests whom Portal may not ask for are no refused token: rooms and times go on, and the permission is named', async () => {
  const house = await open({ rooms: ['204'] });
  await house.tell({ kind: 'forbidden', operation: 'customers/getAll' });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });
  const held = house.hotel.held();
  const alerts = await factsOf(house);
  const state = (await connectionOf(house))?.state;

  await house.tell();
  await house.hotel.syncNow();

  expect(held).toHaveLength(1);
  expect(alerts).toMatchObject([{ kind: 'pms-withheld', operation: 'customers/getAll' }]);
  expect(state).toBe('connected');
  expect(await house.hotel.codeOf('Amara Okafor')).not.toBeNull();
  expect(await factsOf(house)).toEqual([]);
});

test('a guest in house keeps name and companions while Portal may not ask for companions', async () => {
  const house = await open({ rooms: ['204'] });
  const id = house.checkIn('204', 'Amara Okafor');
  house.mews.hotel.addCompanion(id, house.mews.hotel.addCustomer({ firstName: 'Bento', lastName: 'Reis' }));
  await house.hotel.syncNow();
  const before = await house.hotel.keyOf('Amara Okafor');

  await house.tell({ kind: 'forbidden', operation: 'companionships/getAll' });
  await house.hotel.syncNow();

  expect((await house.hotel.keyOf('Amara Okafor')).people).toEqual(before.people);
  expect(await factsOf(house)).toMatchObject([{ kind: 'pms-withheld', operation: 'companionships/getAll' }]);
});

test('reservations that Portal may not ask for hold everything up: Degraded, one alert, and it heals by itself', async () => {
  const house = await open({ rooms: ['204'] });
  await house.tell({ kind: 'forbidden', operation: 'reservations/getAll/2023-06-06' });
  await house.hotel.syncNow();
  await house.hotel.syncNow();
  const state = (await connectionOf(house))?.state;
  const alerts = await factsOf(house);

  await house.tell();
  await house.hotel.syncNow();

  expect(state).toBe('degraded');
  expect(alerts).toMatchObject([{ kind: 'pms-withheld', operation: 'reservations/getAll/2023-06-06' }]);
  expect(await factsOf(house)).toEqual([]);
});

test('a dead token is Broken within a minute, at the slowest pace too', async () => {
  const house = await open({ rooms: ['204'] });
  house.mews.setTokens({ clientToken: 'another', accessToken: 'another' });
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 16 });
  await house.hotel.syncNow();

  expect((await connectionOf(house))?.state).toBe('broken');
  expect(await factsOf(house)).toMatchObject([{ kind: 'pms-broken' }]);
});

test('401 for one operation, as Mews answers a missing permission too, is no refused token', async () => {
  const house = await open({ rooms: ['204'] });
  await house.tell({ kind: 'forbidden', operation: 'customers/getAll', status: 401 });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.syncNow();

  expect((await connectionOf(house))?.state).toBe('connected');
  expect(await factsOf(house)).toMatchObject([{ kind: 'pms-withheld', operation: 'customers/getAll' }]);
  expect(await house.hotel.allKeys()).toHaveLength(1);
});

test('services that Portal may not ask for cost the usual times and what rooms are for, and nothing else', async () => {
  const house = await open({ rooms: ['204'] });
  await house.tell({ kind: 'forbidden', operation: 'services/getAll' });
  house.checkIn('204', 'Amara Okafor');
  await house.hotel.syncNow();
  await house.hotel.after({ seconds: 10 });

  expect(await house.hotel.opens('204', 'Amara Okafor')).toBe(true);
  expect(await factsOf(house)).toMatchObject([{ kind: 'pms-withheld', operation: 'services/getAll' }]);
});
