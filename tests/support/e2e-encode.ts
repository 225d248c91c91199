import type { Locator } from '@playwright/test';
import type { CardHand } from './e2e-cards.ts';
import type { Desk } from './e2e-desk.ts';
import { localTime, type DemoHotel } from './e2e-hotel.ts';
import { expect } from './e2e-portal.ts';

/** What a receptionist does to put a card in a guest's hand. */

export interface StayWithCard {
  readonly guest: string;
  readonly room: string;
}

/** Books the guest and checks them in. @returns the reservation's id in the PMS. */
export async function checkedIn(desk: Desk, hotel: DemoHotel, { guest, room }: StayWithCard): Promise<string> {
  const id = await hotel.book({ guest, room, arrival: localTime({ hours: -1 }) });
  await hotel.stay(id, 'check-in');
  await desk.openKey(guest);
  await expect(desk.door(room)).toContainText('Provisioned');
  return id;
}

/** The guest's key is open: opens the plan for a keycard. */
export async function openPlan(desk: Desk): Promise<Locator> {
  await desk.page.getByRole('button', { name: 'Encode', exact: true }).first().click();
  return planOf(desk);
}

/** The same for the card that the guest has. */
export async function openPlanAgain(desk: Desk): Promise<Locator> {
  await keycardOf(desk).getByRole('button', { name: 'Encode again' }).click();
  return planOf(desk);
}

async function planOf(desk: Desk): Promise<Locator> {
  const dialog = desk.page.getByRole('dialog');
  await expect(dialog).toContainText('Number of cards');
  return dialog;
}

/** Encodes with the plan that is open, on this card. */
export async function encodeWith(dialog: Locator, hand: CardHand, uid: string): Promise<void> {
  await hand.takeOff();
  await dialog.getByRole('button', { name: 'Encode', exact: true }).click();
  await expect(dialog).toContainText(/Put the .*card on/);
  await hand.lay(uid);
  await expect(dialog).toContainText('The card is ready');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(dialog).toBeHidden();
}

export function keycardOf(desk: Desk): Locator {
  return desk.page.getByRole('group', { name: 'Keycard', exact: true });
}
