import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Desk } from '#tests/support/e2e-desk';
import { expect, test } from '#tests/support/e2e-portal';

/** Keys made by hand, as reference/4-creating-keys.txt tells it. */

test('a guest with one door gets a key in seven acts, by keyboard alone', async ({ desk, hotel }) => {
  const { page } = desk;
  await page.getByRole('main').focus();

  await page.keyboard.press('a'); // 1
  await expect(page.getByRole('combobox', { name: 'Add a person' })).toBeFocused();
  await page.keyboard.type('Rita Keyboard'); // 2
  await expect(page.getByRole('option', { name: 'New person: Rita Keyboard' })).toBeVisible();
  await page.keyboard.press('Enter'); // 3
  await expect(page.getByRole('switch', { name: 'Doorcode for Rita Keyboard' })).toBeFocused();
  await page.keyboard.press('Enter'); // 4
  await expect(page.getByRole('switch', { name: 'Doorcode for Rita Keyboard' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Add Door' })).toBeFocused();
  await page.keyboard.type('301'); // 5
  await expect(page.getByRole('option', { name: '301', exact: true })).toBeVisible();
  await page.keyboard.press('Enter'); // 6
  await expect(
    page.getByText(/^Rita Keyboard can open 301 and 2 linked doors, every day, all day, from /),
  ).toBeVisible();
  await page.keyboard.press('Control+Enter'); // 7

  await expect(page.getByRole('heading', { level: 1, name: 'Rita Keyboard' })).toBeVisible();
  await desk.provisionedAt(['301', 'Main entrance', 'Pool']);
  expect(await hotel.keypad('301', await desk.readCode())).toBe('opens');
});

test('what is missing is said beside its field, and nothing typed is lost', async ({ desk }) => {
  const { page } = desk;
  await openAddKey(page);
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByText('Add at least one person.')).toBeVisible();
  await expect(page.getByText('Add at least one door.')).toBeVisible();

  await addNew(page, 'Otto Missing');
  await page.getByRole('textbox', { name: 'Email' }).fill('otto');
  await page.getByRole('switch', { name: 'Doorcode for Otto Missing' }).click();
  await choosePolicy(page, 'Preferred');
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByText('Enter an email address such as rita@example.com.')).toBeVisible();
  await expect(page.getByText('Enter the doorcode, 4 to 10 digits.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('otto');
});

test('a key without a doorcode is made, and it is said that it opens nothing', async ({ desk }) => {
  const { page } = desk;
  await openAddKey(page);
  await addNew(page, 'Nora Nothing');
  await expect(page.getByText('Without a doorcode or a keycard Nora Nothing opens nothing.').first()).toBeVisible();
  await expect(page.getByRole('switch', { name: 'SmartKey' })).toBeDisabled();
  await expect(page.getByRole('switch', { name: 'Keycard for Nora Nothing' })).not.toBeChecked();
  await addDoor(page, '302');
  await page.getByRole('button', { name: 'Create Key' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Nora Nothing' })).toBeVisible();
});

test('a keycard that is to be Preferred or Strict must be chosen; Random waits for the encoder', async ({ desk }) => {
  const { page } = desk;
  await openAddKey(page);
  await addNew(page, 'Kaja Karte');
  await page.getByRole('switch', { name: 'Keycard for Kaja Karte' }).click();
  const policies = page.getByRole('radiogroup', { name: 'Assignment type of the keycard for Kaja Karte' });
  await expect(policies.getByRole('radio', { name: 'Random' })).toBeChecked();
  await policies.getByText('Strict').click();
  await addDoor(page, '302');
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByText(/Choose the keycard\.|No keycard in stock is free/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Add Key' })).toBeVisible();

  await policies.getByText('Random').click();
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Kaja Karte' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Keycard', exact: true })).toContainText(
    /No Keycard Assigned|Not encoded/,
  );
});

test('Preferred: free as one types, held where another guest has it, and then it is asked once more', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await makeKey(desk, { person: 'Jonas Holder', door: '104', policy: 'Preferred', code: '739 182' });
  await desk.provisionedAt(['104']);
  expect(await hotel.keypad('104', '739182')).toBe('opens');

  await openAddKey(page);
  await addNew(page, 'Paula Asker');
  await page.getByRole('switch', { name: 'Doorcode for Paula Asker' }).click();
  await choosePolicy(page, 'Preferred');
  await addDoor(page, '104');
  const code = page.getByRole('textbox', { name: 'Doorcode' });
  await code.fill('640 275');
  await expect(page.getByText('Free at all 3 doors')).toBeVisible();
  await code.fill('739 182');
  await expect(page.getByText(/^Held by Jonas Holder until \d+ \w+ at 104$/)).toBeVisible();
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByText(/The key will be made with No Doorcode Assigned/)).toBeVisible();
  await page.getByRole('button', { name: 'Create without that doorcode' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Paula Asker' })).toBeVisible();
  await expect(desk.doorcode).toContainText('No Doorcode Assigned');
});

test('Create Key pressed in the moment the code is typed asks about it all the same', async ({ desk }) => {
  const { page } = desk;
  await makeKey(desk, { person: 'Hedda Holds', door: '203', policy: 'Preferred', code: '518 274' });
  await desk.provisionedAt(['203']);

  await openAddKey(page);
  await addNew(page, 'Quentin Quick');
  await page.getByRole('switch', { name: 'Doorcode for Quentin Quick' }).click();
  await choosePolicy(page, 'Preferred');
  await addDoor(page, '203');
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('518274');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByText(/The key will be made with No Doorcode Assigned/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create without that doorcode' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add Key');
});

test('Strict: granted, then reserved against everybody at every door', async ({ desk, hotel }) => {
  const { page } = desk;
  await makeKey(desk, { person: 'Sara Strict', door: '202', policy: 'Strict', code: '851 946' });
  await desk.provisionedAt(['202']);
  expect(await hotel.keypad('202', '851946')).toBe('opens');

  await openAddKey(page);
  await addNew(page, 'Tom Late');
  await page.getByRole('switch', { name: 'Doorcode for Tom Late' }).click();
  await choosePolicy(page, 'Strict');
  await addDoor(page, '301');
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('851946');
  await expect(page.getByText(/^Reserved for the whole property by Sara Strict until/)).toBeVisible();
});

test('a weak code is refused beside its field', async ({ desk }) => {
  const { page } = desk;
  await openAddKey(page);
  await addNew(page, 'Wanda Weak');
  await page.getByRole('switch', { name: 'Doorcode for Wanda Weak' }).click();
  await choosePolicy(page, 'Strict');
  await addDoor(page, '301');
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('123456');
  await page.getByRole('button', { name: 'Create Key' }).click();

  await expect(page.getByText(/too easy to guess/).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Add Key' })).toBeVisible();
});

test('a cleaner’s template: all rooms of a floor, weekdays 9 to 15, no end, used again for another cleaner', async ({
  desk,
}) => {
  const { page } = desk;
  await openAddKey(page);
  await addDoor(page, 'Floor 2', /^Floor 2, all rooms/);
  await page.getByText('Sat', { exact: true }).click();
  await page.getByText('Sun', { exact: true }).click();
  await page.getByRole('radio', { name: 'Certain hours' }).click();
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('9:00');
  await page.getByRole('textbox', { name: 'To', exact: true }).fill('15:00');
  await page.getByRole('checkbox', { name: 'No end (staff keys)' }).click();
  await page.getByRole('button', { name: 'Template' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Cleaner floor 2');
  await desk.confirm('Save');

  await page.reload();
  await addNew(page, 'Clara Cleaner');
  await page.getByRole('switch', { name: 'Doorcode for Clara Cleaner' }).click();
  await page.getByRole('button', { name: 'Template' }).click();
  await page.getByRole('menuitem', { name: 'Cleaner floor 2', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Staff' }).first()).toBeChecked();
  await expect(
    page.getByText(/^Clara Cleaner can open .*, Mon–Fri · 09:00–15:00, from .* with no end\.$/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Create Key' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Clara Cleaner' })).toBeVisible();
  await expect(desk.facts).toContainText('no end');
  await expect(desk.door('201')).toContainText('Mon–Fri · 09:00–15:00');
});

test('a template is removed only after it was said what that means', async ({ desk }) => {
  const { page } = desk;
  const removeIt = async () => {
    await page.getByRole('button', { name: 'Template' }).click();
    await page.getByRole('menuitem', { name: 'Remove Night porter' }).click();
  };
  await openAddKey(page);
  await addDoor(page, '301');
  await page.getByRole('button', { name: 'Template' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Night porter');
  await desk.confirm('Save');
  await removeIt();
  await expect(page.getByRole('dialog', { name: 'Remove the template Night porter?' })).toContainText(
    'Keys that were made with it stay as they are.',
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await removeIt();
  await desk.confirm('Remove template');
  await page.getByRole('button', { name: 'Template' }).click();

  await expect(page.getByRole('menuitem', { name: 'Save as template' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Night porter/ })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on Add Key, ${colorScheme}`, async ({ desk }) => {
    const { page } = desk;
    await page.emulateMedia({ colorScheme });
    await openAddKey(page);
    await addNew(page, 'Axel Axe');
    await page.getByRole('switch', { name: 'Doorcode for Axel Axe' }).click();
    await choosePolicy(page, 'Preferred');
    await addDoor(page, '301');
    await page.getByRole('button', { name: 'Create Key' }).click();
    await page.getByRole('heading', { level: 1 }).click();
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  });
}

async function openAddKey(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '/keys';
  });
  await page.getByRole('button', { name: 'Add Key' }).click();
  await expect(page.getByRole('combobox', { name: 'Add a person' })).toBeFocused();
}

async function addNew(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Add a person' }).fill(name);
  await page.getByRole('option', { name: `New person: ${name}` }).click();
  await expect(page.getByRole('heading', { level: 3, name })).toBeVisible();
}

async function addDoor(page: Page, typed: string, option: string | RegExp = typed): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Add Door' });
  // What a person's card has to say may just have pushed the field off the screen; its list is hidden there.
  await expect(async () => {
    await field.fill('');
    await field.fill(typed);
    await field.scrollIntoViewIfNeeded();
    await page.getByRole('option', { name: option, exact: true }).click({ timeout: 3_000 });
  }).toPass();
  await page.keyboard.press('Escape');
}

async function choosePolicy(page: Page, policy: string): Promise<void> {
  await page.getByText(policy, { exact: true }).click();
}

async function makeKey(
  { page }: Desk,
  wanted: { readonly person: string; readonly door: string; readonly policy: string; readonly code: string },
): Promise<void> {
  await openAddKey(page);
  await addNew(page, wanted.person);
  await page.getByRole('switch', { name: `Doorcode for ${wanted.person}` }).click();
  await choosePolicy(page, wanted.policy);
  await addDoor(page, wanted.door);
  await page.getByRole('textbox', { name: 'Doorcode' }).fill(wanted.code);
  await expect(page.getByText(/^Free at /)).toBeVisible();
  await page.getByRole('button', { name: 'Create Key' }).click();
  await expect(page.getByRole('heading', { level: 1, name: wanted.person })).toBeVisible();
}
