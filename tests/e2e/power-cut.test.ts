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
  const token = await signIn(demo);
  await enter(page, { address: demo.address, token });
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
  await enter(again, { address: demo.address, token });
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

test('after a power cut the clerk goes on where she was, and a locked screen is still locked', async ({
  page,
  browser,
  folder,
}) => {
  demo = await startDemo(folder);
  const { address, owner } = demo;
  await enter(page, { address, token: await signIn(demo) }, '/doors');
  const away = await (await browser.newContext()).newPage();
  const lockedToken = await signIn(demo);
  await enter(away, { address, token: lockedToken }, '/doors');
  await expect(away.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await away.keyboard.press('F9');
  await expect(away.getByRole('heading', { name: 'Inês Rocha is away' })).toBeVisible();
  await expect.poll(() => refusalOf(address, lockedToken)).toBe('screen-locked');
  await demo.pullThePlug();
  await expect(page.getByText('Portal is not answering').first()).toBeVisible();

  demo = await startDemo(folder, { port: Number(new URL(address).port) });

  await expect(page.getByText('Portal is not answering')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /Keycards/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Keycards' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Keycards' })).toBeVisible();
  expect(await refusalOf(address, lockedToken)).toBe('screen-locked');
  await away.reload();
  await away.getByLabel('PIN or password').fill(owner.password);
  await away.getByRole('button', { name: 'Unlock' }).click();
  await expect(away.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await away.context().close();
});

/** With which word the desk refuses a session the list of staff; null: it does not. */
async function refusalOf(address: string, token: string): Promise<string | null> {
  const response = await fetch(`${address}/trpc/staff.list`, { headers: { authorization: `Bearer ${token}` } });
  const { error } = (await response.json()) as { error?: { message: string } };
  return error?.message ?? null;
}
