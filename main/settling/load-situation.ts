import type { KeySituation } from '#domain/situation/key-situation';
import { AppError } from '#domain/failure';
import type { Door } from '#domain/house/door';
import type { PropertySettings } from '#domain/house/settings';
import type { Key } from '#domain/key/key';
import type { InstantText } from '#domain/time/time';
import type { View } from '#main/storage/store';

/** The situation of each key, in the order asked. Three store calls for any number of keys, two where no door links another. */
export async function loadSituations(
  view: View,
  keys: readonly Key[],
  now: InstantText,
): Promise<readonly KeySituation[]> {
  const keyIds = keys.map(({ id }) => id);
  const people = keys.flatMap((key) => key.people);
  const found = await view.getMany({
    settings: { collection: 'settings', ids: ['property'] },
    reservations: { collection: 'reservations', ids: keys.flatMap(({ reservationId }) => reservationId ?? []) },
    people: { collection: 'people', ids: people.map(({ personId }) => personId) },
    doors: { collection: 'doors', ids: keys.flatMap((key) => key.doors.map(({ doorId }) => doorId)) },
    entries: { collection: 'entries', index: 'key', values: keyIds },
    namedCards: {
      collection: 'keycards',
      ids: people.flatMap(({ keycards }) => keycards.flatMap(({ keycardId }) => keycardId ?? [])),
    },
    givenCards: { collection: 'keycards', index: 'key', values: keyIds },
    writings: { collection: 'cardWritings', index: 'key', values: keyIds },
    alerts: { collection: 'alerts', index: 'key', values: keyIds },
  });
  const settings = found.settings.get('property');
  if (settings === undefined) throw new AppError('internal', 'looking at a key before the property is set up');
  const doors = await withLinked(view, found.doors);
  const locks = await locksOf(view, doors);

  return keys.map((key): KeySituation => {
    const own = [...doorsOf(key, doors)];
    const cards = [
      ...(found.givenCards.get(key.id) ?? []),
      ...key.people.flatMap(({ keycards }) =>
        keycards.flatMap(({ keycardId }) => found.namedCards.get(keycardId ?? '') ?? []),
      ),
    ];
    return {
      key,
      reservation: key.reservationId === null ? null : (found.reservations.get(key.reservationId) ?? null),
      people: byId(key.people.flatMap(({ personId }) => found.people.get(personId) ?? [])),
      doors: byId(own),
      locks: byId(own.flatMap(({ lockId }) => locks.get(lockId ?? '') ?? [])),
      entries: byId(found.entries.get(key.id) ?? []),
      cards: byId(cards),
      writings: found.writings.get(key.id) ?? [],
      alerts: found.alerts.get(key.id) ?? [],
      settings,
      now,
    };
  });
}

/** As `loadSituations`, for one. */
export async function loadSituation(view: View, key: Key, now: InstantText): Promise<KeySituation> {
  const [situation] = await loadSituations(view, [key], now);
  if (situation === undefined) throw new AppError('internal', 'looking at a key');
  return situation;
}

/** The property's settings. AppError('internal') before the set-up. @param doing What needs them, for the log. */
export async function propertyOf(view: View, doing: string): Promise<PropertySettings> {
  const settings = await view.get('settings', 'property');
  if (settings === null) throw new AppError('internal', `${doing} before the property is set up`);
  return settings;
}

async function withLinked(view: View, main: ReadonlyMap<string, Door>): Promise<ReadonlyMap<string, Door>> {
  const ids = [...main.values()].flatMap(({ linkedDoorIds }) => linkedDoorIds).filter((id) => !main.has(id));
  if (ids.length === 0) return main;
  const { linked } = await view.getMany({ linked: { collection: 'doors', ids } });
  return new Map([...main, ...linked]);
}

async function locksOf(view: View, doors: ReadonlyMap<string, Door>) {
  const ids = [...doors.values()].flatMap(({ lockId }) => lockId ?? []);
  const { locks } = await view.getMany({ locks: { collection: 'locks', ids } });
  return locks;
}

/** The key's doors and those linked to them, each once. */
function doorsOf(key: Key, doors: ReadonlyMap<string, Door>): ReadonlySet<Door> {
  const main = key.doors.flatMap(({ doorId }) => doors.get(doorId) ?? []);
  return new Set([...main, ...main.flatMap(({ linkedDoorIds }) => linkedDoorIds.flatMap((id) => doors.get(id) ?? []))]);
}

/** A map under the id's own type. */
export function byId<Id extends string, Each extends { readonly id: Id }>(
  all: readonly Each[],
): ReadonlyMap<Each['id'], Each> {
  return new Map(all.map((each) => [each.id, each]));
}
