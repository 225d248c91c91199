import type { Page } from '@playwright/test';
import type { Desk } from '#tests/support/e2e-desk';
import type { DemoHotel } from '#tests/support/e2e-hotel';
import { addressedScreens, goTo } from '#tests/support/e2e-screens';
import { expect, test } from '#tests/support/e2e-portal';
import { settled, violationsOn } from '#tests/support/e2e-readable';

/** WCAG 2.2 AA as far as a program can judge it, and no sideways scrolling: on every screen, by day and by night. */

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any screen or dialog, ${colorScheme}`, async ({ desk, hotel }) => {
    // A walk through the whole house: a minute on a quiet machine.
    test.setTimeout(240_000);
    const { page } = desk;
    await page.emulateMedia({ colorScheme });
    await hotelWithTrouble(desk, hotel);
    const found: string[] = [];

    for (const screen of addressedScreens) {
      await goTo(page, screen);
      found.push(...(await violationsOn(page, screen.path)));
    }
    await openDoor(page, '101');
    for (const tab of ['Info', 'Linked Doors', 'Mapping', 'Lock', 'Log']) {
      await page.getByRole('tab', { name: tab }).click();
      found.push(...(await violationsOn(page, `door, ${tab}`)));
    }
    await desk.openKey('Agnes Trouble');
    found.push(...(await violationsOn(page, 'key')));
    for (const open of dialogsOf(desk)) {
      await open();
      await settled(page);
      found.push(...(await violationsOn(page, await page.getByRole('dialog').innerText())));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }

    expect(found).toEqual([]);
  });

  test(`axe finds nothing on the sign-in, ${colorScheme}`, async ({ page, portal }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(portal.address);
    await page.getByLabel('Name').fill('Nobody');
    await page.getByLabel('Password').fill('guessed wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toBeVisible();

    expect(await violationsOn(page, 'sign-in')).toEqual([]);
  });
}

test('no screen scrolls sideways at 1366×768, nor at twice its size', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotelWithTrouble(desk, hotel);
  const found: string[] = [];

  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 683, height: 384 },
  ]) {
    await page.setViewportSize(viewport);
    await desk.openKey('Agnes Trouble');
    found.push(...(await tooWideOn(page, `key at ${viewport.width}`)));
    for (const screen of addressedScreens) {
      await goTo(page, screen);
      found.push(...(await tooWideOn(page, `${screen.path} at ${viewport.width}`)));
    }
  }

  expect(found).toEqual([]);
});

function dialogsOf(desk: Desk): readonly (() => Promise<void>)[] {
  const { page, doorcode } = desk;
  return [
    () => page.getByRole('button', { name: 'Revoke all devices' }).click(),
    () => doorcode.getByRole('button', { name: 'Regenerate doorcode' }).click(),
    () => doorcode.getByRole('button', { name: 'Edit doorcode' }).click(),
    () => page.getByRole('button', { name: 'Assign', exact: true }).click(),
    () => desk.atDoor('101', 'Edit door'),
    () => desk.atDoor('101', 'Update Portal Room'),
  ];
}

/** A stay that is well, one that waits for a lock, and one to come. */
async function hotelWithTrouble(desk: Desk, hotel: DemoHotel): Promise<void> {
  await hotel.lock('101', 'offline');
  const troubled = await hotel.book({ room: '101', guest: 'Agnes Trouble' });
  const fine = await hotel.book({ room: '102', guest: 'Bjarne Fine' });
  await hotel.book({ room: '103', guest: 'Carla Coming' });
  await hotel.stay(troubled, 'check-in');
  await hotel.stay(fine, 'check-in');
  await expect(desk.page.getByRole('row', { name: /Fine, Bjarne/ })).toContainText('Doorcode 3/3');
  await expect(desk.page.getByRole('row', { name: /Trouble, Agnes/ })).toContainText('Waiting for lock 2/3');
}

async function openDoor(page: Page, door: string): Promise<void> {
  await goTo(page, { path: '/doors', complete: 'Doors' });
  await page.getByRole('main').getByRole('link', { name: door, exact: true }).click();
}

async function tooWideOn(page: Page, screen: string): Promise<string[]> {
  const wide = await page.evaluate(() =>
    [document.documentElement, document.querySelector('#main')].flatMap((element) =>
      element === null || element.scrollWidth <= element.clientWidth
        ? []
        : [`${element.id || 'page'} ${element.scrollWidth} > ${element.clientWidth}`],
    ),
  );
  return wide.map((what) => `${screen}: ${what}`);
}
