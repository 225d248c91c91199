import type { KeyId } from '#domain/ids';
import type { View } from '#main/storage/store';

/** The keys that need a person, by their alerts and by what their locks answered. Costs the problems, not the keys. */
export async function keysInTrouble(view: View): Promise<ReadonlySet<KeyId>> {
  const ofAlerts = await view.places('alerts', 'key', {});
  const ofEntries = await view.places('entries', 'problem', {});
  return new Set([...ofAlerts, ...ofEntries].map(({ value }) => value as KeyId));
}
