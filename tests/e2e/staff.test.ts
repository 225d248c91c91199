import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { startDemo, type RunningDemo } from '#tests/support/e2e-office';
import { standsStill } from '#tests/support/e2e-screens';
import { enter, signIn } from '#tests/support/e2e-session';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { removeFolder } from '#tests/support/remove-folder';

/** A hotel of its own: what is done to its staff must not end the sessions of other tests. */
let folder: string;
let demo: RunningDemo;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-e2e-staff-'));
  demo = await startDemo(folder);
});

test.afterAll(async () => {
  await demo.stop();
  await removeFolder(folder);
});

test('a housekeeper is invited, chooses a password, sees doors and nothing of guests, and is out when disabled', async ({
  page,
  browser,
}) => {
  await openAsOwner(page, '/settings?tab=staff');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Ana Sousa');
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Housekeeping' }).click();
  await page.getByRole('button', { name: 'Make one-time code' }).click();
  const code = await page.getByLabel('One-time code', { exact: true }).innerText();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('row', { name: /Ana Sousa/ })).toContainText('Invited');

  const ana = await signedOutPage(browser);
  await ana.getByLabel('Name').fill('Ana Sousa');
  await ana.getByLabel('Password').fill(code);
  await ana.getByRole('button', { name: 'Sign in' }).click();
  await expect(ana.getByRole('heading', { name: 'Welcome, Ana Sousa' })).toBeVisible();
  expect(await violationsOn(ana, 'choose-password')).toEqual([]);
  await ana.getByLabel('New password', { exact: true }).fill('nine green doors');
  await ana.getByLabel('Repeat new password').fill('nine green doors');
  await ana.getByLabel('PIN (optional)').fill('1357');
  await ana.getByRole('button', { name: 'Continue' }).click();
  await expect(ana.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await expect(ana.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([/Doors/]);

  await page.getByRole('button', { name: 'Actions for Ana Sousa' }).click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await expect(page.getByRole('row', { name: /Ana Sousa/ })).toContainText('Disabled');
  await expect(ana.getByRole('heading', { name: 'Sign in to Portal' })).toBeVisible();
  await ana.context().close();
});

test('F9 hides everything; a reload, a wrong PIN or the address do not open it; the PIN opens the same place', async ({
  page,
}) => {
  await openAsOwner(page, '/doors');
  await expect(page.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await page.keyboard.press('F9');
  await expect(page.getByRole('heading', { name: 'Inês Rocha is away' })).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('Main entrance')).toHaveCount(0);

  await page.reload();
  await page.getByLabel('PIN or password').fill('0000');
  await page.getByRole('button', { name: 'Unlock' }).click();
  await expect(page.getByRole('alert')).toHaveText(/^Wrong PIN or password\./);

  await page.getByLabel('PIN or password').fill(demo.owner.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await expect(page.getByText('Main entrance').first()).toBeVisible();
});

test('five wrong PINs end the session, and somebody else may sign in at a locked screen', async ({ page }) => {
  await openAsOwner(page, '/doors');
  await page.keyboard.press('F9');
  const unlock = page.getByRole('button', { name: 'Unlock' });
  for (let each = 0; each < 5; each += 1) {
    await page.getByLabel('PIN or password').fill('0000');
    await unlock.click();
    await expect(page.getByRole('alert').or(page.getByRole('heading', { name: 'Sign in to Portal' }))).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'Sign in to Portal' })).toBeVisible();

  await page.getByLabel('Name').fill(demo.owner.name);
  await page.getByLabel('Password').fill(demo.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Sign in as someone else' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Portal' })).toBeVisible();
});

test('the screen locks by itself after two minutes without a touch', async ({ page }) => {
  await page.clock.install();
  await openAsOwner(page, '/doors');
  await expect(page.getByRole('heading', { name: 'Doors' })).toBeVisible();
  await page.clock.fastForward(100_000);
  await page.mouse.move(200, 200);
  await page.clock.fastForward(100_000);
  await expect(page.getByRole('heading', { name: 'Doors' })).toBeVisible();

  await page.clock.fastForward(25_000);
  await expect(page.getByRole('heading', { name: 'Inês Rocha is away' })).toBeVisible();
});

