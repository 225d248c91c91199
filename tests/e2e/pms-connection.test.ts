import { expect, test } from '#tests/support/e2e-own-demo';
import { enter, signIn } from '#tests/support/e2e-session';
import { openSeaview, TOKENS } from '#tests/support/mews-harness';
import { systemClock } from '#main/ports/system-clock';

/** Settings, Integrations. In a hotel of its own: the other stories need their PMS. */

test('the PMS is reconnected with its tokens in one step, and disconnected after its consequences were read', async ({
  page,
  ownDemo,
}) => {
  await enter(page, { address: ownDemo.address, token: await signIn(ownDemo) }, '/settings?tab=integrations');
  const dialog = page.getByRole('dialog');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Reconnect' }).click();
  await dialog.getByLabel('Client token').fill('demo-client-token');
  await dialog.getByLabel('Access token').fill('of-another-hotel');
  await dialog.getByRole('button', { name: 'Reconnect' }).click();
  await expect(dialog).toContainText('The PMS refused these tokens.');
  await dialog.getByLabel('Access token').fill('demo-access-token');
  await dialog.getByRole('button', { name: 'Reconnect' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('Mews · Connected');

  await main.getByRole('button', { name: 'Disconnect' }).click();
  await expect(dialog).toContainText('Nobody loses access now');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(dialog).toBeHidden();
  await expect(main.getByRole('button', { name: 'Connect Mews' })).toBeVisible();
  await expect(page.getByRole('contentinfo')).not.toContainText('Mews · Connected');
});

test('a second property is connected beside the first, each is listed with its own health, and one can go', async ({
  page,
  ownDemo,
}) => {
  // A demo hotel is made for it, and a PMS is lost and noticed.
  test.slow();
  const seaview = await openSeaview(systemClock());
  await enter(page, { address: ownDemo.address, token: await signIn(ownDemo) }, '/settings?tab=integrations');
  const dialog = page.getByRole('dialog');
  const main = page.getByRole('main');
  const strip = page.getByRole('contentinfo');
  await main.getByRole('button', { name: 'Connect another PMS' }).click();
  await dialog.getByLabel('Platform address').fill('seaview');
  await dialog.getByRole('button', { name: 'Connect Mews' }).click();
  await expect(dialog).toContainText('Enter an address that begins with https://.');
  await expect(dialog).toContainText('Enter the client token.');
  await dialog.getByLabel('Platform address').fill(seaview.address);
  await dialog.getByLabel('Client token').fill(TOKENS.clientToken);
  await dialog.getByLabel('Access token').fill(TOKENS.accessToken);
  await dialog.getByRole('button', { name: 'Connect Mews' }).click();
  await expect(dialog).toBeHidden();
  await expect(strip).toContainText('Hotel Miramar · Connected');
  await expect(strip).toContainText('Seaview · Connected');

  await seaview.stop();
  await expect(strip).toContainText('Seaview · Degraded', { timeout: 20_000 });
  await expect(strip).toContainText('Hotel Miramar · Connected');

  const panel = main.locator('section').filter({ has: page.getByRole('heading', { name: 'Seaview' }) });
  await panel.getByRole('button', { name: 'Disconnect' }).click();
  await expect(dialog).toContainText('Nobody loses access now');
  await dialog.getByRole('button', { name: 'Disconnect' }).click();
  await expect(dialog).toBeHidden();
  await expect(strip).toContainText('Mews · Connected');
  await expect(strip).not.toContainText('Seaview');
});
