import { expect, test } from '#tests/support/e2e-portal';

test('of two desks that edit one key, the second is told, and sees what the first did', async ({
  desk,
  hotel,
  secondDesk,
}) => {
  const stay = await hotel.book({ room: '301', guest: 'Tomas Brandt' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Tomas Brandt');
  await desk.provisionedAt(['301', 'Main entrance', 'Pool']);
  const other = await secondDesk();
  await other.openKey('Tomas Brandt');
  await other.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await other.page.getByRole('radio', { name: 'Preferred' }).click();
  await other.page.getByRole('textbox', { name: 'Doorcode' }).fill('570836');

  await desk.doorcode.getByRole('button', { name: 'Regenerate doorcode' }).click();
  await desk.confirm('Regenerate');
  await other.page.getByRole('button', { name: 'Update' }).click();

  await expect(other.page.getByRole('dialog')).toContainText(
    'Someone changed this in the meantime. You now see the current version: check it, then try again.',
  );
  expect(await hotel.keypad('301', '570836')).toBe('stays closed');
  await other.page.keyboard.press('Escape');
  await expect(other.timeline).toContainText('New doorcode requested');
});

test('what one desk does appears at the other without a reload', async ({ desk, hotel, secondDesk }) => {
  const other = await secondDesk();
  const stay = await hotel.book({ room: '302', guest: 'Ulla Riis' });
  await hotel.stay(stay, 'check-in');
  await expect(other.page.getByRole('row', { name: /Riis, Ulla/ })).toContainText('Doorcode 3/3');

  await desk.openKey('Ulla Riis');
  await desk.page.getByRole('button', { name: 'Revoke all devices' }).click();
  await desk.confirm('Revoke all devices');

  await expect(other.page.getByRole('row', { name: /Riis, Ulla/ })).toBeHidden();
});