test('what is sensitive asks for the password, then goes on by itself', async ({ page }) => {
  await refuseTwice(page, 'staff.invite');
  await openAsOwner(page, '/settings?tab=staff');
  await page.getByRole('button', { name: 'Invite' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Bruno Dias');
  await page.getByRole('button', { name: 'Make one-time code' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter your password' });
  await dialog.getByLabel('Password').press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('alert')).toHaveText(/^Nothing was changed, because your password was not entered\./);
  await page.getByRole('button', { name: 'Make one-time code' }).click();
  await dialog.getByLabel('Password').fill('guessed wrong');
  await dialog.getByRole('button', { name: 'Continue' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Wrong password. Check it and try again.');

  expect(await violationsOn(page, 'password-dialog')).toEqual([]);

  await dialog.getByLabel('Password').fill(demo.owner.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'One-time code for Bruno Dias' })).toBeVisible();
  expect(await violationsOn(page, 'code-dialog')).toEqual([]);
});

test('the audit tells of it, is found by a filter, is whole, and leaves as a file', async ({ page }) => {
  await openAsOwner(page, '/settings?tab=audit');
  const row = page.getByRole('row').nth(1);
  await expect(row).toContainText('Inês Rocha');

  await page.getByRole('textbox', { name: 'Containing' }).fill('Bruno');
  await expect(row).toContainText('Bruno Dias invited');
  await expect(row).toContainText('Role: — → Team');

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/^The audit is intact: \d+ entries, none changed or missing\.$/)).toBeVisible();
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await file).suggestedFilename()).toBe('audit.csv');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the locked screen, the dialogs of staff and the audit, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openAsOwner(page, '/settings?tab=staff');
    const found = [...(await violationsOn(page, 'staff'))];

    await page.getByRole('button', { name: 'Invite' }).click();
    found.push(...(await violationsOn(page, 'invite')));
    await page.keyboard.press('Escape');
    for (const act of ['Change role', 'Reset password and PIN']) {
      await page.getByRole('button', { name: 'Actions for Inês Rocha' }).click();
      await page.getByRole('menuitem', { name: act }).click();
      found.push(...(await violationsOn(page, act)));
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Signed in as Inês Rocha' }).click();
    found.push(...(await violationsOn(page, 'account')));
    await page.getByRole('menuitem', { name: 'Password and PIN' }).click();
    found.push(...(await violationsOn(page, 'secrets')));
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: 'Audit' }).click();
    found.push(...(await violationsOn(page, 'audit')));
    await page.keyboard.press('F9');
    found.push(...(await violationsOn(page, 'locked')));

    expect(found).toEqual([]);
  });
}

async function openAsOwner(page: Page, path: string): Promise<void> {
  await enter(page, { address: demo.address, token: await signIn(demo) }, path);
}

async function signedOutPage(browser: Browser): Promise<Page> {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  await page.goto(demo.address);
  return page;
}

/** Answers the first two calls of it as the desk does five minutes after the password: a test cannot wait that long. */
async function refuseTwice(page: Page, path: string): Promise<void> {
  let left = 2;
  await page.routeWebSocket(/\/trpc/, (socket) => {
    const desk = socket.connectToServer();
    socket.onMessage((message) => {
      const call = left > 0 ? /"id":(\d+)/.exec(String(message)) : null;
      if (call === null || !String(message).includes(`"${path}"`)) return desk.send(message);
      left -= 1;
      const data = { code: 'FORBIDDEN', failure: 'confirm-password', family: 'needs-staff', fields: {} };
      socket.send(JSON.stringify({ id: Number(call[1]), error: { message: 'confirm-password', code: -32_003, data } }));
    });
  });
}

async function violationsOn(page: Page, where: string): Promise<readonly string[]> {
  await standsStill(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  if (process.env['STAFF_SHOTS'] !== undefined) {
    const scheme = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
    await page.screenshot({ path: join(process.env['STAFF_SHOTS'], `${where}-${scheme}.png`) });
  }
  return violations.map(({ id, nodes }) => `${where}: ${id} at ${nodes.map(({ html }) => html).join(' ')}`);
}
