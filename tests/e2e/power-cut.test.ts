import { deskOn } from '#tests/support/e2e-desk';
import { demoHotel } from '#tests/support/e2e-hotel';
import { startDemo, type RunningDemo } from '#tests/support/e2e-office';
import { expect, test } from '#tests/support/e2e-portal';
import { enter, signIn } from '#tests/support/e2e-session';

const arriving = [
  { room: '101', guest: 'Vera Nagy' },
  { room: '102', guest: 'Wim Bakker' },
  { room: '103', guest: 'Xenia Pavlou' },
  { room: '104', guest: 'Yusuf Demir' },
  { room: '201', guest: 'Zoe Martin' },
];

let demo: RunningDemo | null = null;

test.afterEach(async () => {
  await demo?.stop();
  demo = null;
});

test('killed while guests check in and started again, every guest’s code opens and no departed guest’s does', async ({
  page,
  folder,
}) => {
  demo = await startDemo(folder);
  const before = demoHotel(demo.endpoints);
  const leaving = await before.book({ room: '202', guest: 'Adam Novak' });
  await before.stay(leaving, 'check-in');
  await enter(page, { address: demo.address, token: await signIn(demo) });
  const desk = deskOn(page);
  await desk.openKey('Adam Novak');
  await desk.provisionedAt(['202', 'Main entrance', 'Pool']);
  const departed = await desk.readCode();
  const stays = await Promise.all(arriving.map((booking) => before.book(booking)));
  await Promise.all(stays.map((id) => before.stay(id, 'check-in')));
  await before.stay(leaving, 'check-out');
  const codesOn = async () => (await before.locks()).reduce((sum, { users }) => sum + users.length, 0);
  await expect.poll(codesOn, { intervals: [20] }).toBeGreaterThan(3);
  await demo.pullThePlug();

  demo = await startDemo(folder);
  const hotel = demoHotel(demo.endpoints);
  const again = await page.context().newPage();
  await enter(again, { address: demo.address, token: await signIn(demo) });
  const deskAgain = deskOn(again);
  for (const { room, guest } of arriving) {
    await deskAgain.openKey(guest);
    await deskAgain.provisionedAt([room, 'Main entrance', 'Pool']);
    expect(await hotel.keypad(room, await deskAgain.readCode())).toBe('opens');
  }
  await expect.poll(() => hotel.keypad('202', departed)).toBe('stays closed');
  await expect.poll(() => hotel.keypad('Main entrance', departed)).toBe('stays closed');
  const entrance = (await hotel.locks()).find(({ name }) => name === 'Main entrance');
  expect(entrance?.users).toHaveLength(5);
});
