import { expect } from '@playwright/test';
import type { CardHand } from '#tests/support/e2e-cards';
import type { Desk } from '#tests/support/e2e-desk';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';
import { keycards } from './stock-dialogs.ts';

const settings = { path: '/settings?tab=encoder', complete: 'Settings' } as const;

/** The card keys replaced, and the encoder unplugged. */
export function encoderTroubles(desk: Desk, hand: CardHand): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  const dialog = page.getByRole('dialog');
  const encodeForDagny = async () => {
    await desk.openKey('Dagny Holm');
    await page
      .getByRole('button', { name: /^Encode/ })
      .first()
      .click();
    await expect(dialog).toContainText('Number of cards');
  };
  return [
    {
      name: 'dialog-replace-key-set',
      open: async () => {
        await hand.takeOff();
        await goTo(page, settings);
        await page.getByRole('button', { name: 'Replace the card key set' }).click();
      },
    },
    {
      name: 'settings-encoder-key-sets',
      open: async () => {
        await desk.confirm('Replace the card key set');
        await expect(page.getByRole('main')).toContainText('Set 2');
        await page.getByText('Set 2').scrollIntoViewIfNeeded();
      },
    },
    {
      name: 'dialog-end-key-set',
      open: () => page.getByRole('button', { name: 'End the old set' }).first().click(),
      close,
    },
    {
      name: 'settings-encoder-unplugged',
      open: async () => {
        await hand.fault('unplug');
        await expect(desk.status).toContainText('Encoder · Not connected');
        await goTo(page, settings);
      },
    },
    { name: 'status-encoder', open: () => desk.status.getByRole('button', { name: /Encoder/ }).click(), close },
    { name: 'keycards-unplugged', open: () => goTo(page, keycards) },
    { name: 'dialog-encode-unplugged', open: encodeForDagny },
    {
      name: 'dialog-encode-unplugged-waiting',
      open: async () => {
        await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
        await expect(dialog.getByRole('status')).toContainText('not connected');
      },
      close: async () => {
        await page.keyboard.press('Escape');
        await close();
        await hand.fault('plug');
      },
    },
  ];
}
