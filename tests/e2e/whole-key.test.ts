import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/e2e-portal';
import { standsStill } from '#tests/support/e2e-screens';

/** What staff change of a key as a whole, and take back. */

test('a revoked key is brought back with Undo, with the same code', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '101', guest: 'Ulla Undo' }), 'check-in');
  await desk.openKey('Ulla Undo');
  await desk.provisionedAt(['101']);
  const code = await desk.readCode();

  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await desk.confirm('Revoke all devices');
  await expect.poll(() => hotel.keypad('101', code)).toBe('stays closed');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone. Updating the locks.')).toBeVisible();
  await expect(desk.facts).toContainText('Current');
  await expect.poll(() => hotel.keypad('101', code)).toBe('opens');
});

test('a menu of a revoked key, where nearly all is grey, is closed with Escape', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '101', guest: 'Enno Escape' }), 'check-in');
  await desk.openKey('Enno Escape');
  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await desk.confirm('Revoke all devices');
  await expect(page.getByRole('button', { name: 'Restore' })).toBeVisible();
  await expect(desk.door('101')).toContainText('Removed');

  await page.getByRole('button', { name: 'Actions for 101' }).click();
  await expect(page.getByRole('menuitem', { name: 'Open door page' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
});

test('Undo after somebody else’s change is refused, and nothing of theirs is lost', async ({
  desk,
  hotel,
  secondDesk,
}) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '102', guest: 'Vera Second' }), 'check-in');
  await desk.openKey('Vera Second');
  await desk.provisionedAt(['102']);
  const other = await secondDesk();
  await other.openKey('Vera Second');
  await choose(page, 'Add Door');
  await pickDoor(page, '301');
  await desk.confirm('Add Door');
  await expect(other.door('301')).toBeVisible();
  await other.atDoor('301', 'Take door off the key');
  await other.confirm('Take off');
  await expect(desk.door('301')).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(/^Not undone\. Someone changed this/)).toBeVisible();
});

test('a door is added and taken off, and the stay is extended at every door', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '103', guest: 'Willa Whole' }), 'check-in');
  await desk.openKey('Willa Whole');
  await desk.provisionedAt(['103']);
  const code = await desk.readCode();

  await choose(page, 'Add Door');
  await pickDoor(page, '302');
  await expect(page.getByText('Willa Whole can also open 302, with the same doorcode.')).toBeVisible();
  await desk.confirm('Add Door');
  await expect.poll(() => hotel.keypad('302', code)).toBe('opens');

  await choose(page, 'Extend or shorten stay');
  await page.getByRole('textbox', { name: 'Last day' }).or(page.getByLabel('Last day')).first().fill('2030-01-02');
  await desk.confirm('Change stay');
  await expect(desk.facts).toContainText('2 Jan');
  await expect(desk.timeline).toContainText('Stay changed at every door');

  await desk.atDoor('302', 'Take door off the key');
  await desk.confirm('Take off');
  await expect.poll(() => hotel.keypad('302', code)).toBe('stays closed');
  expect(await hotel.keypad('103', code)).toBe('opens');
});

test('a manual key’s guest moves to another room, and somebody joins them', async ({ desk, hotel }) => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Add Key' }).click();
  await addNew(page, 'Xenia Mover');
  await page.getByRole('switch', { name: 'Doorcode for Xenia Mover' }).click();
  await pickDoor(page, '201');
  await page.getByRole('button', { name: 'Create Key' }).click();
  await desk.provisionedAt(['201']);
  const code = await desk.readCode();

  await desk.atDoor('201', 'Move to another room');
  await page.getByRole('combobox', { name: 'New room' }).fill('203');
  await page.getByRole('option', { name: '203', exact: true }).click();
  await desk.confirm('Move');
  await expect.poll(() => hotel.keypad('203', code)).toBe('opens');
  await expect.poll(() => hotel.keypad('201', code)).toBe('stays closed');

  await choose(page, 'Add a person');
  await addNew(page, 'Yann Joins');
  await page.getByRole('switch', { name: 'Doorcode for Yann Joins' }).click();
  await desk.confirm('Add a person');
  await expect(page.getByRole('group', { name: 'Doorcode · Yann Joins' })).toContainText('3 of 3 doors');
});

test('an unavailable code is said as one types, and the present one may be kept', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '302', guest: 'Xaver Holds' }), 'check-in');
  await hotel.stay(await hotel.book({ room: '104', guest: 'Zoe Keeps' }), 'check-in');
  const code = page.getByRole('textbox', { name: 'Doorcode' });
  await desk.openKey('Xaver Holds');
  await desk.provisionedAt(['302']);
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await code.fill('739146');
  await expect(page.getByText('Free at all 3 doors')).toBeVisible();
  await desk.confirm('Update');

  await desk.openKey('Zoe Keeps');
  await desk.provisionedAt(['104']);
  const present = await desk.readCode();
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await code.fill('739 146');
  await expect(page.getByText(/^Held by Xaver Holds until \d+ \w+ at (Main entrance|Pool)$/)).toBeVisible();
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('dialog')).toContainText('Zoe Keeps will have No Doorcode Assigned');
  await desk.confirm('Keep the present doorcode');

  expect(await hotel.keypad('104', present)).toBe('opens');
});

test('Update pressed in the moment the code is typed asks about it all the same', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '301', guest: 'Yrsa Holds' }), 'check-in');
  await hotel.stay(await hotel.book({ room: '302', guest: 'Zeno Hurry' }), 'check-in');
  const code = page.getByRole('textbox', { name: 'Doorcode' });
  await desk.openKey('Yrsa Holds');
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await code.fill('394817');
  await desk.confirm('Update');

  await desk.openKey('Zeno Hurry');
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await code.fill('394817');
  await code.press('Enter');

  await expect(page.getByRole('dialog')).toContainText('Zeno Hurry will have No Doorcode Assigned');
  await desk.confirm('Keep the present doorcode');
  await expect(desk.doorcode).not.toContainText('No Doorcode Assigned');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the dialogs of a whole key, ${colorScheme}`, async ({ desk, hotel }) => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme });
    // A guest each: the search must not find the departed one of the other story.
    const guest = colorScheme === 'light' ? 'Axel Dialog' : 'Birgit Dialogue';
    await hotel.stay(await hotel.book({ room: '204', guest }), 'check-in');
    await desk.openKey(guest);
    const found: string[] = [];
    for (const entry of ['Extend or shorten stay', 'Add Door', 'Add a person']) {
      await choose(page, entry);
      await expect(page.getByRole('dialog')).toHaveCSS('opacity', '1');
      await expect(page.getByRole('dialog')).toHaveCSS('transform', /^none$|^matrix\(1, 0, 0, 1, 0, 0\)$/);
      await standsStill(page);
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${entry}: ${id} ${nodes.map(({ html }) => html).join(' ')}`));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }

    expect(found).toEqual([]);
  });
}

async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: entry }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function pickDoor(page: Page, door: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add Door' }).fill(door);
  await page.getByRole('option', { name: door, exact: true }).click();
}

async function addNew(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add a person' }).fill(name);
  await page.getByRole('option', { name: `New person: ${name}` }).click();
}
