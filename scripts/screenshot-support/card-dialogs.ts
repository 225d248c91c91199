import { expect } from '@playwright/test';
import type { CardHand } from '#tests/support/e2e-cards';
import type { Desk } from '#tests/support/e2e-desk';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';
import { keycards } from './stock-dialogs.ts';

/** The cards on the key of Iris Meyer, and a card that lies on the encoder with no dialog open. */
export function cardDialogs(desk: Desk, hand: CardHand): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  const dialog = page.getByRole('dialog');
  const first = page.getByRole('group', { name: 'Keycard', exact: true });
  const ofFirst = async (act: string) => {
    await page.getByRole('button', { name: 'More for Keycard', exact: true }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  const layNew = async (type?: string) => {
    const uid = await hand.newCard(type);
    await hand.lay(uid);
  };
  return [
    {
      name: 'key-three-cards',
      open: async () => {
        await desk.openKey('Iris Meyer');
        await expect(page.getByRole('group', { name: 'Keycard 3' })).toContainText('Encoded');
      },
    },
    {
      name: 'menu-keycard',
      open: () => page.getByRole('button', { name: 'More for Keycard', exact: true }).click(),
      close,
    },
    { name: 'dialog-edit-keycard', open: () => first.getByRole('button', { name: 'Edit keycard' }).click(), close },
    { name: 'dialog-replace-keycard', open: () => first.getByRole('button', { name: 'Replace' }).click() },
    {
      name: 'dialog-replace-keycard-list',
      open: () => page.getByRole('combobox', { name: 'Choose the keycard' }).click(),
      close,
    },
    { name: 'dialog-keycard-off-key', open: () => ofFirst('Take this card off the key'), close },
    { name: 'dialog-keycard-lost', open: () => ofFirst('Card is lost') },
    {
      name: 'key-card-lost',
      open: async () => {
        await desk.confirm('Card is lost');
        await expect(first).toContainText('Lost');
      },
    },
    {
      name: 'dialog-encode-new-key',
      open: async () => {
        await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
        await expect(dialog.getByRole('radio', { name: 'New key' })).toBeChecked();
      },
      close,
    },
    {
      name: 'key-four-cards',
      open: async () => {
        await ofFirst('One more card');
        await dialog.getByRole('button', { name: 'Assign keycard' }).click();
        await expect(page.getByRole('group', { name: 'Keycard 4' })).toBeVisible();
      },
    },
    {
      name: 'card-foreign',
      open: async () => {
        await layNew('foreign');
        await goTo(page, keycards);
        await expect(page.getByText('belongs to another system')).toBeVisible();
      },
    },
    {
      name: 'card-blank-classic',
      open: async () => {
        await layNew('classic-1k');
        await expect(page.getByText('MIFARE Classic 1K')).toBeVisible();
      },
    },
    {
      name: 'card-on-encoder',
      open: async () => {
        await desk.openKey('Dagny Holm');
        await hand.takeOff();
        await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
        await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
        await expect(dialog).toContainText('Put the card on the encoder');
        await layNew();
        await expect(dialog).toContainText('The card is ready');
        await dialog.getByRole('button', { name: 'Done' }).click();
        await goTo(page, keycards);
        await expect(page.getByText('As in the records')).toBeVisible();
      },
    },
    { name: 'key-one-card', open: () => desk.openKey('Dagny Holm') },
    {
      name: 'dialog-encode-overwrite',
      open: async () => {
        await desk.openKey('Amara Okafor');
        await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
        await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
        await expect(dialog).toContainText('Overwrite?');
      },
      close: async () => {
        await page.keyboard.press('Escape');
        await expect(dialog).toContainText('Cancelled.');
        await close();
      },
    },
    {
      name: 'dialog-wipe',
      open: async () => {
        await goTo(page, keycards);
        await page.getByRole('main').getByRole('button', { name: 'Wipe' }).click();
        await expect(dialog).toContainText('valid key of room 202');
      },
    },
    {
      name: 'dialog-wipe-done',
      open: async () => {
        await dialog.getByRole('button', { name: 'Wipe', exact: true }).click();
        await expect(dialog).toContainText('The card is empty');
      },
      close: () => dialog.getByRole('button', { name: 'Done' }).click(),
    },
    {
      name: 'demo-cards',
      open: async () => {
        await goTo(page, { path: '/demo', complete: 'Demo hotel' });
        await page.getByRole('button', { name: 'Hold to door' }).first().click();
        await page.getByRole('heading', { name: 'Cards and encoder' }).scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'add-key-keycard',
      open: async () => {
        await goTo(page, { path: '/keys?tab=current', complete: 'Keys' });
        await page.getByRole('button', { name: 'Add Key' }).click();
        await page.getByRole('combobox', { name: 'Add a person' }).fill('Wanda Amsel');
        await page.getByRole('option', { name: 'New person: Wanda Amsel' }).click();
        await page.getByRole('switch', { name: 'Keycard for Wanda Amsel' }).click();
      },
    },
  ];
}
