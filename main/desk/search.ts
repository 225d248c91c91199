import type { SearchHit } from '#api/views';
import { foldedWords } from '#domain/text/folded-words';
import type { DoorId } from '#domain/ids';
import type { Key, KeyStatus } from '#domain/key/key';
import { setImmediate as breath } from 'node:timers/promises';
import { beginsWith } from '#main/storage/match';
import type { View } from '#main/storage/store';
import { nameOf } from '#domain/text/names';

/** Live keys first: the guest at the desk is more likely to be in house than gone. */
const order: readonly KeyStatus[] = ['current', 'upcoming', 'revoked', 'past'];

/** At most this many keys of one word are compared with the other words. */
const compared = 20_000;

/**
 * Looks a text up as a room, a reservation number, a doorcode, the number of a keycard and the beginnings of names, each through its index: at any
 * number of keys it costs about what it shows.
 */
export async function search(view: View, text: string, limit: number): Promise<readonly SearchHit[]> {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const [, toEncode] = /^encode\s+(.+)$/.exec(wanted) ?? [];
  if (toEncode !== undefined) return encodeHits(await search(view, toEncode, limit));
  const doors = await view.find('doors', 'name', beginsWith(wanted), { limit });
  const keys = new Map<string, Key>();
  const take = (found: readonly Key[]): void => found.forEach((key) => keys.set(key.id, key));

  for (const door of doors.slice(0, 4)) take(await liveAtDoor(view, door.id));
  take(await view.find('keys', 'liveCode', { value: text.replaceAll(/\s/g, '') }));
  take(await withCard(view, wanted));
  for (const { id: value } of await view.places('reservations', 'number', beginsWith(text.trim()), { limit })) {
    take(await view.find('keys', 'reservation', { value }, { limit: 1 }));
  }
  take(await named(view, foldedWords(wanted), limit));

  const ranked = [...keys.values()].toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  const hits = await Promise.all(ranked.slice(0, limit).map((key) => keyHit(view, key)));
  const doorHits = doors.map((door) => ({
    kind: 'door' as const,
    id: door.id,
    title: door.name,
    type: door.type,
  }));
  return [...hits, ...doorHits].slice(0, limit);
}

/** "encode 204", "encode okafor": a keycard for a guest who has a key now or will; nothing else is meant by it. */
function encodeHits(hits: readonly SearchHit[]): readonly SearchHit[] {
  return hits.flatMap((hit) =>
    hit.kind === 'key' && (hit.status === 'current' || hit.status === 'upcoming') ? [{ ...hit, kind: 'encode' }] : [],
  );
}

/** The key whose people hold the card of this number. */
async function withCard(view: View, number: string): Promise<readonly Key[]> {
  const cards = await view.find('keycards', 'number', { value: number }, { limit: 1 });
  const [holder] = cards.flatMap((card) => card.holder ?? []);
  const key = holder === undefined ? null : await view.get('keys', holder.keyId);
  return key === null ? [] : [key];
}

/** Of the thousands of keys that a room has had, those that open it now or will. */
async function liveAtDoor(view: View, doorId: DoorId): Promise<readonly Key[]> {
  const live = await Promise.all(
    (['current', 'upcoming'] as const).map((status) =>
      view.find('keys', 'doorLive', { value: `${doorId}/${status}` }, { limit: 50 }),
    ),
  );
  return live.flat();
}

/** Keys with a person whose names begin with every one of the words, in any order; live keys first. */
async function named(view: View, words: readonly string[], limit: number): Promise<readonly Key[]> {
  const [longest, ...others] = words.toSorted((one, other) => other.length - one.length);
  const found: Key[] = [];
  for (const status of longest === undefined ? [] : order) {
    if (found.length >= limit) return found;
    if (others.length > 0) await breath();
    const sets = await Promise.all(others.map((word) => idsNamed(view, status, word)));
    const page = { limit: others.length === 0 ? limit : compared };
    const places = await view.places('keys', 'word', beginsWith(`${status}/${longest}`), page);
    const ids = new Set(places.map(({ id }) => id).filter((id) => sets.every((set) => set.has(id))));
    for (const id of [...ids].slice(0, limit)) {
      const key = await view.get('keys', id);
      if (key !== null) found.push(key);
    }
  }
  return found;
}

async function idsNamed(view: View, status: KeyStatus, word: string): Promise<ReadonlySet<string>> {
  const places = await view.places('keys', 'word', beginsWith(`${status}/${word}`), { limit: compared });
  return new Set(places.map(({ id }) => id));
}

async function keyHit(view: View, key: Key): Promise<SearchHit> {
  const reservation = key.reservationId === null ? null : await view.get('reservations', key.reservationId);
  const doors = await Promise.all(key.doors.map(({ doorId }) => view.get('doors', doorId)));
  const [owner] = key.people;
  const names = doors.flatMap((door) => door?.name ?? []);
  return {
    kind: 'key',
    id: key.id,
    title: owner === undefined ? (reservation?.number ?? '') : nameOf(owner),
    detail: [names.join(' · '), reservation?.number ?? ''].filter((part) => part !== '').join(' · '),
    status: key.status,
  };
}
