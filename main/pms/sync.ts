import { hasNotCome } from '#domain/time/clock-doubt';
import type { Base } from '#main/base';
import type { StayNews } from '#main/reservations/apply-stay';
import { compareAll } from './compare.ts';
import { heldStays } from './braked.ts';
import { knownStays } from './known-stays.ts';
import { newsById } from './news-by-id.ts';
import type { PmsAnswer } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';
import { storeRound } from './store-round.ts';
import { storeSpaces } from './spaces.ts';
import { marks, noteSync, propertyAsked, type SyncAnswer } from './store-news.ts';

/**
 * Asks for everything that changed since the watermark and applies it. The watermark moves, on the PMS's own clock, only
 * when every stay of the window is stored, and never to a moment that one of both clocks has not reached: a crash or a lost
 * connection repeats the window, and nothing is applied twice. A PMS that cannot tell what changed, or whose clock was ahead when
 * it was asked last, is compared in full instead.
 */
export async function syncChanges(base: Base, source: PmsSource, signal: AbortSignal): Promise<SyncAnswer> {
  const {
    connection: { id },
    connector,
  } = source;
  const connection = await base.store.read((view) => view.get('pms', id));
  const property = await propertyAsked(base, source, signal);
  if (property.outcome !== 'answered') return property;
  const { now } = property.value;
  const watermark = connection?.watermark ?? null;
  if (watermark === null || hasNotCome(watermark, now) || connector.changedStays === undefined) {
    return compareAll(base, source, property, signal);
  }

  // The servers of a PMS differ by seconds.
  const from = watermark < now ? watermark : now;
  const changed = await connector.changedStays({ from, to: now }, signal);
  if (changed.outcome !== 'answered') return changed;
  const news = await knownStays(base, source, changed.value);
  const held = await heldStays(base, source, new Set(news.map(({ id }) => id)));
  const again = await newsById(base, source, held, signal);
  if (again.outcome !== 'answered') return again;
  const all = [...news, ...again.value.news];
  const known = await knowRooms(base, source, all, signal);
  if (known.outcome !== 'answered') return known;
  const unreadable = [...(changed.unreadable ?? []), ...again.value.unreadable];
  const applied = await storeRound(base, source, { news: all, asked: again.value.asked, unreadable });
  await noteSync(base, source, { ...marks(property.value, base.clock.now()), syncedAt: base.clock.now() });
  return {
    outcome: 'answered',
    value: { applied },
    withheld: [...(property.withheld ?? []), ...(changed.withheld ?? [])],
  };
}

/** A stay in a room that Portal has not heard of: the PMS has new rooms. They come first, so that they can be mapped. */
async function knowRooms(
  base: Base,
  source: PmsSource,
  stays: readonly StayNews[],
  signal: AbortSignal,
): Promise<PmsAnswer<null>> {
  const ids = new Set(stays.flatMap(({ spaceId }) => spaceId ?? []));
  const known = await base.store.read((view) => Promise.all([...ids].map((id) => view.get('spaces', id))));
  if (!known.includes(null)) return { outcome: 'answered', value: null };
  const spaces = await source.connector.spaces(signal);
  if (spaces.outcome !== 'answered') return spaces;
  await storeSpaces(base, source, spaces.value);
  return { outcome: 'answered', value: null };
}
