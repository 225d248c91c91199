import { expect, test } from '#tests/support/e2e-portal';
import type { Locator, Page } from '@playwright/test';

/** As most see it: menus fade, dialogs slide in. */
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('a key is found, its doorcode changed and the key revoked without touching the mouse', async ({ desk, hotel }) => {
  const { page } = desk;
  const stay = await hotel.book({ room: '203', guest: 'Ruth Amsel' });
  await hotel.stay(stay, 'check-in');
  await expect(page.getByRole('row', { name: /Amsel, Ruth/ })).toContainText('Doorcode 3/3');

  await page.getByRole('main').focus();
  await page.keyboard.press('/');
  await page.keyboard.type('Amsel');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ruth Amsel');

  await tabTo(page, desk.doorcode);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Random' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByRole('textbox', { name: 'Doorcode' }));
  await page.keyboard.type('640 275');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(desk.doorcode).toBeFocused();
  await expect.poll(() => hotel.keypad('203', '640275')).toBe('opens');

  const revoke = page.getByRole('button', { name: 'Revoke all devices' });
  await tabTo(page, revoke, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(revoke).toBeFocused();
  await expect(desk.facts).toContainText('Current');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Revoke all devices' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.facts).toContainText('Revoked');
  await expect.poll(() => hotel.keypad('203', '640275')).toBe('stays closed');
});

test('the rows of the list are walked with the arrows and opened with Enter', async ({ desk, hotel }) => {
  const { page } = desk;
  const stay = await hotel.book({ room: '204', guest: 'Selma Thor' });
  await hotel.stay(stay, 'check-in');
  await page.getByRole('textbox', { name: 'Filter by guest, room or number' }).fill('Thor');
  await expect(page.getByText('1 key matches the filter')).toBeVisible();
  await expect(page.getByRole('row', { name: /Thor, Selma/ })).toBeVisible();

  await page.getByRole('combobox', { name: 'Search' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('grid', { name: 'Keys' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Selma Thor');
});

test('? lists the shortcuts, Escape closes the list, G D goes to the doors', async ({ desk }) => {
  const { page } = desk;
  await page.getByRole('main').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { level: 1, name: 'Doors' })).toBeVisible();
});

/** Goes through the page as somebody without a mouse would. */
async function tabTo(page: Page, wanted: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.keyboard.press(by);
        return wanted.evaluate((element) => element === document.activeElement);
      },
      { intervals: [0] },
    )
    .toBe(true);
}
