import { expect, test } from '#tests/support/e2e-portal';

const rooms = ['101', '102', '103', '104', '201', '202', '203', '204', '301', '302'];
const guests = Array.from({ length: 40 }, (_none, index) => ({
  room: rooms[index % rooms.length] ?? '101',
  guest: `Bus Guest${String(index + 1).padStart(2, '0')}`,
}));

test('while forty guests of a bus check in, the tabs answer, and every guest gets a doorcode', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  const stays = await Promise.all(guests.map((guest) => hotel.book(guest)));
  await page.getByRole('textbox', { name: 'Filter by guest, room or number' }).fill('Bus');
  await page.getByRole('tab', { name: 'Upcoming' }).click();

  await Promise.all(stays.map((id) => hotel.stay(id, 'check-in')));
  await page.getByRole('tab', { name: 'Current' }).click();
  await expect(page.getByRole('row', { name: /Guest\d\d, Bus/ }).first()).toContainText(/Writing|Waiting|Doorcode/);
  await page.getByRole('tab', { name: 'Revoked' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Revoked' })).toBeVisible();

  await page.getByRole('tab', { name: 'Current' }).click();
  await page.getByRole('textbox', { name: 'Filter by guest, room or number' }).fill('Bus');
  await expect(page.getByText('40 keys match the filter')).toBeVisible();
  // The pool opens for every guest of the house; those of other stories may still be among them.
  const atThePool = () => hotel.locks().then((locks) => locks.find(({ name }) => name === 'Pool')?.users.length);
  await expect.poll(atThePool, { timeout: 60_000 }).toBeGreaterThanOrEqual(40);
});
