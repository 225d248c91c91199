import type { Locator, Page } from '@playwright/test';
import type { CardHand } from '#tests/support/e2e-cards';
import { localTime } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-portal';

/** The stock of cards, what lies on the encoder, and whose card is which. */

test('a stack is enrolled card by card, and one of them is assigned to a guest and replaced', async ({
  desk,
  hotel,
  hand,
}) => {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await toKeycards(page);
  await page.getByRole('button', { name: 'Enrol cards' }).first().click();
  await dialog.getByRole('textbox', { name: 'First number' }).fill('701');
  await dialog.getByRole('textbox', { name: 'Name begins with' }).fill('Pool');
  await dialog.getByRole('button', { name: 'Begin' }).click();
  await layNext(dialog, hand, '701');
  await layNext(dialog, hand, '702');
  await dialog.getByRole('button', { name: 'Stop here' }).click();
  await expect(dialog).toContainText('2 cards in stock');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(rowOf(page, '701')).toContainText('Available');

  await hotel.stay(
    await hotel.book({ guest: 'Hugo Becken', room: '103', arrival: localTime({ hours: -1 }) }),
    'check-in',
  );
  await desk.openKey('Hugo Becken');
  const card = page.getByRole('group', { name: 'Keycard', exact: true });
  await card.getByRole('button', { name: 'Assign' }).click();
  await page.getByRole('radio', { name: 'Strict' }).click();
  await dialog.getByRole('button', { name: 'Assign keycard' }).click();
  await expect(dialog).toContainText('Choose the keycard.');
  await choose(page, '701');
  await desk.confirm('Assign keycard');
  await expect(card).toContainText('701');
  await expect(card).toContainText('Pool 701');
  await expect(card).toContainText('Not encoded');

  await card.dblclick();
  await expect(page.getByRole('radio', { name: 'Strict' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await card.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('combobox', { name: 'Choose the keycard' }).click();
  await expect(page.getByRole('option').first()).toContainText('701');
  await expect(page.getByRole('option').first()).toContainText('current');
  await page.keyboard.press('Escape');
  await choose(page, '702');
  await desk.confirm('Update');
  await expect(card).toContainText('702');
  await toKeycards(page);
  await expect(rowOf(page, '701')).toContainText('Available');
  await expect(rowOf(page, '702')).toContainText('Hugo Becken');
});

test('a card that is laid on says whose it is, and a returned one is wiped', async ({ desk, hotel, hand }) => {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await hotel.stay(
    await hotel.book({ guest: 'Ida Rückgabe', room: '102', arrival: localTime({ hours: -1 }) }),
    'check-in',
  );
  await desk.openKey('Ida Rückgabe');
  await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await expect(dialog).toContainText('Put the card on the encoder');
  const uid = await hand.newCard();
  await hand.lay(uid);
  await expect(dialog).toContainText('The card is ready');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => hand.atDoor('102', uid)).toBe('opens');

  await toKeycards(page);
  const main = page.getByRole('main');
  await expect(main).toContainText('As in the records');
  await expect(main).toContainText('Ida Rückgabe');
  await main.getByRole('button', { name: 'Wipe' }).click();
  await expect(dialog).toContainText('valid key of room 102 (Ida Rückgabe)');
  await dialog.getByRole('button', { name: 'Wipe', exact: true }).click();
  await expect(dialog).toContainText('The card is empty, and back in stock');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(main).toContainText('The card is empty.');
  await expect.poll(() => hand.atDoor('102', uid)).toBe('no-record');
});

test('a list with a wrong line is not taken in; the mended one is', async ({ desk }) => {
  const { page } = desk;
  const dialog = page.getByRole('dialog');
  await toKeycards(page);
  await page.getByRole('button', { name: 'Import list' }).click();
  await chooseFile(page, 'number;name;uid\n801;Spa;04a2244a6f9980\n802;Spa;12\n');
  await expect(dialog).toContainText('1 line is not right.');
  await expect(dialog).toContainText('Line 3');
  await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeHidden();

  await chooseFile(page, 'number;name;uid\n801;Spa;04a2244a6f9980\n802;Spa;\n');
  await expect(dialog).toContainText('2 cards are new.');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toContainText('2 cards are now in stock.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(rowOf(page, '802')).toContainText('never on the encoder');

  await page.getByRole('button', { name: 'Actions for card 801' }).click();
  await page.getByRole('menuitem', { name: 'Worn out' }).click();
  await expect(dialog).toContainText('Nobody holds it now.');
  await desk.confirm('Worn out');
  await expect(rowOf(page, '801')).toContainText('Worn out');
});

async function toKeycards(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keycards' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Keycards' })).toBeVisible();
}

function rowOf(page: Page, number: string): Locator {
  return page.getByRole('row').filter({ has: page.getByText(number, { exact: true }) });
}

async function layNext(dialog: Locator, hand: CardHand, number: string): Promise<void> {
  await expect(dialog).toContainText('Put the next card on');
  await hand.lay(await hand.newCard());
  await expect(dialog).toContainText(`Card ${number}`);
  await hand.takeOff();
}

async function choose(page: Page, number: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Choose the keycard' }).fill(number);
  await page.getByRole('option', { name: new RegExp(`^${number}`) }).click();
}

async function chooseFile(page: Page, csv: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'cards.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
}
