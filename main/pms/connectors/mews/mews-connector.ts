import { plus } from '#domain/time/time';
import type { PmsAnswer, PmsStay, PmsWindow, StampingConnector } from '#main/pms/pms-connector';
import { Temporal } from 'temporal-polyfill';
import { reservationsOfChangedGuests } from './changed-guests.ts';
import { createMewsClient, tooSlow, type MewsAccess, type MewsClient } from './mews-client.ts';
import { guestsOfAll } from './mews-guests.ts';
import { everyPage, everyPageByIds, everyPageInWindow } from './mews-pages.ts';
import { identityOf, propertyOf } from './mews-property.ts';
import { reservationList, resourceList, type MewsReservation } from './mews-shapes.ts';
import { newestOfEach, spaceOf, stayOf } from './mews-stay.ts';
import { sleptInResources, staysAmong } from './slept-in.ts';

/** What Mews stamps late, and what its servers disagree about, is found by asking this much further back. */
const OVERLAP = Temporal.Duration.from({ minutes: 5 });

/** One property in Mews, through the Connector API. */
export function createMewsConnector(access: MewsAccess): StampingConnector {
  const client = createMewsClient(access);
  return {
    property: (signal) => propertyOf(client, signal),
    identity: (signal) => identityOf(client, signal),
    async spaces(signal) {
      const resources = tooSlow(await everyPage(client, resourceList, {}, signal));
      if (resources.outcome !== 'answered') return resources;
      const sleptIn = await sleptInResources(client, signal);
      if (sleptIn.outcome !== 'answered') return sleptIn;
      return { ...sleptIn, value: resources.value.map((each) => spaceOf(each, sleptIn.value(each.Id))) };
    },
    async changedStays({ from, to }, signal) {
      const window: PmsWindow = { from: plus(from, OVERLAP.negated()), to };
      const changed = await everyPageInWindow(client, reservationList, 'UpdatedUtc', window, signal);
      if (changed.outcome !== 'answered') return changed;
      const touched = await reservationsOfChangedGuests(client, window, signal);
      if (touched.outcome !== 'answered') return touched;
      const found = await staysAmong(client, [...changed.value, ...touched.value], signal);
      if (found.outcome !== 'answered') return found;
      const stays = await staysOf(client, found.value, signal);
      return withRest(withRest(withRest(stays, found), changed), touched);
    },
    async staysColliding(window, signal) {
      const reservations = await everyPageInWindow(client, reservationList, 'CollidingUtc', window, signal);
      if (reservations.outcome !== 'answered') return reservations;
      // A stay collides by its scheduled end: who stays on without a word is in no window.
      const inHouse = tooSlow(await everyPage(client, reservationList, { States: ['Started'] }, signal));
      if (inHouse.outcome !== 'answered') return inHouse;
      const found = await staysAmong(client, [...reservations.value, ...inHouse.value], signal);
      if (found.outcome !== 'answered') return found;
      const stays = await staysOf(client, found.value, signal);
      return withRest(withRest(withRest(stays, found), reservations), inHouse);
    },
    async staysById(ids, signal) {
      const reservations = await everyPageByIds(client, reservationList, 'ReservationIds', ids, signal);
      if (reservations.outcome !== 'answered') return reservations;
      const stays = await staysOf(client, reservations.value, signal);
      if (stays.outcome !== 'answered') return stays;
      const { unreadable = [] } = reservations;
      const found = new Set([...reservations.value.map(({ Id }) => Id), ...unreadable.map(({ pmsId }) => pmsId)]);
      const unknown = ids.filter((id) => !found.has(id));
      return withRest({ ...stays, value: { stays: stays.value, unknown } }, reservations);
    },
  };
}

/** With what else could not be read, or was not given, on the way to the answer. */
function withRest<Value>(answer: PmsAnswer<Value>, { unreadable = [], withheld = [] }: Rest): PmsAnswer<Value> {
  if (answer.outcome !== 'answered') return answer;
  const all = [...withheld, ...(answer.withheld ?? [])];
  const different = [...new Map(all.map((each) => [each.operation, each])).values()];
  return {
    ...answer,
    unreadable: [...unreadable, ...(answer.unreadable ?? [])],
    ...(different.length === 0 ? {} : { withheld: different }),
  };
}

type Rest = Pick<Extract<PmsAnswer<unknown>, { outcome: 'answered' }>, 'unreadable' | 'withheld'>;

/** Adds to reservations what Mews keeps elsewhere: their people and the names of their rooms. */
async function staysOf(
  client: MewsClient,
  found: readonly MewsReservation[],
  signal: AbortSignal,
): Promise<PmsAnswer<readonly PmsStay[]>> {
  const reservations = newestOfEach(found);
  const guests = await guestsOfAll(client, reservations, signal);
  if (guests.outcome !== 'answered') return guests;
  const assigned = reservations.flatMap(({ AssignedResourceId: id }) => id ?? []);
  const resources = await everyPageByIds(client, resourceList, 'ResourceIds', assigned, signal);
  if (resources.outcome !== 'answered') return resources;
  const rooms = new Map(resources.value.map((resource) => [resource.Id, resource]));
  const told = reservations.map((each) => ({ each, people: guests.value(each) }));
  return {
    outcome: 'answered',
    value: told.map(({ each, people }) => ({
      ...stayOf(each, rooms.get(each.AssignedResourceId ?? ''), people.guests),
      ...(people.isGuestMissing ? { isGuestMissing: true } : {}),
    })),
    unreadable: told.flatMap(({ each: { Id: pmsId, Number: number }, people: { fields } }) =>
      fields.length === 0 ? [] : [{ pmsId, number, fields, isStayTold: true }],
    ),
    ...(guests.withheld === undefined ? {} : { withheld: guests.withheld }),
  };
}
