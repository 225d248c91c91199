import { expect, test } from '#tests/support/e2e-portal';

/** The common doors that open with a room. */

test('a common door that is linked and not allowed is named with its reason, and allowed from there', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '104', guest: 'Lioba Linked' }), 'check-in');
  await desk.openKey('Lioba Linked');
  await desk.provisionedAt(['104', 'Main entrance', 'Pool']);
  const code = await desk.readCode();
  const linkedDoors = page.getByRole('dialog').getByRole('checkbox', { name: 'Allow Linked Doors Access' });

  await desk.atDoor('104', 'Edit door');
  await linkedDoors.uncheck();
  await page.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText(/Lioba Linked can no longer open .*, linked to this door\./);
  await desk.confirm('Update anyway');
  await expect(desk.door('Pool')).toContainText('linked, not allowed');
  await expect(desk.door('Pool')).toContainText('Does not open: Allow Linked Doors Access is off at 104.');
  await expect.poll(() => hotel.keypad('Pool', code)).toBe('stays closed');
  expect(await hotel.keypad('104', code)).toBe('opens');

  await desk.atDoor('Pool', 'Edit door 104');
  await linkedDoors.check();
  await desk.confirm('Update');
  await desk.provisionedAt(['104', 'Main entrance', 'Pool']);
  await expect.poll(() => hotel.keypad('Pool', code)).toBe('opens');
});

test('the Doorcode card opens by a double-click, and the (i) of Allow Provisioning explains it', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await hotel.book({ room: '104', guest: 'Dora Double' });
  await desk.openKey('Dora Double');
  await desk.doorcode.getByText('Random').dblclick();
  await expect(page.getByRole('dialog', { name: 'Doorcode · Dora Double' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await desk.atDoor('104', 'Edit door');
  await page.getByRole('dialog').getByRole('button', { name: 'About Allow Provisioning' }).hover();
  await expect(page.getByRole('tooltip')).toContainText(
    'Once provisioning is allowed, the credentials will be written to the door',
  );
});
