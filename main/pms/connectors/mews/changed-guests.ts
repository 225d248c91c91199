import type { PmsAnswer, PmsWindow } from '#main/pms/pms-connector';
import type { MewsClient } from './mews-client.ts';
import { everyPageByIds, everyPageInWindow, orWithheld } from './mews-pages.ts';
import { companionshipList, customerList, reservationList, type MewsReservation } from './mews-shapes.ts';

/** A corrected address matters to a key that is still to be sent or in use. */
const LIVE_STATES = ['Inquired', 'Optional', 'Requested', 'Confirmed', 'Started'];

/**
 * The live reservations whose people changed in the window. A guest's new e-mail or a companion who was added does not
 * move the reservation's own UpdatedUtc, and would otherwise wait for the next reconciliation.
 */
export async function reservationsOfChangedGuests(
  client: MewsClient,
  window: PmsWindow,
  signal: AbortSignal,
): Promise<PmsAnswer<readonly MewsReservation[]>> {
  const customers = orWithheld(await everyPageInWindow(client, customerList, 'UpdatedUtc', window, signal));
  if (customers.outcome !== 'answered') return customers;
  const companionships = orWithheld(await everyPageInWindow(client, companionshipList, 'UpdatedUtc', window, signal));
  if (companionships.outcome !== 'answered') return companionships;

  const unreadable = customers.unreadable ?? [];
  const customerIds = [...customers.value.map(({ Id }) => Id), ...unreadable.map(({ pmsId }) => pmsId)];
  const joined = orWithheld(await everyPageByIds(client, companionshipList, 'CustomerIds', customerIds, signal));
  if (joined.outcome !== 'answered') return joined;
  const live = { States: LIVE_STATES };
  const owned = await everyPageByIds(client, reservationList, 'AccountIds', customerIds, signal, live);
  if (owned.outcome !== 'answered') return owned;

  const reservationIds = [...companionships.value, ...joined.value].flatMap(({ ReservationId: id }) => id ?? []);
  const shared = await everyPageByIds(client, reservationList, 'ReservationIds', reservationIds, signal, live);
  if (shared.outcome !== 'answered') return shared;
  const withheld = [...(customers.withheld ?? []), ...(companionships.withheld ?? [])];
  const value = [...owned.value, ...shared.value];
  return withheld.length === 0 ? { outcome: 'answered', value } : { outcome: 'answered', value, withheld };
}
