import { isProblem } from '#domain/attention';
import type { KeyId } from '#domain/ids';
import type { View } from '#main/storage/store';

const unfinished = ['waiting', 'running', 'suspended', 'given-up'] as const;

/** The keys that need a person, by their alerts and by what their locks answered. */
export async function keysInTrouble(view: View): Promise<ReadonlySet<KeyId>> {
  const alerts = await view.all('alerts');
  const entries = (
    await Promise.all(unfinished.map((state) => view.find('entries', 'jobState', { value: state })))
  ).flat();
  const ofAlerts = alerts.flatMap(({ keyId }) => (keyId === null ? [] : [keyId]));
  return new Set([...ofAlerts, ...entries.filter(isProblem).map(({ keyId }) => keyId)]);
}
