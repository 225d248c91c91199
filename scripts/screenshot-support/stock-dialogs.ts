import { expect } from '@playwright/test';
import type { CardHand } from '#tests/support/e2e-cards';
import type { Desk } from '#tests/support/e2e-desk';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';

export const keycards = { path: '/keycards', complete: 'Keycards' } as const;
/** More than the table shows at once. */
const stock = 230;

/** The stock of keycards: how cards come into it, the list, and what is asked about one of them. */
export function stockDialogs({ page }: Desk, hand: CardHand): readonly Screen[] {
  const close = () => escape(page);
  const dialog = page.getByRole('dialog');
  const chooseFile = (csv: string) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'cards-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const ofCard = async (act: string) => {
    await page.getByRole('button', { name: 'Actions for card 1001' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  return [
    {
      name: 'dialog-enrol',
      open: async () => {
        await hand.takeOff();
        await goTo(page, keycards);
        await page.getByRole('button', { name: 'Enrol cards' }).first().click();
        await dialog.getByRole('textbox', { name: 'First number' }).fill('101');
      },
    },
    {
      name: 'dialog-enrol-waiting',
      open: async () => {
        await dialog.getByRole('button', { name: 'Begin' }).click();
        await expect(dialog).toContainText('Put the next card on');
      },
    },
    {
      name: 'dialog-enrol-stack',
      open: async () => {
        for (const number of ['101', '102', '103']) {
          await expect(dialog).toContainText('Put the next card on');
          await hand.lay(await hand.newCard());
          await expect(dialog).toContainText(`Card ${number}`);
          if (number !== '103') await hand.takeOff();
        }
      },
    },
    {
      name: 'dialog-enrol-done',
      open: async () => {
        await hand.takeOff();
        await dialog.getByRole('button', { name: 'Stop here' }).click();
        await expect(dialog).toContainText('3 cards in stock');
      },
      close: () => dialog.getByRole('button', { name: 'Done' }).click(),
    },
    { name: 'keycards-few', open: () => expect(page.getByRole('row')).toHaveCount(4) },
    { name: 'dialog-add-card', open: () => page.getByRole('button', { name: 'Add by hand' }).click(), close },
    { name: 'dialog-import', open: () => page.getByRole('button', { name: 'Import list' }).click() },
    {
      name: 'dialog-import-refused',
      open: async () => {
        await chooseFile('number;name;uid\n1001;Spa;04a2244a6f9980\n1002;Spa;12\n101;Spa;\n');
        await expect(dialog).toContainText('Line 3');
      },
    },
    {
      name: 'dialog-import-preview',
      open: async () => {
        const lines = Array.from({ length: stock }, (_, index) => `${1001 + index};Guest card;`);
        await chooseFile(['number;name;uid', ...lines].join('\n'));
        await expect(dialog).toContainText(`${stock} cards are new`);
      },
    },
    {
      name: 'dialog-import-done',
      open: async () => {
        await dialog.getByRole('button', { name: 'Import', exact: true }).click();
        await expect(dialog).toContainText('are now in stock');
      },
      close,
    },
    { name: 'keycards-stock', open: () => expect(page.getByRole('main')).toContainText('200 of 233') },
    {
      name: 'keycards-stock-end',
      open: () => page.getByText('200 of 233').last().scrollIntoViewIfNeeded(),
    },
    {
      name: 'keycards-nothing-found',
      open: async () => {
        await page.getByRole('textbox', { name: 'Filter by number' }).fill('Suite');
        await expect(page.getByRole('main')).toContainText('No keycard matches');
      },
    },
    {
      name: 'keycards-found',
      open: async () => {
        await page.getByRole('textbox', { name: 'Filter by number' }).fill('122');
        await expect(page.getByRole('row')).toHaveCount(12);
      },
      close: () => page.getByRole('textbox', { name: 'Filter by number' }).fill('1001'),
    },
    { name: 'menu-card', open: () => page.getByRole('button', { name: 'Actions for card 1001' }).click(), close },
    { name: 'dialog-card-history', open: () => ofCard('History'), close },
    { name: 'dialog-card-rename', open: () => ofCard('Number and name'), close },
    { name: 'dialog-card-lost', open: () => ofCard('Card is lost'), close },
    { name: 'dialog-card-blocked', open: () => ofCard('Block'), close },
    { name: 'dialog-card-worn-out', open: () => ofCard('Worn out'), close },
  ];
}
