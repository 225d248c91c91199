import { localTime } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-portal';
import { settled, violationsOn } from '#tests/support/e2e-readable';

/** WCAG 2.2 AA as far as a program can judge it, at every step of making a card, by day and by night. */

const looks = [
  { colorScheme: 'light', name: 'Tag', room: '204' },
  { colorScheme: 'dark', name: 'Nacht', room: '101' },
] as const;

for (const { colorScheme, name, room } of looks) {
  test(`axe finds nothing while a card is made, nor on what lies on the encoder, ${colorScheme}`, async ({
    desk,
    hotel,
    hand,
  }) => {
    const { page } = desk;
    const dialog = page.getByRole('dialog');
    const found: string[] = [];
    const look = async (screen: string) => {
      await settled(page);
      found.push(...(await violationsOn(page, screen)));
    };
    await page.emulateMedia({ colorScheme });
    await hand.takeOff();
    const guest = { guest: `Greta ${name}`, room };
    await hotel.stay(await hotel.book({ ...guest, arrival: localTime({ hours: -1 }) }), 'check-in');
    await desk.openKey(guest.guest);
    await expect(desk.doorcode).toContainText('3 of 3 doors');

    await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
    await expect(dialog).toContainText('Number of cards');
    await look('plan');
    await dialog.getByText('2', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
    await expect(dialog).toContainText('Put the card on');
    await look('waiting');
    await hand.lay(await hand.newCard('foreign'));
    await expect(dialog).toContainText('another system');
    await look('refused');
    await hand.takeOff();
    const first = await hand.newCard('classic-1k');
    await hand.lay(first);
    await expect(dialog).toContainText('Take the card away');
    await hand.takeOff();
    await expect(dialog).toContainText('Put the next card on');
    await hand.lay(await hand.newCard());
    await expect(dialog).toContainText('2 cards ready');
    await look('done');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('group', { name: 'Keycard 2' })).toContainText('Encoded');
    found.push(...(await violationsOn(page, 'key with cards')));

    await hand.lay(first);
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keycards' }).click();
    await expect(page.getByText('As in the records')).toBeVisible();
    found.push(...(await violationsOn(page, 'card on the encoder')));
    await page.getByRole('button', { name: 'Enrol cards' }).click();
    await look('enrol');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Import list' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'cards.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('number,name,uid\n901,Pool,12\n'),
    });
    await expect(dialog).toContainText('Line 2');
    await look('import');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Add by hand' }).click();
    await look('add');
    await page.keyboard.press('Escape');
    await hand.takeOff();

    expect(found).toEqual([]);
  });
}
