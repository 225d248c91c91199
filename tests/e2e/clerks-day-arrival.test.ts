import { expect, test } from '#tests/support/e2e-portal';

/** As most see it: menus fade, dialogs slide in. */
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test('an arrival appears without a reload, and reaches its three doors within seconds of the check-in', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await page.getByRole('tab', { name: 'Upcoming' }).click();

  const reservation = await hotel.book({ room: '101', guest: 'Amara Okafor' });
  const row = page.getByRole('row', { name: /Okafor, Amara/ });
  await expect(row).toContainText('Pending Provisioning');
  await row.click();
  await expect(page.getByRole('main')).toContainText(/ReservationExpected/);
  const meaning =
    'The credentials haven’t been assigned to the door yet. This can occur if provisioning was manually disabled or if, based on your configuration settings, the linked PMS reservation hasn’t been checked in (either at the front desk or online).';
  await desk.doorcode.getByText('Pending Provisioning').hover();
  await expect(page.getByRole('tooltip')).toHaveText(meaning);
  await page.mouse.move(0, 0);
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await desk.door('101').getByText('Pending Provisioning').hover();
  await expect(page.getByRole('tooltip')).toHaveText(meaning);

  await hotel.stay(reservation, 'check-in');
  await desk.provisionedAt(['101', 'Main entrance', 'Pool']);
  await expect(desk.facts).toContainText('Current');
  await expect(page.getByRole('main')).toContainText(/ReservationIn house/);
  const code = await desk.readCode();

  expect(await hotel.keypad('101', code)).toBe('opens');
  expect(await hotel.keypad('Main entrance', code)).toBe('opens');
  expect(await hotel.keypad('102', code)).toBe('stays closed');
});
