import { expect, type Locator, type Page } from '@playwright/test';

/** What a receptionist does on the screen, in her words. */
export interface Desk {
  readonly page: Page;
  /** Finds the guest's key with the one search and opens it. */
  openKey(guest: string): Promise<void>;
  /** The row of a door on the open key. */
  door(name: string): Locator;
  /** Waits until the code is at all of the doors. */
  provisionedAt(doors: readonly string[]): Promise<void>;
  /** Shows the doorcode of the open key. @returns its digits. */
  readCode(): Promise<string>;
  /** Something of the three dots of a door: `Revoke Device`. */
  atDoor(door: string, choice: string): Promise<void>;
  /** A button of the dialog that is open; waits until it closed. */
  confirm(button: string): Promise<void>;
  /** What is connected, at the foot of every screen. */
  readonly status: Locator;
  /** Beside the name on a key: its status, number, stay. */
  readonly facts: Locator;
  readonly timeline: Locator;
  readonly attention: Locator;
  readonly doorcode: Locator;
}

export function deskOn(page: Page): Desk {
  const doorcode = page.getByRole('group', { name: /^Doorcode/ });
  const door = (name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
  return {
    page,
    doorcode,
    door,
    facts: page.getByRole('main').locator('header'),
    status: page.getByRole('contentinfo'),
    timeline: page.locator('section').filter({ has: page.getByRole('heading', { name: 'Timeline' }) }),
    attention: page.getByRole('region', { name: 'Needs attention' }),
    async openKey(guest) {
      const search = page.getByRole('combobox', { name: /search/i });
      await expect(async () => {
        await search.fill('');
        await search.fill(guest);
        await expect(page.getByRole('option').filter({ hasText: guest }).first()).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await search.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(guest);
    },
    async provisionedAt(doors) {
      for (const name of doors) await expect(door(name)).toContainText('Provisioned');
    },
    async readCode() {
      await doorcode.getByRole('button', { name: 'Show doorcode' }).click();
      await expect(doorcode).toContainText(/\d{2}/);
      return (await doorcode.getByRole('paragraph').first().innerText()).replaceAll(/\D/g, '');
    },
    async atDoor(name, choice) {
      await page.getByRole('button', { name: `Actions for ${name}` }).click();
      await page.getByRole('menuitem', { name: choice }).click();
    },
    async confirm(button) {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: button }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
