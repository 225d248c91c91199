import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOffice, type RunningOffice } from '#tests/support/e2e-office';
import { expect, test } from '#tests/support/e2e-portal';

let office: RunningOffice | null = null;

test.afterEach(async () => {
  await office?.stop();
  office = null;
});

test('a new hotel is led from the Owner to its keys, and wrong tokens are said beside the form', async ({
  page,
  folder,
  portal,
}) => {
  office = await startOffice(folder);
  await page.goto(office.address);
  await expect(page.getByRole('heading', { name: 'Welcome to Portal' })).toBeVisible();
  await page.getByLabel('Name').fill('Olivia Owner');
  await page.getByLabel('Password', { exact: true }).fill('herring and rye');
  await page.getByLabel('Repeat password').fill('herring and ryf');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('The two passwords do not match.')).toBeVisible();
  await page.getByLabel('Repeat password').fill('herring and rye');
  await page.getByRole('button', { name: 'Continue' }).click();

  await page.getByLabel('Name of the property').fill('Pensão Aurora');
  await page.getByRole('button', { name: 'Continue' }).click();

  await expect(page.getByRole('heading', { name: 'Connect Mews' })).toBeVisible();
  await page.getByLabel('Platform address').fill(portal.endpoints.pms);
  await page.getByLabel('Client token').fill('demo-client-token');
  await page.getByLabel('Access token').fill('of-another-hotel');
  await page.getByRole('button', { name: 'Connect Mews' }).click();
  await expect(
    page.getByText('The PMS refused these tokens. Copy both from the PMS again and reconnect.'),
  ).toBeVisible();
  await page.getByLabel('Access token').fill('demo-access-token');
  await page.getByRole('button', { name: 'Connect Mews' }).click();

  await expect(page.getByRole('heading', { name: 'Add locks' })).toBeVisible();
  await page.getByRole('button', { name: 'Skip for now' }).click();
  await expect(page.getByText('The PMS is connected: reservations appear under Keys within seconds.')).toBeVisible();
  await page.getByRole('button', { name: 'Open Portal' }).click();
  await expect(page.getByRole('tab', { name: /Upcoming/ })).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Mews · Connected');
  await expect(page.getByRole('banner')).toContainText('Pensão Aurora');

  // Nobody without a session turns a hotel at work into the demo hotel.
  const refused = await fetch(`${office.address}/trpc/setup.showDemo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(await refused.text()).toContain('not-allowed');
});

test('whoever only looks goes on to the demo hotel at the same address, and nothing of the new hotel is touched', async ({
  page,
  folder,
}) => {
  // A second demo hotel is made for it, and three starts are told.
  test.slow();
  office = await startOffice(join(folder, 'portal'));
  await page.goto(office.address);
  await page.getByRole('button', { name: 'Look at the demo hotel' }).click();

  await expect(page.getByText('This is the demo hotel. Sign in as Inês Rocha with the password 246810.')).toBeVisible({
    timeout: 60_000,
  });
  await page.getByLabel('Name').fill('Inês Rocha');
  await page.getByLabel('Password').fill('246810');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('banner')).toContainText('Hotel Miramar');
  await expect(page.getByRole('contentinfo')).toContainText('12 online');
  expect(new URL(page.url()).origin).toBe(office.address);

  expect(await office.stop()).toMatchObject({ code: 0 });
  office = await startOffice(join(folder, 'portal'));
  await page.goto(office.address);
  await expect(page.getByRole('heading', { name: 'Welcome to Portal' })).toBeVisible();
});

test('when the demo hotel does not start, the set-up is back at the same address, and the terminal says why', async ({
  page,
  folder,
}) => {
  await writeFile(join(folder, 'portal-demo'), 'where the demo hotel would keep its data');
  office = await startOffice(join(folder, 'portal'));
  await page.goto(office.address);
  await page.getByLabel('Name').fill('Olivia Owner');
  await page.getByRole('button', { name: 'Look at the demo hotel' }).click();

  // The page was opened anew.
  await expect(page.getByLabel('Name')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Look at the demo hotel' })).toBeVisible();
  const { stderr } = await office.stop();
  expect(stderr).toContain('portal-demo');
});

test('a wrong password is refused in words, and the right one opens the desk', async ({ page, portal }) => {
  await page.goto(portal.address);
  await page.getByLabel('Name').fill(portal.owner.name);
  await page.getByLabel('Password').fill('guessed wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toHaveText('Wrong name or password. Check both and try again.');

  await page.getByLabel('Password').fill(portal.owner.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeVisible();

  await page.getByRole('button', { name: /Inês Rocha/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Portal' })).toBeVisible();
});
