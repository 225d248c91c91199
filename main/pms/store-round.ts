import type { Base } from '#main/base';
import { applyStay, type Newest, type RoomsTaken, type StayNews } from '#main/reservations/apply-stay';
import { braked } from './braked.ts';
import type { NewsById } from './news-by-id.ts';
import type { PmsSource } from './pms-source.ts';
import { noteSetAside } from './set-aside.ts';

/**
 * Applies what a round brought, as far as the brake lets it. A stay that cannot be read, or not be stored, is set aside with an
 * alert and asked for again; the others go on. Where not even that can be written (a full disk), the round fails and is asked for again as a
 * whole. @returns how many changed something.
 */
export async function storeRound(
  base: Base,
  source: PmsSource,
  { news, asked, unreadable }: NewsById,
  newest: Newest = 'by stamp',
): Promise<number> {
  const { applied, notStored } = await applyAll(base, await braked(base, source, news), newest);
  await noteSetAside(base, source, { asked, unreadable, notStored, stored: news });
  return applied;
}

/** In the order of arrival: in a burst the guest who stands at the desk first comes first. */
async function applyAll(
  base: Base,
  stays: readonly StayNews[],
  newest: Newest,
): Promise<{ readonly applied: number; readonly notStored: readonly StayNews[] }> {
  const taken: RoomsTaken = new Map(
    stays.flatMap(({ id, state, spaceId }) => (state === 'in-house' && spaceId !== null ? [[spaceId, id]] : [])),
  );
  let applied = 0;
  const notStored: StayNews[] = [];
  for (const stay of stays.toSorted((one, other) => (one.sourceUpdatedAt < other.sourceUpdatedAt ? -1 : 1))) {
    try {
      if ((await applyStay(base, stay, taken, newest)) === 'applied') applied += 1;
    } catch (err) {
      base.log.error({ err, reservationId: stay.id }, 'a stay could not be stored');
      notStored.push(stay);
    }
  }
  return { applied, notStored };
}
