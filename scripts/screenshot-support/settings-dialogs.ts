import type { Desk } from '#tests/support/e2e-desk';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';

/** What Settings asks, and how a member of staff comes in for the first time. After it, nobody is signed in. */
export function settingsDialogs({ page }: Desk): readonly Screen[] {
  const close = () => escape(page);
  const settings = (tab: string) => goTo(page, { path: `/settings?tab=${tab}`, complete: 'Settings' });
  const ofBruno = async (act: string) => {
    await page.getByRole('button', { name: 'Actions for Bruno Dias' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  let code = '';
  return [
    {
      name: 'settings-property-changed',
      open: async () => {
        await settings('property');
        await page.getByLabel('Name of the property').fill('');
        await page.getByRole('button', { name: 'Save changes' }).click();
        await page.getByRole('alert').or(page.locator('[aria-invalid="true"]')).first().waitFor();
      },
      close: () => page.getByRole('button', { name: 'Discard' }).click(),
    },
    {
      name: 'dialog-reconnect',
      open: async () => {
        await settings('integrations');
        await page.getByRole('button', { name: 'Reconnect' }).click();
      },
      close,
    },
    { name: 'dialog-disconnect', open: () => page.getByRole('button', { name: 'Disconnect' }).click(), close },
    {
      name: 'settings-locks-fixed-address',
      open: async () => {
        await settings('locks');
        await page.getByRole('checkbox', { name: 'It has a fixed address' }).click();
      },
    },
    {
      name: 'menu-staff',
      open: async () => {
        await settings('staff');
        await page.getByRole('button', { name: 'Actions for Bruno Dias' }).click();
      },
      close,
    },
    { name: 'dialog-disable', open: () => ofBruno('Disable'), close },
    {
      name: 'choose-password',
      open: async () => {
        await ofBruno('Reset password and PIN');
        await page.getByRole('button', { name: 'Make one-time code' }).click();
        code = await page.getByLabel('One-time code', { exact: true }).innerText();
        await page.getByRole('button', { name: 'Done' }).click();
        await page.getByRole('button', { name: 'Signed in as Inês Rocha' }).click();
        await page.getByRole('menuitem', { name: 'Sign out' }).click();
        await page.getByLabel('Name').fill('Bruno Dias');
        await page.getByLabel('Password').fill(code);
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('button', { name: 'Continue' }).waitFor();
      },
    },
  ];
}
