import type { SearchHit } from '#api/views';
import type { Key, KeyStatus } from '#domain/key';
import type { InstantText } from '#domain/time';
import type { View } from '#main/storage/store';

/** Live keys first: the guest at the desk is more likely to be in house than gone. */
const order: readonly KeyStatus[] = ['current', 'upcoming', 'revoked', 'past'];

/**
 * Looks a text up as a room, a reservation number, a doorcode and the beginning of a name, each through its index, so that
 * it is quick at any number of keys.
 */
export async function search(
  view: View,
  text: string,
  { limit }: { readonly limit: number; readonly now: InstantText },
): Promise<readonly SearchHit[]> {
  const wanted = text.trim().toLocaleLowerCase('en');
  if (wanted === '') return [];
  const doors = await view.find('doors', 'name', beginsWith(wanted), { limit });
  const keys = new Map<string, Key>();
  const take = (found: readonly Key[]): void => found.forEach((key) => keys.set(key.id, key));

  for (const door of doors.slice(0, 4)) {
    const atDoor = await view.find('keys', 'door', { value: door.id });
    take(atDoor.filter(({ status }) => status === 'current' || status === 'upcoming'));
  }
  take(await view.find('keys', 'liveCode', { value: text.replaceAll(/\s/g, '') }));
  for (const reservation of await view.find('reservations', 'number', beginsWith(text.trim()), { limit })) {
    take(await view.find('keys', 'reservation', { value: reservation.id }));
  }
  for (const start of namesIn(wanted)) {
    for (const person of await view.find('people', 'name', beginsWith(start), { limit: limit * 4 })) {
      take(await view.find('keys', 'person', { value: person.id }));
    }
  }
  for (const person of await view.find('people', 'firstName', beginsWith(wanted), { limit: limit * 4 })) {
    take(await view.find('keys', 'person', { value: person.id }));
  }

  const ranked = [...keys.values()].toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  const hits = await Promise.all(ranked.slice(0, limit).map((key) => keyHit(view, key)));
  const doorHits = doors.map((door) => ({
    kind: 'door' as const,
    id: door.id,
    title: door.name,
    detail: door.type,
    status: null,
  }));
  return [...hits, ...doorHits].slice(0, limit);
}

/** Names are indexed as `family, first`: "amara okafor" is looked for as "okafor, amara", "okafor" as it is. */
function namesIn(wanted: string): readonly string[] {
  const [first, ...rest] = wanted.split(/[\s,]+/).filter((word) => word !== '');
  if (first === undefined) return [];
  return rest.length === 0 ? [first] : [`${rest.join(' ')}, ${first}`, `${first}, ${rest.join(' ')}`, [first, ...rest].join(' ')];
}

async function keyHit(view: View, key: Key): Promise<SearchHit> {
  const reservation = key.reservationId === null ? null : await view.get('reservations', key.reservationId);
  const doors = await Promise.all(key.doors.map(({ doorId }) => view.get('doors', doorId)));
  const [owner] = key.people;
  const names = doors.flatMap((door) => door?.name ?? []);
  return {
    kind: 'key',
    id: key.id,
    title: owner === undefined ? (reservation?.number ?? '') : `${owner.firstName} ${owner.lastName}`.trim(),
    detail: [names.join(' · '), reservation?.number ?? ''].filter((part) => part !== '').join(' · '),
    status: key.status,
  };
}

function beginsWith(text: string): { readonly from: string; readonly below: string } {
  return { from: text, below: `${text}￿` };
}
