import { localTime } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-portal';

/** The PMS connection was broken while two hundred reservations came in: their provisioning must be allowed by hand. */

const rooms = ['101', '102', '103', '104', '201', '202', '203', '204', '301', '302'];
const group = Array.from({ length: 200 }, (_none, index) => ({
  room: rooms[index % rooms.length] ?? '101',
  guest: `Tour Member${String(index + 1).padStart(3, '0')}`,
  // Later than any code is written ahead: the locks of the demo hotel are not filled with it.
  arrival: localTime({ days: 20 + Math.floor(index / rooms.length) }),
  departure: localTime({ days: 22 + Math.floor(index / rooms.length) }),
}));

test('provisioning is allowed for two hundred keys at once: previewed, done and reported', async ({ desk, hotel }) => {
  const { page } = desk;
  await Promise.all(group.map((member) => hotel.book(member)));
  await page.getByRole('tab', { name: 'Upcoming' }).click();
  await page.getByRole('textbox', { name: 'Filter by guest, room or number' }).fill('tour member');
  await expect(page.getByText('200 keys match the filter')).toBeVisible();

  const list = page.getByRole('grid', { name: 'Keys' });
  await list.focus();
  await page.keyboard.press('ControlOrMeta+a');
  const acts = page.getByRole('group', { name: 'Acts on the chosen keys' });
  await expect(acts).toContainText('200 keys chosen');
  await acts.getByRole('button', { name: 'Allow provisioning' }).click();

  const dialog = page.getByRole('dialog', { name: 'Allow provisioning' });
  await expect(dialog.getByRole('status')).toHaveText('200 keys will be allowed.');
  await expect(dialog.getByRole('row', { name: /Member001, Tour/ })).toContainText('Provisioning is allowed');
  await dialog.getByRole('button', { name: 'Allow provisioning for 200 keys' }).click();

  await expect(dialog.getByRole('status')).toHaveText('Provisioning allowed: 200 of 200 keys.');
  await expect(dialog.getByRole('row', { name: /Member200, Tour/ })).toContainText('Allowed');
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Export report' }).click();
  expect((await saved).suggestedFilename()).toBe('report.csv');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await list.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await acts.getByRole('button', { name: 'Allow provisioning' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Nothing would change. 200 are already allowed.');
  await page.keyboard.press('Escape');
  await list.focus();
  await page.keyboard.press('Escape');
  await expect(acts).toBeHidden();
});

test('keys are chosen one by one, and a list is kept under a name', async ({ desk, hotel }) => {
  const { page } = desk;
  await Promise.all(['Ada', 'Bea', 'Cleo', 'Dora'].map((name) => hotel.book({ room: '103', guest: `${name} Picked` })));
  await page.getByRole('tab', { name: 'Upcoming' }).click();
  await page.getByRole('textbox', { name: 'Filter by guest, room or number' }).fill('picked');
  await expect(page.getByText('4 keys match the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Owner' }).click();
  const acts = page.getByRole('group', { name: 'Acts on the chosen keys' });

  await page.getByRole('grid', { name: 'Keys' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(acts).toContainText('3 keys chosen');
  await page.getByRole('checkbox', { name: 'Choose Picked, Bea' }).click();
  await expect(acts).toContainText('2 keys chosen');

  await acts.getByRole('button', { name: 'Extend' }).click();
  const dialog = page.getByRole('dialog', { name: 'Extend' });
  await dialog.getByRole('textbox', { name: 'Nights' }).fill('3');
  await dialog.getByRole('button', { name: 'Extend 2 keys' }).click();
  await expect(dialog.getByRole('status')).toHaveText('Extended: 2 of 2 keys.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'Save this list…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('The picked ones');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('tab', { name: 'Past' }).click();
  await page.getByRole('button', { name: 'Saved' }).click();
  await page.getByRole('menuitem', { name: 'The picked ones' }).click();
  await expect(page.getByText('4 keys match the filter')).toBeVisible();
});
