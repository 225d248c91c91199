import type { Locator, Page } from '@playwright/test';
import { localTime } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-portal';

/** Cards at the desk with no hand on the mouse: where the keyboard begins, what Enter does, and where it is afterwards. */

test('a stack is enrolled, a card replaced and reported lost from the keyboard alone', async ({
  desk,
  hotel,
  hand,
}) => {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await hand.takeOff();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keycards' }).press('Enter');
  await page.getByRole('button', { name: 'Enrol cards' }).first().press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'First number' })).toBeFocused();
  await page.keyboard.type('5501');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Put the next card on');
  for (const number of ['5501', '5502']) {
    await expect(dialog).toContainText('Put the next card on');
    await hand.lay(await hand.newCard());
    await expect(dialog).toContainText(`Card ${number}`);
    await hand.takeOff();
  }
  await expect(dialog).toContainText('Put the next card on');
  await page.keyboard.press('Escape');
  await expect(dialog).toContainText('2 cards in stock');
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Enrol cards' }).first()).toBeFocused();

  const stay = await hotel.book({ guest: 'Tilda Taste', room: '203', arrival: localTime({ hours: -1 }) });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Tilda Taste');
  const card = page.getByRole('group', { name: 'Keycard', exact: true });
  await card.getByRole('button', { name: 'Assign' }).press('Enter');
  await expect(dialog.getByRole('radio', { name: 'Random' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await choose(page, dialog, '5501');
  await expect(card).toContainText('5501');

  await card.getByRole('button', { name: 'Replace' }).press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Choose the keycard' })).toBeFocused();
  await choose(page, dialog, '5502');
  await expect(card).toContainText('5502');
  await expect(card.getByRole('button', { name: 'Replace' })).toBeFocused();

  const more = page.getByRole('button', { name: 'More for Keycard' });
  await more.press('Enter');
  await page.getByRole('menuitem', { name: 'Card is lost' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Card is lost' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Card is lost' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Card is lost' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Lost');
});

async function choose(page: Page, dialog: Locator, number: string): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Choose the keycard' }).focus();
  await page.keyboard.type(number);
  await expect(page.getByRole('option', { name: new RegExp(`^${number}`) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}
