import { expect, test } from '#tests/support/e2e-portal';
import { enter } from '#tests/support/e2e-session';
import { neverIdle } from '#tests/support/page-fetches';
import type { Page, WebSocketRoute } from '@playwright/test';

/** Portal was updated while a page was open: the parts that it has not fetched yet are gone from the server. */
const gone = { status: 404, json: { message: 'Not found' } };

test('a screen that is gone after an update says so, the desk around it stays, and a reload brings it', async ({
  page,
  portal,
}) => {
  await neverIdle(page);
  await page.route('**/assets/settings-screen-*.js', (route) => route.fulfill(gone));
  await enter(page, portal);

  await page.getByRole('link', { name: 'Settings' }).click();

  await expect(page.getByRole('alert')).toContainText('Reload the page to continue.');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();

  await page.unroute('**/assets/settings-screen-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('other screens still open, and the one that was gone is tried again when it is opened again', async ({
  page,
  portal,
}) => {
  await neverIdle(page);
  await page.route('**/assets/settings-screen-*.js', (route) => route.fulfill(gone));
  await enter(page, portal);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of Portal could not be loaded');

  await page.getByRole('link', { name: 'Doors' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Doors' })).toBeVisible();
  await page.unroute('**/assets/settings-screen-*.js');
  await page.getByRole('link', { name: 'Settings' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('the sign-in is never followed by a white page', async ({ page, portal }) => {
  await neverIdle(page);
  await page.route('**/assets/desk-*.js', (route) => route.fulfill(gone));
  await page.goto(portal.address);
  await page.getByLabel('Name').fill(portal.owner.name);
  await page.getByLabel('Password').fill(portal.owner.password);

  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of Portal could not be loaded');
  await page.unroute('**/assets/desk-*.js');
  await page.getByRole('button', { name: 'Reload' }).click();

  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
});

test('a dialog that is gone says so in its place, and can be closed', async ({ page, portal }) => {
  await neverIdle(page);
  await page.route('**/assets/encoder-dialogs-*.js', (route) => route.fulfill(gone));
  await enter(page, portal, '/keycards');

  await page.getByRole('button', { name: 'Enrol cards' }).first().click();

  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('This part of Portal could not be loaded');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Keycards' })).toBeVisible();
});

test('a screen whose styles did not come is not shown without them, and has them when it is opened again', async ({
  page,
  portal,
}) => {
  await neverIdle(page);
  await page.route('**/assets/settings-screen-*.css', (route) => route.fulfill(gone));
  await enter(page, portal);
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of Portal could not be loaded');

  await page.getByRole('link', { name: /^Keys( |$)/ }).click();
  await page.unroute('**/assets/settings-screen-*.css');
  await page.getByRole('link', { name: 'Settings' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await sheetsWithRules(page)).toContain('settings-screen-');
});

test('a screen that was asked for while the line was down comes by itself when it is up', async ({ page, portal }) => {
  const line = await lineOf(page);
  await neverIdle(page);
  await enter(page, portal);

  await line.cut();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('This part of Portal could not be loaded')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeHidden();
  await line.mend();

  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

async function sheetsWithRules(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.styleSheets].map(({ href, cssRules }) => (cssRules.length > 0 ? href : '')).join(' '),
  );
}

/** Between the page and the office. */
async function lineOf(page: Page) {
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/trpc/, (socket) => {
    sockets.add(socket);
    socket.connectToServer();
  });
  return {
    async cut() {
      await page.context().setOffline(true);
      // Those that are open stay so by themselves.
      await Promise.all([...sockets].map((socket) => socket.close()));
    },
    mend: () => page.context().setOffline(false),
  };
}
