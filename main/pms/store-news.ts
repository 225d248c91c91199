import type { PmsConnection } from '#domain/pms/pms-connection';
import type { InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import type { OtherProperty, PmsAnswer, PmsIdentity } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';
import { knowsItsStays } from './same-property.ts';

/** What a round of questions ended in. */
export type SyncAnswer = PmsAnswer<{ readonly applied: number }> | OtherProperty;

/** Under which name the clock of a connection's PMS is heard. */
export function clockOf(connectionId: string): string {
  return `pms/${connectionId}`;
}

/** Whose clock it is that was heard under this name. */
export function connectionOfClock(from: string): string {
  return from.replace(/^pms\//, '');
}

/**
 * What every round begins with: which property this is, and its clock. A token may be exchanged on the PMS's side: the answers of
 * another property would end every key of this one.
 */
export async function propertyAsked(
  base: Base,
  { connection: { id }, connector }: PmsSource,
  signal: AbortSignal,
): Promise<PmsAnswer<PmsIdentity> | OtherProperty> {
  const property = await connector.identity(signal);
  if (property.outcome !== 'answered') return property;
  base.witness?.hear(clockOf(id), property.value.now);
  const connection = await base.store.read((view) => view.get('pms', id));
  const known = connection?.propertyId ?? null;
  const other = { outcome: 'other-property', name: property.value.name } as const;
  if (known !== null) return known === property.value.id ? property : other;
  const knows = await knowsItsStays(base, id, connector, signal);
  if (knows.outcome !== 'answered') return knows;
  return knows.value ? property : other;
}

/** What a round that brought everything leaves at its connection. */
export function marks({ id, now, name, zone }: PmsIdentity, ours: InstantText): Partial<PmsConnection> {
  return { watermark: now < ours ? now : ours, propertyId: id, name, zone };
}

export async function noteSync(
  base: Base,
  { connection: { id } }: PmsSource,
  change: Partial<PmsConnection>,
): Promise<void> {
  await base.store.transact(async (transaction) => {
    const connection = await transaction.get('pms', id);
    if (connection !== null) await transaction.put('pms', { ...connection, ...change });
  });
}
