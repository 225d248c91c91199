import { expect } from '@playwright/test';
import type { Desk } from '#tests/support/e2e-desk';
import { localTime, type DemoHotel } from '#tests/support/e2e-hotel';

/** The day that is so many days from now: the PMS's arrival and departure times. */
const day = (days: number) => localTime({ days }).slice(0, 10);
const arrival = day(0);

const inHouse = [
  { room: '102', guest: 'Amara Okafor', arrival, departure: day(2), email: 'amara.okafor@example.com' },
  { room: '103', guest: 'Bento Reis', arrival: day(-2), departure: day(1) },
  { room: '201', guest: 'Chiara Conti', arrival: day(-1), departure: day(1) },
  {
    room: '202',
    guest: 'Dagny Holm',
    arrival,
    departure: day(5),
    email: 'dagny.holm@example.com',
    phone: '+47 22 00 00 00',
  },
  { room: '301', guest: 'Eskil Lindqvist-Sørensen', arrival: day(-4), departure: day(12) },
];
const expected = [
  { room: '101', guest: 'Fenna de Vries', arrival: day(1), departure: day(4) },
  { room: '203', guest: 'Goran Ilić', arrival: localTime({ hours: 3 }), departure: day(3) },
  { room: '302', guest: 'Hana Satō', arrival: day(3), departure: day(6) },
];

/**
 * A dozen guests: in house and expected, one moved, one departed, one cancelled, one revoked, one whose code is not to
 * be had, one who waits for a lock that is offline.
 */
export async function playDay(desk: Desk, hotel: DemoHotel): Promise<void> {
  const moved = await hotel.book({ room: '101', guest: 'Iris Meyer', arrival, departure: day(3) });
  const departed = await hotel.book({ room: '302', guest: 'Jonas Weber', arrival: day(-3), departure: day(1) });
  const revoked = await hotel.book({ room: '203', guest: 'Kwame Boateng', arrival, departure: day(3) });
  const without = await hotel.book({ room: '104', guest: 'Léa Fontaine', arrival, departure: day(3) });
  const cancelled = await hotel.book({ room: '201', guest: 'Mateus Sousa', arrival: day(4), departure: day(6) });
  const stays = await Promise.all(inHouse.map((booking) => hotel.book(booking)));
  await Promise.all(expected.map((booking) => hotel.book(booking)));
  for (const stay of [moved, departed, revoked, without, ...stays]) await hotel.stay(stay, 'check-in');
  await desk.openKey('Amara Okafor');
  await desk.provisionedAt(['102', 'Main entrance', 'Pool']);
  const taken = await desk.readCode();
  await hotel.stay(moved, 'move', { room: '204' });
  await hotel.stay(departed, 'check-out');
  await hotel.stay(cancelled, 'cancel');
  await desk.openKey('Kwame Boateng');
  await desk.provisionedAt(['203', 'Main entrance', 'Pool']);
  await desk.page.getByRole('button', { name: 'Revoke all devices' }).click();
  await desk.confirm('Revoke all devices');
  await desk.openKey('Léa Fontaine');
  await desk.doorcode.getByRole('button', { name: 'Edit doorcode' }).click();
  await desk.page.getByRole('radio', { name: 'Preferred' }).click();
  await desk.page.getByRole('textbox', { name: 'Doorcode' }).fill(taken);
  await desk.page.getByRole('button', { name: 'Update', exact: true }).click();
  await desk.confirm('Update, with no doorcode');
  await desk.openKey('Iris Meyer');
  await desk.provisionedAt(['204']);

  await hotel.lock('302', 'offline');
  const waiting = await hotel.book({ room: '302', guest: 'Noor el Amrani', arrival, departure: day(2) });
  await hotel.stay(waiting, 'check-in');
  await desk.openKey('Noor el Amrani');
  await expect(desk.door('302')).toContainText('Next try in', { timeout: 30_000 });
  await makeSharedKey(desk);
  await keepForLater(desk);
  await desk.openKey('Dagny Holm');
  await desk.provisionedAt(['202', 'Main entrance', 'Pool']);
}

/** Made by hand for two people, the first with the code that others will ask for in vain. */
async function makeSharedKey({ page, ...desk }: Desk): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keys' }).click();
  await page.getByRole('button', { name: 'Add Key' }).click();
  for (const name of ['Sofia Prado', 'Tomás Prado']) {
    await page.getByRole('combobox', { name: 'Add a person' }).fill(name);
    await page.getByRole('option', { name: `New person: ${name}` }).click();
    await page.getByRole('switch', { name: `Doorcode for ${name}` }).click();
  }
  await page.getByText('Preferred', { exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Doorcode' }).fill('739146');
  await page.getByRole('combobox', { name: 'Add Door' }).fill('104');
  await page.getByRole('option', { name: '104', exact: true }).click();
  await page.getByRole('button', { name: 'Create Key' }).click();
  await desk.provisionedAt(['104', 'Main entrance', 'Pool']);
}

/** A template and a saved list. */
async function keepForLater({ page }: Desk): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Keys' }).click();
  await page.getByRole('button', { name: 'Saved', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save this list…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('In house by arrival');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Add Key' }).click();
  await page.getByRole('combobox', { name: 'Add Door' }).fill('201');
  await page.getByRole('option', { name: '201', exact: true }).click();
  await page.getByRole('button', { name: 'Template' }).click();
  await page.getByRole('menuitem', { name: 'Save as template' }).click();
  await page.getByRole('textbox', { name: 'Name of the template' }).fill('Cleaner, floor 2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
