import type { Alert } from '#domain/alerts/alert';
import {
  brokenAlertId,
  degradedAlertId,
  withheldAlertId,
  zoneAlertId,
  type PmsConnection,
} from '#domain/pms/pms-connection';
import type { InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import type { Transaction, View } from '#main/storage/store';
import { changeAlerts, clear, raise, record, type AlertNote } from '#main/timeline/record';
import { isDeepStrictEqual } from 'node:util';
import type { Trouble } from './health.ts';
import type { PmsSource } from './pms-source.ts';

/** Keeps the connection's state true, and tells staff when it turns. @returns `trouble`. */
export async function noteHealth(
  base: Base,
  source: PmsSource,
  { before, trouble }: { readonly before: Trouble; readonly trouble: Trouble },
): Promise<Trouble> {
  const { id } = source.connection;
  const system = source.system.name;
  const { otherProperty } = trouble;
  const now = base.clock.now();
  await base.store.transact(async (transaction) => {
    const connection = await transaction.get('pms', id);
    if (connection === null) return;
    const about = { connection: id, system, property: connection.name };
    if (!isDeepStrictEqual(before.withheld, trouble.withheld)) await noteWithheld(transaction, now, { about, trouble });
    if (!changes(connection, trouble)) return;
    const next: PmsConnection = { ...connection, state: trouble.state, lastProblem: trouble.problem, otherProperty };
    const turned = connection.state !== trouble.state;
    await transaction.put('pms', turned ? { ...next, stateSince: now } : next);
    if (!turned && connection.otherProperty === otherProperty) return;
    // What one permission alone holds up is said by name.
    if (trouble.state === 'degraded' && trouble.withheld.length === 0)
      await raise(transaction, now, [{ id: degradedAlertId(id), kind: 'pms-degraded', facts: about }]);
    else await clear(transaction, [degradedAlertId(id)]);
    if (trouble.state === 'broken') {
      const other = otherProperty === null ? {} : { other: otherProperty };
      const facts = { system, property: connection.name, ...other };
      await raise(transaction, now, [{ id: brokenAlertId(id), kind: 'pms-broken', facts }]);
      await record(transaction, { at: now, by: { kind: 'portal' }, notes: [{ kind: 'pms-broken', facts }] });
    }
    if (trouble.state === 'connected') {
      await clear(transaction, [brokenAlertId(id)]);
      const facts = { system, property: connection.name, since: connection.stateSince };
      await record(transaction, { at: now, by: { kind: 'portal' }, notes: [{ kind: 'pms-recovered', facts }] });
    }
  });
  return trouble;
}

function changes(connection: PmsConnection, trouble: Trouble): boolean {
  return (
    connection.state !== trouble.state ||
    connection.lastProblem !== trouble.problem ||
    connection.otherProperty !== trouble.otherProperty
  );
}

/** One alert for each thing that the credentials do not allow. */
async function noteWithheld(
  transaction: Transaction,
  now: InstantText,
  { about, trouble }: { readonly about: Alert['facts']; readonly trouble: Trouble },
): Promise<void> {
  const alerts = await withheldAlerts(transaction, about['connection'] ?? '');
  const raise = trouble.withheld.map(({ operation, message }): AlertNote => ({
    id: withheldAlertId(about['connection'] ?? '', operation),
    kind: 'pms-withheld',
    facts: { ...about, operation, message },
  }));
  const still = new Set(raise.map(({ id }) => id));
  const clear = alerts.map(({ id }) => id).filter((id) => !still.has(id));
  await changeAlerts(transaction, now, { raise, clear });
}

/** What the credentials of a connection did not allow when it was last asked. */
export async function withheldAlerts(view: View, connectionId: string): Promise<readonly Alert[]> {
  const alerts = await view.find('alerts', 'kind', { value: 'pms-withheld' });
  return alerts.filter(({ facts }) => facts['connection'] === connectionId);
}

/** Nothing that was said of the connection's health stands any more: it was made anew, or removed. */
export async function clearHealth(transaction: Transaction, id: string): Promise<void> {
  const withheld = await withheldAlerts(transaction, id);
  await clear(transaction, [
    brokenAlertId(id),
    degradedAlertId(id),
    zoneAlertId(id),
    ...withheld.map((alert) => alert.id),
  ]);
}
