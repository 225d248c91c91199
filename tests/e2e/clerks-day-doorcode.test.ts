import { expect, test } from '#tests/support/e2e-portal';

test('a code that another key holds is refused with its reason, and Random helps at once', async ({ desk, hotel }) => {
  const { page } = desk;
  const first = await hotel.book({ room: '101', guest: 'Kai Laine' });
  const second = await hotel.book({ room: '102', guest: 'Lena Vogt' });
  await hotel.stay(first, 'check-in');
  await hotel.stay(second, 'check-in');
  await desk.openKey('Kai Laine');
  await desk.provisionedAt(['101']);
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('604 918');
  await desk.confirm('Update');
  await expect(desk.doorcode).toContainText('Preferred');
  await expect.poll(() => hotel.keypad('101', '604918')).toBe('opens');

  await desk.openKey('Lena Vogt');
  await desk.provisionedAt(['102']);
  const before = await desk.readCode();
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('604918');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('button', { name: 'Keep the present doorcode' })).toBeVisible();
  await desk.confirm('Update, with no doorcode');
  await expect(desk.doorcode).toContainText('No Doorcode Assigned');
  await expect(desk.doorcode).toContainText(
    'Another key uses the requested code on one of these doors during the same time.',
  );
  await expect.poll(() => hotel.keypad('102', before)).toBe('stays closed');
  expect(await hotel.keypad('102', '604918')).toBe('stays closed');

  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Random' }).click();
  await desk.confirm('Update');
  await desk.provisionedAt(['102', 'Main entrance', 'Pool']);
  expect(await hotel.keypad('102', await desk.readCode())).toBe('opens');
});

test('Strict reserves a code for the whole property', async ({ desk, hotel }) => {
  const { page } = desk;
  const first = await hotel.book({ room: '103', guest: 'Mara Sousa' });
  await hotel.book({ room: '104', guest: 'Nils Ek' });
  await hotel.stay(first, 'check-in');
  await desk.openKey('Mara Sousa');
  await desk.provisionedAt(['103']);
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Strict' }).click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('930 471');
  await desk.confirm('Update');
  await expect(desk.doorcode).toContainText('Strict');
  await expect.poll(() => hotel.keypad('103', '930471')).toBe('opens');

  await desk.openKey('Nils Ek');
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('930471');
  await page.getByRole('button', { name: 'Update' }).click();
  await desk.confirm('Update, with no doorcode');
  await expect(desk.doorcode).toContainText('Another key has reserved the requested code for the whole property.');
});

test('a weak code is refused beside the field, and nothing changes', async ({ desk, hotel }) => {
  const { page } = desk;
  const stay = await hotel.book({ room: '201', guest: 'Olga Duda' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Olga Duda');
  await desk.provisionedAt(['201']);
  const code = await desk.readCode();

  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await page.getByRole('radio', { name: 'Preferred' }).click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('123456');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(page.getByRole('dialog')).toContainText('The requested code is too easy to guess');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await hotel.keypad('201', code)).toBe('opens');
});

test('after Regenerate the old code is dead at every door and the new one opens', async ({ desk, hotel }) => {
  const stay = await hotel.book({ room: '202', guest: 'Pia Lund' });
  await hotel.stay(stay, 'check-in');
  await desk.openKey('Pia Lund');
  await desk.provisionedAt(['202', 'Main entrance', 'Pool']);
  const old = await desk.readCode();

  await desk.doorcode.getByRole('button', { name: 'Regenerate doorcode' }).click();
  await expect(desk.page.getByRole('dialog')).toContainText(
    /Pia Lund can no longer open 202, (Main entrance and Pool|Pool and Main entrance) with the present doorcode/,
  );
  await desk.confirm('Regenerate');
  await expect.poll(() => hotel.keypad('202', old)).toBe('stays closed');
  await expect.poll(() => hotel.keypad('Main entrance', old)).toBe('stays closed');
  await expect.poll(() => hotel.keypad('Pool', old)).toBe('stays closed');
  await desk.provisionedAt(['202', 'Main entrance', 'Pool']);
  const fresh = await desk.readCode();
  expect(fresh).not.toBe(old);
  expect(await hotel.keypad('202', fresh)).toBe('opens');
});
