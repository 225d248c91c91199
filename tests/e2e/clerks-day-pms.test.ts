import type { DemoHotel } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-portal';

test('while the PMS is down the desk is told since when; back again, Portal catches up and doubles nothing', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  const before = new Set(await holdersAt203(hotel));
  await hotel.outage('down');
  await expect(desk.status).toContainText(/Mews · Degraded since \d\d:\d\d · synced \d+ s ago/, { timeout: 40_000 });
  const stay = await hotel.book({ room: '203', guest: 'Quirin Aigner' });
  await hotel.stay(stay, 'check-in');

  await hotel.outage('over');
  await expect(desk.status).toContainText('Mews · Connected', { timeout: 40_000 });
  await desk.openKey('Quirin Aigner');
  await desk.provisionedAt(['203', 'Main entrance', 'Pool']);
  expect(await hotel.keypad('203', await desk.readCode())).toBe('opens');
  await page.getByRole('link', { name: 'Current' }).click();
  await expect(page.getByRole('row', { name: /Aigner, Quirin/ })).toHaveCount(1);
  expect((await holdersAt203(hotel)).filter((name) => !before.has(name))).toHaveLength(1);
});

test('a refused token is Broken, with the words of the PMS and the way out', async ({ desk, hotel }) => {
  const { page } = desk;
  await hotel.outage('401');
  await expect(desk.status).toContainText(/Mews · Broken since \d\d:\d\d/, { timeout: 40_000 });
  await expect(page.getByText('The connection to Mews (Hotel Miramar) is broken.')).toBeVisible();

  await hotel.outage('over');
  await desk.status.getByRole('button', { name: /Mews/ }).click();
  await expect(page.getByText('Mews: Broken')).toBeVisible();
  await expect(async () => {
    await page.getByRole('button', { name: 'Sync now' }).click({ timeout: 1_000 });
    await expect(desk.status).toContainText('Mews · Connected', { timeout: 3_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(page.getByText('The connection to Mews (Hotel Miramar) is broken.')).toBeHidden();
});

/** Other stories may have left their guests there. */
async function holdersAt203(hotel: DemoHotel): Promise<readonly string[]> {
  return (await hotel.locks())
    .filter(({ name }) => name === '203')
    .flatMap(({ users }) => users.map(({ name }) => name));
}
