import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/e2e-portal';

/** Who is on a key, and what each of them holds. */

test('a person is removed from a key: their code ends at its doors, the other’s stays, and Undo brings it back', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await keyFor(page, { door: '202', people: ['Petra Stays', 'Quirin Leaves'] });
  await desk.provisionedAt(['202']);
  const stays = page.getByRole('group', { name: 'Doorcode · Petra Stays' });
  const leaves = page.getByRole('group', { name: 'Doorcode · Quirin Leaves' });
  await expect(leaves).toContainText('3 of 3 doors');
  const [petras, quirins] = [await digitsOf(stays), await digitsOf(leaves)];

  await page.getByRole('button', { name: 'More for Quirin Leaves' }).click();
  await page.getByRole('menuitem', { name: 'Remove person' }).click();
  await expect(page.getByRole('dialog')).toContainText('Quirin Leaves’s doorcode ends at 3 doors: 202');
  await expect(page.getByRole('dialog')).toContainText('Petra Stays stays on the key.');
  await desk.confirm('Remove person');
  await expect(leaves).toBeHidden();
  await expect(desk.timeline).toContainText('Person taken off the key');
  await expect.poll(() => hotel.keypad('202', quirins)).toBe('stays closed');
  expect(await hotel.keypad('202', petras)).toBe('opens');

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(leaves).toContainText('3 of 3 doors');
  await expect.poll(() => hotel.keypad('202', quirins)).toBe('opens');
});

test('the last person cannot be removed, and the menu says why', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.book({ room: '103', guest: 'Rosalie Only' });
  await desk.openKey('Rosalie Only');
  await page.getByRole('button', { name: 'More for Rosalie Only' }).click();

  const remove = page.getByRole('menuitem', { name: 'Remove person' });
  await expect(remove).toBeDisabled();
  await expect(remove).toContainText('The last person cannot be removed');
  await expect(page.getByRole('menu')).toHaveCSS('opacity', '1');
  // A menu lies over the page, outside its landmarks, while it is open.
  expect((await new AxeBuilder({ page }).disableRules('region').analyze()).violations).toEqual([]);
});

test('a doorcode is switched off for one person and added again, as a new one', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '103', guest: 'Silvia Switch' }), 'check-in');
  await desk.openKey('Silvia Switch');
  await desk.provisionedAt(['103']);
  const former = await desk.readCode();

  await desk.doorcode.getByRole('button', { name: 'Switch off doorcode' }).click();
  await expect(page.getByRole('dialog')).toContainText('Silvia Switch can no longer open 103');
  await desk.confirm('Switch off');
  await expect(desk.doorcode).toContainText('Silvia Switch opens no door with a code.');
  await expect.poll(() => hotel.keypad('103', former)).toBe('stays closed');

  await desk.doorcode.getByRole('button', { name: 'Add doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('608351');
  await expect(page.getByText('Free at all 3 doors')).toBeVisible();
  await desk.confirm('Add doorcode');
  await desk.provisionedAt(['103']);
  expect(await hotel.keypad('103', '608351')).toBe('opens');
});

/** A key made by hand for several people, each with a doorcode. */
async function keyFor(page: Page, wanted: { readonly door: string; readonly people: readonly string[] }) {
  await page.getByRole('button', { name: 'Add Key' }).click();
  for (const name of wanted.people) {
    await page.getByRole('combobox', { name: 'Add a person' }).fill(name);
    await page.getByRole('option', { name: `New person: ${name}` }).click();
    await page.getByRole('switch', { name: `Doorcode for ${name}` }).click();
  }
  await page.getByRole('combobox', { name: 'Add Door' }).fill(wanted.door);
  await page.getByRole('option', { name: wanted.door, exact: true }).click();
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(wanted.people[0] ?? '');
}

async function digitsOf(card: ReturnType<Page['getByRole']>): Promise<string> {
  await card.getByRole('button', { name: 'Show doorcode' }).click();
  await expect(card).toContainText(/\d{2} ?\d/);
  return (await card.getByRole('paragraph').first().innerText()).replaceAll(/\D/g, '');
}
