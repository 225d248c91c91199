import { expect } from '@playwright/test';
import type { Desk } from '#tests/support/e2e-desk';
import { addressedScreens, goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';

export interface Screen {
  readonly name: string;
  readonly open: () => Promise<void>;
  readonly close?: () => Promise<void>;
}

/** Every screen, in an order in which each opens from the one before. */
export function screens(desk: Desk): readonly Screen[] {
  const { page } = desk;
  const tab = async (name: string) => {
    await page.getByRole('tab', { name }).click();
    await page.mouse.move(0, 0);
  };
  return [
    ...addressedScreens.map((screen) => ({
      name: screen.path.replace(/^\//, '').replace('?tab=', '-'),
      open: () => goTo(page, screen),
    })),
    { name: 'key-details', open: () => desk.openKey('Dagny Holm') },
    {
      name: 'key-code-shown',
      open: async () => void (await desk.readCode()),
    },
    { name: 'key-lock-offline', open: () => desk.openKey('Noor el Amrani') },
    { name: 'key-no-doorcode', open: () => desk.openKey('Léa Fontaine') },
    { name: 'key-pending', open: () => desk.openKey('Goran Ilić') },
    { name: 'key-moved', open: () => desk.openKey('Iris Meyer') },
    { name: 'key-revoked', open: () => desk.openKey('Kwame Boateng') },
    { name: 'key-past', open: () => desk.openKey('Jonas Weber') },
    {
      name: 'search',
      open: async () => {
        await page.getByRole('combobox', { name: 'Search' }).fill('30');
        await expect(page.getByRole('option', { name: /Noor el Amrani/ })).toBeVisible();
      },
      close: () => page.keyboard.press('Escape'),
    },
    {
      name: 'door-lock',
      open: async () => {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Doors' }).click();
        await page.getByRole('main').getByRole('link', { name: '302', exact: true }).click();
        await tab('Lock');
      },
    },
    { name: 'door-info', open: () => tab('Info') },
    { name: 'door-linked', open: () => tab('Linked Doors') },
    { name: 'door-mapping', open: () => tab('Mapping') },
    { name: 'door-log', open: () => tab('Log') },
    ...(['Mews', 'Locks', 'Gateways', 'Encoder'] as const).map((name) => ({
      name: `status-${name.toLowerCase()}`,
      open: () => desk.status.getByRole('button', { name: new RegExp(name) }).click(),
      close: () => escape(page),
    })),
    {
      name: 'shortcuts',
      open: async () => {
        await page.keyboard.press('?');
        await expect(page.getByRole('dialog')).toBeVisible();
      },
      close: () => escape(page),
    },
    {
      name: 'not-found',
      open: async () => {
        await page.evaluate(() => {
          location.hash = '/nowhere';
        });
        await page.getByText('Page not found').waitFor();
      },
    },
  ];
}
