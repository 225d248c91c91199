import type { Alert } from '#domain/alerts/alert';
import type { Base } from '#main/base';
import type { StayNews } from '#main/reservations/apply-stay';
import type { Transaction, View } from '#main/storage/store';
import { changeAlerts, clear, type AlertNote } from '#main/timeline/record';
import type { UnreadableStay } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';

/** A stay that is set aside, whole or its guests alone, so that all others go on: it is asked for again in every round. */
interface SetAside {
  readonly pmsId: string;
  readonly number: string | null;
  readonly why: 'unreadable' | 'guests-unreadable' | 'not-stored';
  /** What cannot be read of it, in the PMS's words. */
  readonly fields: readonly string[];
}

/** The stays of a connection that are set aside, by their PMS ids. */
export async function setAsideIds(base: Base, { connection }: PmsSource): Promise<readonly string[]> {
  const alerts = await base.store.read((view) => alertsOf(view, connection.id));
  return alerts.flatMap(({ facts }) => facts['pmsId'] ?? []);
}

/** The connection was removed: what it left out is not asked for again. */
export async function forgetSetAside(transaction: Transaction, connectionId: string): Promise<void> {
  const alerts = await alertsOf(transaction, connectionId);
  await clear(
    transaction,
    alerts.map(({ id }) => id),
  );
}

async function alertsOf(view: View, connectionId: string): Promise<readonly Alert[]> {
  const alerts = await view.find('alerts', 'kind', { value: 'stay-set-aside' });
  return alerts.filter(({ facts }) => facts['connection'] === connectionId);
}

/** One alert for each stay that is set aside; those that were asked for and are well, or are no more, lose theirs. */
export async function noteSetAside(
  base: Base,
  source: PmsSource,
  told: {
    /** Those that were asked for by their ids. */
    readonly asked: readonly string[];
    readonly unreadable: readonly UnreadableStay[];
    readonly notStored: readonly StayNews[];
    readonly stored: readonly StayNews[];
  },
): Promise<void> {
  const aside: readonly SetAside[] = [
    ...told.unreadable.map((stay) => ({
      ...stay,
      why: stay.isStayTold === true ? ('guests-unreadable' as const) : ('unreadable' as const),
    })),
    ...told.notStored.map(({ pmsId, number }) => ({ pmsId, number, why: 'not-stored' as const, fields: [] })),
  ];
  const known = await setAsideIds(base, source);
  if (aside.length === 0 && known.length === 0) return;
  const still = new Set(aside.map(({ pmsId }) => pmsId));
  const well = new Set([...told.asked, ...told.stored.map(({ pmsId }) => pmsId)]);
  await base.store.transact(async (transaction) => {
    const property = (await transaction.get('pms', source.connection.id))?.name ?? '';
    await changeAlerts(transaction, base.clock.now(), {
      raise: aside.map((each) => alertOf(source, property, each)),
      clear: known.filter((id) => well.has(id) && !still.has(id)).map((id) => alertId(source, id)),
    });
  });
}

function alertOf(source: PmsSource, property: string, { pmsId, number, why, fields }: SetAside): AlertNote {
  const { connection, system } = source;
  return {
    id: alertId(source, pmsId),
    kind: 'stay-set-aside',
    facts: {
      connection: connection.id,
      system: system.name,
      property,
      pmsId,
      why,
      ...(number === null ? {} : { number }),
      ...(fields.length === 0 ? {} : { fields: fields.join(', ') }),
    },
  };
}

function alertId({ connection }: PmsSource, pmsId: string): string {
  return `stay-set-aside/${connection.id}/${pmsId}`;
}
