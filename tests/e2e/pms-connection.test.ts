import { startDemo, type RunningDemo } from '#tests/support/e2e-office';
import { expect, test as base } from '#tests/support/e2e-portal';
import { enter, signIn } from '#tests/support/e2e-session';

/** Settings, Integrations. In a hotel of its own: the other stories need their PMS. */

const test = base.extend<{ readonly ownDemo: RunningDemo }>({
  ownDemo: async ({ folder }, use) => {
    const demo = await startDemo(folder);
    await use(demo);
    await demo.stop();
  },
});

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
