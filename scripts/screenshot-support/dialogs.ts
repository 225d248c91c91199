import { expect, type Page } from '@playwright/test';
import type { Desk } from '#tests/support/e2e-desk';
import { addressedScreens, goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';

/** Every dialog of the desk over a screen that has it. Each closes without a trace, or leaves what does no harm. */
export function keyDialogs(desk: Desk): readonly Screen[] {
  const { page, doorcode } = desk;
  const close = () => escape(page);
  return [
    {
      name: 'dialog-revoke',
      open: async () => {
        await desk.openKey('Dagny Holm');
        await page.getByRole('button', { name: 'Revoke all devices' }).click();
      },
      close,
    },
    {
      name: 'dialog-regenerate',
      open: () => doorcode.getByRole('button', { name: 'Regenerate doorcode' }).click(),
      close,
    },
    {
      name: 'dialog-switch-off',
      open: () => doorcode.getByRole('button', { name: 'Switch off doorcode' }).click(),
      close,
    },
    {
      name: 'dialog-allocation',
      open: async () => {
        await doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
        await page.getByRole('radio', { name: 'Strict' }).click();
      },
      close,
    },
    {
      name: 'dialog-allocation-not-free',
      open: async () => {
        await doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
        await page.getByRole('radio', { name: 'Preferred' }).click();
        await page.getByRole('textbox', { name: 'Doorcode' }).fill('739146');
        await page.getByRole('button', { name: 'Update' }).click();
        await expect(page.getByRole('dialog')).toContainText('will have No Doorcode Assigned');
      },
      close,
    },
    { name: 'dialog-edit-door', open: () => desk.atDoor('202', 'Edit door'), close },
    {
      name: 'dialog-edit-door-harm',
      open: async () => {
        await desk.atDoor('202', 'Edit door');
        await page.getByRole('radio', { name: 'Certain hours' }).click();
        await page.getByRole('checkbox', { name: 'Allow Linked Doors Access' }).click();
        await page.getByRole('button', { name: 'Update', exact: true }).click();
      },
      close,
    },
    { name: 'dialog-portal-room', open: () => desk.atDoor('202', 'Update Portal Room'), close },
    { name: 'dialog-revoke-device', open: () => desk.atDoor('202', 'Revoke Device'), close },
    { name: 'dialog-re-provision', open: () => desk.atDoor('202', 'Re-provision'), close },
    { name: 'dialog-take-door-off', open: () => desk.atDoor('202', 'Take door off the key'), close },
    { name: 'menu-door', open: () => page.getByRole('button', { name: 'Actions for 202' }).click(), close },
    { name: 'menu-key', open: () => page.getByRole('button', { name: 'More actions' }).click(), close },
    { name: 'menu-last-person', open: () => page.getByRole('button', { name: 'More for Dagny Holm' }).click(), close },
    { name: 'dialog-change-stay', open: () => chooseMore(page, 'Extend or shorten stay'), close },
    { name: 'dialog-add-doors', open: () => chooseMore(page, 'Add Door'), close },
    { name: 'dialog-add-person', open: () => chooseMore(page, 'Add a person'), close },
    {
      name: 'dialog-add-person-new',
      open: async () => {
        await chooseMore(page, 'Add a person');
        await page.getByRole('combobox', { name: 'Add a person' }).fill('Ulrike Amsel');
        await page.getByRole('option', { name: 'New person: Ulrike Amsel' }).click();
        await page.getByRole('switch', { name: 'Doorcode for Ulrike Amsel' }).click();
      },
      close,
    },
  ];
}

export function manualKeyDialogs(desk: Desk): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  return [
    { name: 'key-shared', open: () => desk.openKey('Sofia Prado') },
    { name: 'dialog-move-room', open: () => desk.atDoor('104', 'Move to another room'), close },
    { name: 'menu-person', open: () => page.getByRole('button', { name: 'More for Tomás Prado' }).click() },
    { name: 'dialog-remove-person', open: () => page.getByRole('menuitem', { name: 'Remove person' }).click(), close },
    {
      name: 'add-key-not-available',
      open: async () => {
        await goTo(page, addressedScreens[0]);
        await page.getByRole('button', { name: 'Add Key' }).click();
        await page.getByRole('combobox', { name: 'Add a person' }).fill('Viktor Amsel');
        await page.getByRole('option', { name: 'New person: Viktor Amsel' }).click();
        await page.getByRole('switch', { name: 'Doorcode for Viktor Amsel' }).click();
        await page.getByText('Preferred', { exact: true }).first().click();
        await page.getByRole('combobox', { name: 'Add Door' }).fill('104');
        await page.getByRole('option', { name: '104', exact: true }).click();
        await page.getByRole('textbox', { name: 'Doorcode' }).fill('739146');
        await page.keyboard.press('Control+Enter');
        await expect(page.getByRole('button', { name: 'Create without that doorcode' })).toBeVisible();
        await expect(page.getByText(/^Held by /)).toBeVisible();
      },
    },
    { name: 'menu-templates', open: () => page.getByRole('button', { name: 'Template' }).click() },
    {
      name: 'dialog-save-template',
      open: () => page.getByRole('menuitem', { name: 'Save as template' }).click(),
      close,
    },
  ];
}

