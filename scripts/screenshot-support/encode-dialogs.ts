import { expect } from '@playwright/test';
import type { CardHand } from '#tests/support/e2e-cards';
import type { Desk } from '#tests/support/e2e-desk';
import { freezeWhen } from './freeze.ts';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';

/** Three cards for Iris Meyer in 204, with what goes wrong meanwhile, and the questions before one is made. */
export function encodeDialogs(desk: Desk, hand: CardHand): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  const dialog = page.getByRole('dialog');
  const begin = () => dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  let hasty = '';
  let release = async (): Promise<void> => {};
  return [
    {
      name: 'search-encode',
      open: async () => {
        release = await freezeWhen(page, '"step":"writing"');
        await hand.takeOff();
        await page.keyboard.press('Control+k');
        await page.keyboard.type('encode 204');
        await expect(page.getByRole('option', { name: /Encode a keycard for Iris Meyer/ })).toBeVisible();
      },
    },
    {
      name: 'dialog-encode',
      open: async () => {
        await page.keyboard.press('Enter');
        await expect(dialog).toContainText('Number of cards');
      },
    },
    {
      name: 'dialog-encode-waiting',
      open: async () => {
        await dialog.getByText('3', { exact: true }).click();
        await begin();
        await expect(dialog).toContainText('1 of 3');
      },
    },
    {
      name: 'dialog-encode-wrong-card',
      open: async () => {
        await hand.lay(await hand.newCard('foreign'));
        await expect(dialog).toContainText('belongs to another system');
      },
      close: () => hand.takeOff(),
    },
    {
      name: 'dialog-encode-writing',
      open: async () => {
        await hand.lay(await hand.newCard('classic-1k'));
        // The desk says at most five times a second where it is: writing may be over before it is told.
        await expect(dialog).toContainText(/Writing…|Take the card away/);
      },
      close: () => release(),
    },
    { name: 'dialog-encode-take-away', open: () => expect(dialog).toContainText('Take the card away') },
    {
      name: 'dialog-encode-next',
      open: async () => {
        await hand.takeOff();
        await expect(dialog).toContainText('Put the next card on');
      },
    },
    {
      name: 'dialog-encode-faulty',
      open: async () => {
        await hand.fault('bad-card');
        await hand.lay(await hand.newCard());
        await expect(dialog).toContainText('1 of 3 keys made. Put the next card on.');
      },
      close: async () => {
        await hand.fault('none');
        await hand.takeOff();
      },
    },
    {
      name: 'dialog-encode-removed',
      open: async () => {
        await hand.fault('remove-while-writing');
        hasty = await hand.newCard();
        await hand.lay(hasty);
        await expect(dialog).toContainText('Card removed too early');
      },
      close: async () => {
        await hand.fault('none');
        await hand.lay(hasty);
        await expect(dialog).toContainText('Take the card away');
        await hand.takeOff();
        await expect(dialog).toContainText('3 of 3');
      },
    },
    {
      name: 'dialog-encode-done',
      open: async () => {
        await hand.lay(await hand.newCard());
        await expect(dialog).toContainText('3 cards ready');
      },
      close: async () => {
        await dialog.getByRole('button', { name: 'Done' }).click();
        await hand.takeOff();
      },
    },
    {
      name: 'dialog-encode-one-shot',
      open: async () => {
        await desk.openKey('Iris Meyer');
        await hand.lay(await hand.newCard('classic-1k'));
        await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
        await dialog.getByText('One-shot key', { exact: true }).click();
        await expect(dialog).toContainText('MIFARE Classic’s own protection');
      },
      close: async () => {
        await begin();
        await expect(dialog).toContainText('The card is ready');
        await dialog.getByRole('button', { name: 'Done' }).click();
      },
    },
    {
      name: 'key-details-one-shot',
      open: async () => {
        await page.getByRole('group', { name: 'One-shot keycard', exact: true }).scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'keycards-one-shot',
      open: async () => {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keycards' }).click();
        await expect(page.getByText('Opens once')).toBeVisible();
      },
      close: () => hand.takeOff(),
    },
    {
      name: 'dialog-encode-occupied',
      open: async () => {
        await desk.openKey('Léa Fontaine');
        await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
        await expect(dialog).toContainText('The room is still held by another stay');
      },
      close,
    },
    {
      name: 'dialog-encode-cancelled',
      open: async () => {
        await hand.takeOff();
        await desk.openKey('Dagny Holm');
        await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
        await begin();
        await expect(dialog).toContainText('Put the card on the encoder');
        await page.keyboard.press('Escape');
        await expect(dialog).toContainText('Cancelled.');
      },
      close,
    },
  ];
}
