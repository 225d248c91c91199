import { brokenAlertId, type PmsConnection } from '#domain/pms/pms-connection';
import type { Base } from '#main/base';
import { clear, raise, record } from '#main/timeline/record';
import { nextHealth, type Trouble } from './health.ts';
import type { PmsSource } from './pms-source.ts';
import type { SyncAnswer } from './store-news.ts';

/** Keeps the connection's state true after a round, and tells staff when it turns. */
export async function noteHealth(base: Base, source: PmsSource, answer: SyncAnswer, before: Trouble): Promise<Trouble> {
  const { id } = source.connection;
  const system = source.system.name;
  const trouble = nextHealth(before, answer);
  const { otherProperty } = trouble;
  const now = base.clock.now();
  await base.store.transact(async (transaction) => {
    const connection = await transaction.get('pms', id);
    if (connection === null || !changes(connection, trouble)) return;
    const next: PmsConnection = { ...connection, state: trouble.state, lastProblem: trouble.problem, otherProperty };
    const turned = connection.state !== trouble.state;
    await transaction.put('pms', turned ? { ...next, stateSince: now } : next);
    if (!turned) return;
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
