import type { KeySituation } from '#domain/situation/key-situation';
import { endedWritings } from '#domain/situation/ended-writings';
import { keyAlertKinds, keyAlerts } from '#domain/situation/key-alerts';
import type { Base } from '#main/base';
import type { KeyId } from '#domain/ids';
import type { Write } from '#main/storage/look-ups';
import type { Transaction } from '#main/storage/store';
import { raisedAlert } from '#main/timeline/record';
import { loadSituation } from './load-situation.ts';

/**
 * What was written for a key that ended meanwhile, or on a card that is not its own any more, is void before the key is looked
 * at; then its alerts are as its situation says.
 */
export function alertWrites(situation: KeySituation): readonly Write[] {
  const { key, now } = situation;
  const ended = new Map(endedWritings(situation).map((writing) => [writing.id, writing]));
  const writings = situation.writings.map((writing) => ended.get(writing.id) ?? writing);
  const alerts = keyAlerts({ ...situation, writings });
  const known = new Map(situation.alerts.map((alert) => [alert.id, alert]));
  const raised = alerts.map(({ kind, facts }) => {
    const id = `${kind}/${key.id}`;
    return raisedAlert({ id, kind, keyId: key.id, facts }, known.get(id)?.raisedAt ?? now);
  });
  const over = keyAlertKinds
    .filter((kind) => !alerts.some((alert) => alert.kind === kind))
    .map((kind) => `${kind}/${key.id}`)
    .filter((id) => known.has(id));
  return [
    ...[...ended.values()].map((put): Write => ({ collection: 'cardWritings', put })),
    ...raised,
    ...over.map((remove): Write => ({ collection: 'alerts', remove })),
  ];
}

/** After anything was written on one of a key's cards. */
export async function settleAlertsOf(transaction: Transaction, base: Pick<Base, 'clock'>, keyId: KeyId): Promise<void> {
  const key = await transaction.get('keys', keyId);
  if (key === null) return;
  await transaction.write(alertWrites(await loadSituation(transaction, key, base.clock.now())));
}
