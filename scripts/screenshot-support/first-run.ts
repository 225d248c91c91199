import { expect, type Page } from '@playwright/test';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';
import { keycards } from './stock-dialogs.ts';

/** A hotel that has nothing yet: the set-up, then every list as it is before its first entry. */
export function firstRun(page: Page, address: string): readonly Screen[] {
  const skip = () => page.getByRole('button', { name: /^(Skip|Continue)/ }).click();
  return [
    {
      name: 'set-up',
      open: async () => {
        await page.goto(address);
        await page.getByText('Welcome to Portal').waitFor();
      },
    },
    {
      name: 'set-up-property',
      open: async () => {
        await page.getByLabel('Name').fill('Olivia Owner');
        await page.getByLabel('Password', { exact: true }).fill('herring and rye');
        await page.getByLabel('Repeat password').fill('herring and rye');
        await page.getByRole('button', { name: 'Continue' }).click();
        await page.getByLabel('Name of the property').fill('Pensão Aurora');
      },
    },
    {
      name: 'set-up-pms',
      open: async () => {
        await page.getByRole('button', { name: 'Continue' }).click();
        await expect(page.getByRole('heading', { name: 'Connect Mews' })).toBeVisible();
      },
    },
    {
      name: 'set-up-locks',
      open: async () => {
        await skip();
        await expect(page.getByRole('heading', { name: 'Add locks' })).toBeVisible();
      },
    },
    {
      name: 'set-up-done',
      open: async () => {
        await skip();
        await expect(page.getByRole('button', { name: 'Open Portal' })).toBeVisible();
      },
      close: () => page.getByRole('button', { name: 'Open Portal' }).click(),
    },
    { name: 'keys-none', open: () => goTo(page, { path: '/keys?tab=upcoming', complete: 'Keys' }) },
    { name: 'doors-none', open: () => goTo(page, { path: '/doors', complete: 'Doors' }) },
    { name: 'keycards-no-encoder', open: () => goTo(page, keycards) },
    {
      name: 'settings-integrations-none',
      open: () => goTo(page, { path: '/settings?tab=integrations', complete: 'Settings' }),
    },
    { name: 'settings-locks-none', open: () => goTo(page, { path: '/settings?tab=locks', complete: 'Settings' }) },
    { name: 'settings-encoder-none', open: () => goTo(page, { path: '/settings?tab=encoder', complete: 'Settings' }) },
    {
      name: 'dialog-pick-encoder',
      open: () => page.getByRole('button', { name: 'Choose a port' }).click(),
      close: () => escape(page),
    },
  ];
}