export function listDialogs(desk: Desk): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  const acts = page.getByRole('group', { name: 'Acts on the chosen keys' });
  const dialog = page.getByRole('dialog');
  return [
    {
      name: 'keys-chosen',
      open: async () => {
        await goTo(page, addressedScreens[0]);
        await page.getByRole('grid', { name: 'Keys' }).focus();
        await page.keyboard.press('ControlOrMeta+a');
        await expect(acts).toContainText('keys chosen');
      },
    },
    {
      name: 'dialog-bulk-extend',
      open: async () => {
        await acts.getByRole('button', { name: 'Extend' }).click();
        await expect(dialog.getByRole('row').nth(1)).toBeVisible();
      },
      close,
    },
    {
      name: 'dialog-bulk-revoke',
      open: async () => {
        await acts.getByRole('button', { name: 'Revoke all devices' }).click();
        await expect(dialog.getByRole('row').nth(1)).toBeVisible();
      },
      close,
    },
    {
      name: 'dialog-bulk-preview',
      open: async () => {
        await acts.getByRole('button', { name: 'Re-provision' }).click();
        await expect(dialog.getByRole('row').nth(1)).toBeVisible();
      },
    },
    {
      name: 'dialog-bulk-report',
      open: async () => {
        await dialog.getByRole('button', { name: /^Re-provision \d+ keys?$/ }).click();
        await expect(dialog.getByRole('button', { name: 'Export report' })).toBeVisible();
        await expect(dialog.getByRole('row').nth(1)).toBeVisible();
      },
      close: async () => {
        await close();
        await page.getByRole('grid', { name: 'Keys' }).focus();
        await page.keyboard.press('Escape');
        await expect(acts).toBeHidden();
      },
    },
    { name: 'menu-saved-filters', open: () => page.getByRole('button', { name: 'Saved', exact: true }).click() },
    {
      name: 'dialog-saved-filters',
      open: () => page.getByRole('menuitem', { name: 'Rename or delete…' }).click(),
      close,
    },
    {
      name: 'dialog-save-filter',
      open: async () => {
        await page.getByRole('button', { name: 'Saved', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Save this list…' }).click();
      },
      close,
    },
  ];
}

export function staffDialogs(desk: Desk): readonly Screen[] {
  const { page } = desk;
  const close = () => escape(page);
  const ofStaff = async (act: string) => {
    await page.getByRole('button', { name: 'Actions for Inês Rocha' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  return [
    {
      name: 'dialog-invite',
      open: async () => {
        await goTo(page, { path: '/settings?tab=staff', complete: 'Settings' });
        await page.getByRole('button', { name: 'Invite' }).click();
        await page.getByLabel('Name').fill('Bruno Dias');
      },
    },
    {
      name: 'dialog-one-time-code',
      open: async () => {
        await page.getByRole('button', { name: 'Make one-time code' }).click();
        await page.getByLabel('One-time code', { exact: true }).waitFor();
      },
      // Shown this once, it does not go by a stray Escape.
      close: () => desk.confirm('Done'),
    },
    { name: 'dialog-role', open: () => ofStaff('Change role'), close },
    { name: 'dialog-reset', open: () => ofStaff('Reset password and PIN'), close },
    {
      name: 'menu-account',
      open: () => page.getByRole('button', { name: 'Signed in as Inês Rocha' }).click(),
    },
    {
      name: 'dialog-secrets',
      open: () => page.getByRole('menuitem', { name: 'Password and PIN' }).click(),
      close,
    },
  ];
}

async function chooseMore(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}
