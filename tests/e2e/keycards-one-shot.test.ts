import { checkedIn, encodeWith, keycardOf, openPlan } from '#tests/support/e2e-encode';
import { expect, test } from '#tests/support/e2e-portal';

/** A card for the porter: it opens the room once, and the guest's own card goes on opening. */

test('a porter gets a card that opens the room once, and the guest’s own goes on opening', async ({
  desk,
  hotel,
  hand,
}) => {
  await checkedIn(desk, hotel, { guest: 'Paula Koffer', room: '203' });
  const own = await hand.newCard();
  await encodeWith(await openPlan(desk), hand, own);

  const dialog = await openPlan(desk);
  await dialog.getByText('One-shot key', { exact: true }).click();
  await expect(dialog).toContainText('Opens each of these doors once, within a day, for a viewing or a porter');
  const porters = await hand.newCard();
  await encodeWith(dialog, hand, porters);

  const oneShot = desk.page.getByRole('group', { name: 'One-shot keycard', exact: true });
  await expect(oneShot).toContainText('Opens each door once');
  await expect(keycardOf(desk)).toContainText('Encoded');
  await expect.poll(() => hand.atDoor('203', own)).toBe('opens');
  expect(await hand.atDoor('203', porters)).toBe('opens');
  expect(await hand.atDoor('203', porters)).toBe('spent');
  expect(await hand.atDoor('203', own)).toBe('opens');

  await desk.page.getByRole('link', { name: 'Keycards' }).click();
  await expect(desk.page.getByText('Opens once')).toBeVisible();
});
