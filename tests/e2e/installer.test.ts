import { startDemo, type RunningDemo } from '#tests/support/e2e-office';
import { enter, signIn } from '#tests/support/e2e-session';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { removeFolder } from '#tests/support/remove-folder';

/** The one who hangs locks and sets the encoder up, in a hotel of their own. */
let folder: string;
let demo: RunningDemo;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-e2e-installer-'));
  demo = await startDemo(folder);
});

test.afterAll(async () => {
  await demo.stop();
  await removeFolder(folder);
});

test('an installer has the locks and the encoder in Settings, and nothing else of them', async ({ page, browser }) => {
  await enter(page, { address: demo.address, token: await signIn(demo) }, '/settings?tab=staff');
  const code = await invited(page, 'Ivo Brandt', 'Installer');
  const context = await browser.newContext();
  const ivo = await context.newPage();
  await ivo.goto(`${demo.address}/#/settings?tab=staff`);
  await signInFirst(ivo, { name: 'Ivo Brandt', code, password: 'nine brass hinges' });
  await ivo
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Settings/ })
    .click();

  await expect(ivo.getByRole('tab')).toHaveText(['Locks & gateways', 'Encoder']);
  await expect(ivo.getByRole('tabpanel', { name: 'Locks & gateways' }).getByRole('table')).toBeVisible();
  await ivo.getByRole('tab', { name: 'Encoder' }).click();
  await expect(ivo.getByRole('tabpanel', { name: 'Encoder' }).getByRole('row', { name: /Desk/ })).toBeVisible();
  await expect(ivo.getByRole('alert')).toHaveCount(0);
  await context.close();
});

/** @returns the one-time code. */
async function invited(page: Page, name: string, role: string): Promise<string> {
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: role }).click();
  await page.getByRole('button', { name: 'Make one-time code' }).click();
  return page.getByLabel('One-time code', { exact: true }).innerText();
}

async function signInFirst(
  page: Page,
  { name, code, password }: { readonly name: string; readonly code: string; readonly password: string },
): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(code);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('New password', { exact: true }).fill(password);
  await page.getByLabel('Repeat new password').fill(password);
  await page.getByLabel('PIN (optional)').fill('1357');
  await page.getByRole('button', { name: 'Continue' }).click();
}
