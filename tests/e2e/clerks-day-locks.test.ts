import { expect, test } from '#tests/support/e2e-portal';

test('a lock that is offline at check-in: the desk sees when the next try is, and the code is there as soon as it answers', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await hotel.lock('201', 'offline');
  await expect(desk.status).toContainText('Locks · Degraded · 1 of 12 not online');
  const stay = await hotel.book({ room: '201', guest: 'Goran Ilic' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Goran Ilic');
  await desk.provisionedAt(['Main entrance', 'Pool']);

  await expect(desk.door('201')).toContainText('Waiting for lock');
  await expect(desk.door('201')).toContainText(/Next try in \d:\d\d · lock offline since \d\d:\d\d/);
  await expect(desk.attention).toContainText('The doorcode does not work at 201 yet.');
  const code = await desk.readCode();
  expect(await hotel.keypad('201', code)).toBe('stays closed');
  await desk.atDoor('201', 'Open door page');
  await page.getByRole('tab', { name: 'Log' }).click();
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Goran Ilic · Write to 201 failed' }).first(),
  ).toContainText(/4117 (lock not reachable|no confirmation from the lock)/);

  await hotel.lock('201', 'online');
  await desk.openKey('Goran Ilic');
  await desk.provisionedAt(['201']);
  expect(await hotel.keypad('201', code)).toBe('opens');
  await expect(desk.attention).toBeHidden();
  await expect(desk.status).toContainText('Locks · Connected · 12 online');
});

test('a revoked key says at which door the code may still open, until that lock has answered; it can be restored', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  const stay = await hotel.book({ room: '202', guest: 'Hana Sato' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Hana Sato');
  await desk.provisionedAt(['202', 'Main entrance', 'Pool']);
  const code = await desk.readCode();
  await hotel.lock('202', 'offline');

  await page.getByRole('button', { name: 'Revoke all devices' }).click();
  await expect(page.getByRole('dialog')).toContainText(
    /Hana Sato can no longer open 202, (Main entrance and Pool|Pool and Main entrance) with this doorcode\./,
  );
  await desk.confirm('Revoke all devices');
  await expect(desk.facts).toContainText('Revoked');
  await expect(desk.attention).toContainText('Removal pending at 1 of 3 doors.');
  await expect(desk.door('202')).toContainText('Removal pending');
  await expect(desk.door('Pool')).toContainText('Removed');
  expect(await hotel.keypad('202', code)).toBe('opens');
  expect(await hotel.keypad('Main entrance', code)).toBe('stays closed');

  await hotel.lock('202', 'online');
  await expect(desk.door('202')).toContainText('Removed');
  await expect(desk.attention).toBeHidden();
  expect(await hotel.keypad('202', code)).toBe('stays closed');

  await page.getByRole('button', { name: 'Restore' }).click();
  await desk.confirm('Restore');
  await expect(desk.facts).toContainText('Current');
  await desk.provisionedAt(['202', 'Main entrance', 'Pool']);
  expect(await hotel.keypad('202', await desk.readCode())).toBe('opens');
});

test('access can be revoked at one door and given back there, while the key stays', async ({ desk, hotel }) => {
  const stay = await hotel.book({ room: '204', guest: 'Iris Meyer' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Iris Meyer');
  await desk.provisionedAt(['204', 'Main entrance', 'Pool']);
  const code = await desk.readCode();

  await desk.atDoor('204', 'Revoke Device');
  await expect(desk.page.getByRole('dialog')).toContainText(
    /Iris Meyer can no longer open 204, (Main entrance and Pool|Pool and Main entrance) with this doorcode\./,
  );
  await desk.confirm('Revoke Device');
  await expect(desk.door('204')).toContainText('Removed');
  expect(await hotel.keypad('204', code)).toBe('stays closed');
  await expect(desk.facts).toContainText('Current');

  await desk.atDoor('204', 'Restore access');
  await desk.confirm('Restore');
  await desk.provisionedAt(['204']);
  expect(await hotel.keypad('204', code)).toBe('opens');
});

test('a lock that lost everything is written again', async ({ desk, hotel }) => {
  const stay = await hotel.book({ room: '301', guest: 'Jonas Weber' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Jonas Weber');
  await desk.provisionedAt(['301']);
  const code = await desk.readCode();
  await hotel.lock('301', 'forget');
  expect(await hotel.keypad('301', code)).toBe('stays closed');

  await desk.atDoor('301', 'Re-provision');
  await desk.confirm('Re-provision');
  await expect.poll(() => hotel.keypad('301', code)).toBe('opens');
  await desk.provisionedAt(['301']);
});
