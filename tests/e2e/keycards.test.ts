import type { Locator } from '@playwright/test';
import type { CardHand } from '#tests/support/e2e-cards';
import type { Desk } from '#tests/support/e2e-desk';
import { localTime, type DemoHotel } from '#tests/support/e2e-hotel';
import { expect, test } from '#tests/support/e2e-portal';

/**
 * Check-in with a card in the hand, and what goes wrong with cards. In rooms for which no other story makes a key by hand:
 * such a key holds its room, and the desk would be asked about it.
 */

test('a guest who is checked in gets two cards, and both open the room', async ({ desk, hotel, hand }) => {
  const dialog = await planFor(desk, hotel, { guest: 'Astrid Zweig', room: '201' });
  await expect(dialog).toContainText('201');
  await expect(dialog).toContainText('Main entrance');
  await dialog.getByText('2', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await expect(dialog).toContainText('Put the card on the encoder');
  await expect(dialog).toContainText('1 of 2');

  const first = await hand.newCard();
  await hand.lay(first);
  await expect(dialog).toContainText('Take the card away');
  await hand.takeOff();
  await expect(dialog).toContainText('Put the next card on');
  const second = await hand.newCard();
  await hand.lay(second);
  await expect(dialog).toContainText('2 cards ready');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await expect(card(desk, 'Keycard')).toContainText('Encoded');
  await expect(card(desk, 'Keycard 2')).toContainText('Encoded');
  await expect.poll(() => hand.atDoor('201', first)).toBe('opens');
  expect(await hand.atDoor('201', second)).toBe('opens');
  expect(await hand.atDoor('201', first)).toBe('opens');
  expect(await hand.atDoor('202', first)).toBe('other-door');
});

test('in the demo hotel the dialog itself lays a card on, where a newcomer has no second hand', async ({
  desk,
  hotel,
}) => {
  const dialog = await planFor(desk, hotel, { guest: 'Nora Neumann', room: '202' });
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await dialog.getByRole('button', { name: 'Put a card on' }).click();
  await desk.page.getByRole('menuitem', { name: 'New card' }).click();

  await expect(dialog).toContainText('The card is ready');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await expect(card(desk, 'Keycard')).toContainText('Encoded');
});

test('a lost card is replaced, and the old one is refused at the door', async ({ desk, hotel, hand }) => {
  const { page } = desk;
  const dialog = await planFor(desk, hotel, { guest: 'Bruno Verloren', room: '101' });
  const old = await hand.newCard();
  await encodeOn(dialog, hand, old);
  await expect.poll(() => hand.atDoor('101', old)).toBe('opens');

  await page.getByRole('button', { name: 'More for Keycard' }).click();
  await page.getByRole('menuitem', { name: 'Card is lost' }).click();
  await expect(dialog).toContainText('Bruno Verloren keeps the doorcode.');
  await desk.confirm('Card is lost');
  await expect(card(desk, 'Keycard')).toContainText('Lost');

  await page.getByRole('button', { name: 'Encode', exact: true }).first().click();
  await expect(dialog.getByRole('radio', { name: 'New key' })).toBeChecked();
  const replacement = await hand.newCard();
  await encodeOn(dialog, hand, replacement);

  expect(await hand.atDoor('101', replacement)).toBe('opens');
  await expect.poll(() => hand.atDoor('101', old)).toMatch(/replaced|blocked/);
  await expect(desk.doorcode).toContainText('3 of 3 doors');
});

test('a card that is taken away while it is written is asked back, and finished', async ({ desk, hotel, hand }) => {
  const dialog = await planFor(desk, hotel, { guest: 'Clara Hastig', room: '103' });
  await hand.fault('remove-while-writing');
  const hasty = await hand.newCard();
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await expect(dialog).toContainText('Put the card on the encoder');
  await hand.lay(hasty);
  await expect(dialog).toContainText('Card removed too early. Put the same card back.');

  await hand.fault('none');
  await hand.lay(hasty);
  await expect(dialog).toContainText('The card is ready');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(card(desk, 'Keycard')).toContainText('Encoded');
  await expect.poll(() => hand.atDoor('103', hasty)).toBe('opens');
});

test('a card of another system is refused and left as it is; the next one is taken', async ({ desk, hotel, hand }) => {
  const dialog = await planFor(desk, hotel, { guest: 'Dora Fremd', room: '204' });
  const foreign = await hand.newCard('foreign');
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await hand.lay(foreign);
  await expect(dialog).toContainText('This card belongs to another system. Use one from the key stock.');
  await expect(dialog.getByRole('button', { name: 'Overwrite' })).toBeHidden();

  await hand.takeOff();
  const own = await hand.newCard();
  await hand.lay(own);
  await expect(dialog).toContainText('The card is ready');
  expect(await hand.atDoor('204', foreign)).toBe('no-record');
  await expect.poll(() => hand.atDoor('204', own)).toBe('opens');
});

test('an encoder that is unplugged is named, and work goes on when it is back', async ({ desk, hotel, hand }) => {
  await hand.fault('unplug');
  await expect(desk.status).toContainText('Encoder · Not connected');
  const dialog = await planFor(desk, hotel, { guest: 'Emil Stecker', room: '102' });
  await expect(dialog).toContainText('Key encoder not connected. Check the USB cable.');

  await hand.fault('plug');
  await expect(desk.status).toContainText('Encoder · Ready');
  await expect(dialog.getByText('Key encoder not connected')).toBeHidden();
  const uid = await hand.newCard();
  await encodeOn(dialog, hand, uid);
  await expect.poll(() => hand.atDoor('102', uid)).toBe('opens');
});

test('from the search to the card in the hand without touching the mouse', async ({ desk, hotel, hand }) => {
  const { page } = desk;
  await checkIn(desk, hotel, { guest: 'Frida Tasten', room: '201' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('encode tasten');
  await expect(page.getByRole('option', { name: /Encode a keycard for Frida Tasten/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Encode', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Put the card on the encoder');

  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('status')).toContainText('Cancelled.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.keyboard.press('/');
  await page.keyboard.type('encode 201');
  await expect(page.getByRole('option', { name: /Encode a keycard for Frida Tasten/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Encode', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Put the card on the encoder');
  const uid = await hand.newCard();
  await hand.lay(uid);
  await expect(dialog.getByRole('status')).toContainText('The card is ready');
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => hand.atDoor('201', uid)).toBe('opens');
});

interface Stay {
  readonly guest: string;
  readonly room: string;
}

async function checkIn(desk: Desk, hotel: DemoHotel, { guest, room }: Stay): Promise<void> {
  await hotel.stay(await hotel.book({ guest, room, arrival: localTime({ hours: -1 }) }), 'check-in');
  const [firstName = '', lastName = ''] = guest.split(' ');
  await expect(desk.page.getByRole('row', { name: `${lastName}, ${firstName}` })).toContainText('Doorcode 3/3');
}

/** The guest in house with the plan for a keycard open. */
async function planFor(desk: Desk, hotel: DemoHotel, stay: Stay): Promise<Locator> {
  await checkIn(desk, hotel, stay);
  await desk.openKey(stay.guest);
  await desk.page.getByRole('button', { name: 'Encode', exact: true }).first().click();
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toContainText('Number of cards');
  return dialog;
}

async function encodeOn(dialog: Locator, hand: CardHand, uid: string): Promise<void> {
  await hand.takeOff();
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await expect(dialog).toContainText(/Put the .*card on/);
  await hand.lay(uid);
  await expect(dialog).toContainText('The card is ready');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
}

function card(desk: Desk, title: string): Locator {
  return desk.page.getByRole('group', { name: title, exact: true });
}
