import { checkedIn, encodeWith, keycardOf, openPlan } from '#tests/support/e2e-encode';
import { expect, test } from '#tests/support/e2e-portal';

/** A guest with more cards than one: one of several fails, and one more is asked for later. */

test('the second of two cards is faulty: the desk says how many are made, and goes on with the next one', async ({
  desk,
  hotel,
  hand,
}) => {
  await checkedIn(desk, hotel, { guest: 'Quentin Zwei', room: '103' });
  const dialog = await openPlan(desk);
  await dialog.getByText('2', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await hand.lay(await hand.newCard());
  await expect(dialog).toContainText('Take the card away');
  await hand.fault('bad-card');
  await hand.lay(await hand.newCard());
  await expect(dialog).toContainText('Card is faulty. Throw it away, take another.');
  await expect(dialog).toContainText('1 of 2 keys made. Put the next card on.');

  await hand.fault('none');
  const second = await hand.newCard();
  await hand.lay(second);
  await expect(dialog).toContainText('2 cards ready');
  await expect(dialog.getByRole('list', { name: 'Cards of this job' })).toContainText('Nothing valid on it');
  await expect.poll(() => hand.atDoor('103', second)).toBe('opens');
});

test('one more card is told of beside itself, and the guest’s first card is refused for it by name', async ({
  desk,
  hotel,
  hand,
}) => {
  await checkedIn(desk, hotel, { guest: 'Rosa Mehr', room: '104' });
  const first = await hand.newCard();
  await encodeWith(await openPlan(desk), hand, first);
  await hand.takeOff();
  await keycardOf(desk).getByRole('button', { name: 'More for Keycard' }).click();
  await desk.page.getByRole('menuitem', { name: 'One more card' }).click();
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Assign keycard' }).click();
  const more = desk.page.getByRole('group', { name: 'Keycard 2', exact: true });
  await expect(more).toContainText('One more card. Encode it before handing it out.');
  await expect(keycardOf(desk)).not.toContainText('Assigned.');

  await more.getByRole('button', { name: 'Encode' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await hand.lay(first);
  await expect(dialog).toContainText(/Keycard \d+ is another card of this key\./);
  await expect(dialog).toContainText('Put another card on the encoder');
  const own = await hand.newCard();
  await hand.lay(own);
  await expect(dialog).toContainText('The card is ready');
});
