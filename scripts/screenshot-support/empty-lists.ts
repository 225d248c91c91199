import { expect } from '@playwright/test';
import type { Desk } from '#tests/support/e2e-desk';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';

/** What is revoked and what can be given back, and what lists say where nothing fits. */
export function emptyLists(desk: Desk): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  return [
    { name: 'keys-revoked', open: () => goTo(page, { path: '/keys?tab=revoked', complete: 'Keys' }) },
    {
      name: 'keys-nothing-found',
      open: async () => {
        await page.getByRole('textbox', { name: 'Filter by guest' }).fill('Nobody');
        await page.getByText('No key matches').waitFor();
      },
    },
    {
      name: 'search-nothing-found',
      open: async () => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('Nobody at all');
        await page.getByText(/^Nothing/).waitFor();
      },
      close: () => page.getByRole('combobox', { name: 'Search' }).fill(''),
    },
    {
      name: 'dialog-restore',
      open: async () => {
        await desk.openKey('Kwame Boateng');
        await page.getByRole('button', { name: 'Restore' }).click();
      },
      close,
    },
    {
      name: 'menu-key-revoked',
      open: () => page.getByRole('button', { name: 'More actions' }).click(),
      close,
    },
    { name: 'menu-door-revoked', open: () => page.getByRole('button', { name: 'Actions for 203' }).click(), close },
    {
      name: 'menu-door-linked',
      open: async () => {
        await desk.openKey('Noor el Amrani');
        await page.getByRole('button', { name: 'Actions for Pool' }).click();
      },
      close,
    },
    { name: 'dialog-give-up', open: () => desk.atDoor('302', 'Give up'), close },
    {
      name: 'dialog-assign-keycard',
      open: async () => {
        await desk.openKey('Bento Reis');
        await page.getByRole('button', { name: 'Assign' }).click();
      },
      close,
    },
    {
      name: 'doors-nothing-found',
      open: async () => {
        await goTo(page, { path: '/doors', complete: 'Doors' });
        await page.getByRole('textbox', { name: 'Find a door' }).fill('Attic');
        await page.getByText('No door matches').waitFor();
      },
      close: () => page.getByRole('textbox', { name: 'Find a door' }).fill(''),
    },
    { name: 'doors-attention', open: () => page.getByRole('button', { name: 'Needs attention' }).click() },
    {
      name: 'door-lock-asked',
      open: async () => {
        await page.getByRole('button', { name: 'Needs attention' }).click();
        await page.getByRole('main').getByRole('link', { name: '201', exact: true }).click();
        await page.getByRole('button', { name: 'Ask the lock' }).click();
        await expect(page.getByRole('main')).not.toContainText('Ask the lock what it really holds');
      },
    },
    {
      name: 'door-info-changed',
      open: async () => {
        await page.getByRole('tab', { name: 'Info' }).click();
        await page.getByRole('textbox', { name: 'Name' }).fill('201 Sea view');
      },
    },
    {
      name: 'door-linked-harm',
      open: async () => {
        await page.getByRole('tab', { name: 'Linked Doors' }).click();
        await page.getByRole('checkbox', { name: 'Pool' }).click();
      },
    },
    {
      name: 'activity-filtered',
      open: async () => {
        await goTo(page, { path: '/activity', complete: 'Activity' });
        await page.getByText('Staff', { exact: true }).click();
      },
    },
  ];
}
