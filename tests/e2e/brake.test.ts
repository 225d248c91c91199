import { AxeBuilder } from '@axe-core/playwright';
import { demoHotel } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-own-demo';
import { standsStill } from '#tests/support/e2e-screens';
import { enter, signIn } from '#tests/support/e2e-session';

/** A PMS that ends the access of many at once. In a hotel of its own: its guests are all there are. */

test('four guests checked out days early at once are held until staff have seen who it is, and end when they say so', async ({
  page,
  ownDemo,
}) => {
  test.slow();
  const hotel = demoHotel(ownDemo.endpoints);
  const guests = ['Amara Okafor', 'Bento Reis', 'Chiara Rossi', 'Dag Lind'];
  const rooms = ['101', '102', '103', '104'];
  const stays = await Promise.all(guests.map((guest, at) => hotel.book({ room: rooms[at] ?? '', guest })));
  await Promise.all(stays.map((id) => hotel.stay(id, 'check-in')));
  await enter(page, { address: ownDemo.address, token: await signIn(ownDemo) }, '/keys?tab=current');
  const main = page.getByRole('main');
  const dialog = page.getByRole('dialog');
  await expect(main.getByRole('row', { name: /Lind/ })).toBeVisible();
  await hotel.outage('down');
  await Promise.all(stays.map((id) => hotel.stay(id, 'check-out')));
  await hotel.outage('over');

  await expect(page.getByRole('contentinfo')).toContainText('4 held', { timeout: 30_000 });
  await expect(main).toContainText('checked 4 guests out days before their departure.', { timeout: 30_000 });
  await expect(main.getByRole('row', { name: /Okafor/ })).toBeVisible();
  await main.getByRole('button', { name: 'See who it is' }).click();
  await expect(dialog.getByRole('row', { name: /Amara Okafor/ })).toContainText('In house');
  await expect(dialog.getByRole('button', { name: 'Keep their access' })).toBeFocused();
  await standsStill(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(main.getByRole('row', { name: /Okafor/ })).toBeVisible();

  await main.getByRole('button', { name: 'See who it is' }).click();
  await dialog.getByRole('button', { name: 'End the access of 4 guests' }).click();
  await expect(dialog).toBeHidden();
  await expect(main.getByRole('row', { name: /Okafor/ })).toHaveCount(0);
  await expect(main).not.toContainText('days before their departure.');
});
