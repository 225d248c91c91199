import type { BrakeServices, HeldGroup, HeldGuest, HeldQuestion } from '#api/brake';
import type { HeldEnding } from '#domain/brake/brake';
import { AppError } from '#domain/failure';
import { openedDoors } from '#domain/key/opened-doors';
import { periodOf } from '#domain/key/period';
import { doorNamesOf, type KeySituation } from '#domain/situation/key-situation';
import type { Base } from '#main/base';
import { loadSituations } from '#main/settling/load-situation';
import type { View } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { nameOf } from '#domain/text/names';

/** @param syncNow Asks every PMS; resolves when a round that begins after this call has ended. */
export function brakeService(base: Base, syncNow: () => Promise<void>): BrakeServices {
  return {
    held: (question) => base.store.read((view) => groupOf(view, base, question)),

    async letEnd({ count, ...question }, by) {
      await base.store.transact(async (transaction) => {
        const held = await transaction.get('heldEndings', question.connection);
        const chosen = (held?.endings ?? []).filter((each) => isOf(each, question));
        if (held === null || chosen.length === 0) throw new AppError('not-found', 'letting keys end');
        if (chosen.length > count) throw new AppError('changed-meanwhile', 'letting keys end');
        const allowed = [...held.allowed, ...chosen.map(({ reservationId }) => reservationId)];
        await transaction.put('heldEndings', { ...held, allowed });
        const facts = { ...question, count: String(chosen.length) };
        await record(transaction, { at: base.clock.now(), by, notes: [{ kind: 'endings-let-through', facts }] });
      });
      await syncNow();
    },
  };
}

function isOf({ cause, why }: HeldEnding, question: HeldQuestion): boolean {
  return cause === question.cause && why === 'many';
}

async function groupOf(view: View, base: Base, question: HeldQuestion): Promise<HeldGroup> {
  const connection = await view.get('pms', question.connection);
  const held = await view.get('heldEndings', question.connection);
  const endings = (held?.endings ?? []).filter((each) => isOf(each, question));
  const values = endings.map(({ reservationId }) => reservationId);
  const { keys } = await view.getMany({ keys: { collection: 'keys', index: 'reservation', values } });
  const situations = await loadSituations(view, [...keys.values()].flat(), base.clock.now());
  return {
    ...question,
    system: connection?.system ?? '',
    property: connection?.name ?? '',
    since: endings.map(({ since }) => since).toSorted()[0] ?? null,
    guests: situations.map(guestOf).toSorted(byNeed),
  };
}

function guestOf({ key, doors, reservation, now }: KeySituation): HeldGuest {
  const [owner] = key.people;
  return {
    keyId: key.id,
    owner: owner === undefined ? '' : nameOf(owner),
    doors: doorNamesOf(openedDoors(key, doors), now),
    departure: periodOf(key).departure,
    isInHouse: reservation?.state === 'in-house',
  };
}

function byNeed(one: HeldGuest, other: HeldGuest): number {
  if (one.isInHouse !== other.isInHouse) return one.isInHouse ? -1 : 1;
  return one.doors.join().localeCompare(other.doors.join(), undefined, { numeric: true });
}
