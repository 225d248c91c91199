import { desiredForKey } from '#domain/desired-access';
import { planEntries } from '#domain/entry-plan';
import type { Actor, Key } from '#domain/key';
import { withStatus } from '#domain/key-status';
import type { InstantText } from '#domain/time';
import type { TimelineNote } from '#domain/timeline';
import type { Base } from '#main/base';
import type { Transaction } from '#main/storage/store';
import { clear, raise, record } from '#main/timeline/record';
import { withCodes } from './assign-codes.ts';
import { surroundings, type Surroundings } from './surroundings.ts';
import { newTag } from './tag.ts';

/** What a service has decided about a key; `settleKey` makes the rest follow. */
export interface KeyDecision {
  readonly key: Key;
  readonly notes: readonly TimelineNote[];
  readonly by: Actor;
  /** Doorcodes are looked at again: kept where they are still free, drawn where they are missing. */
  readonly codeNeeded: boolean;
}

/**
 * Stores a key together with everything that follows from it, in the caller's transaction: its doorcodes, its status,
 * what each lock should hold, the jobs for the difference, its timeline and its alerts.
 */
export async function settleKey(transaction: Transaction, base: Base, decision: KeyDecision): Promise<Key> {
  const now = base.clock.now();
  const around = await surroundings(transaction, decision.key);
  const coded = decision.codeNeeded
    ? await withCodes(transaction, base, { key: decision.key, by: decision.by, around, now })
    : { key: decision.key, notes: [] };
  const key = await follow(transaction, base, { key: coded.key, around, now });
  const notes = [...decision.notes, ...coded.notes].map((note) => ({
    keyId: key.id,
    reservationId: key.reservationId,
    ...note,
  }));
  await record(transaction, { at: now, by: decision.by, notes });
  return key;
}

async function follow(
  transaction: Transaction,
  base: Base,
  facts: { readonly key: Key; readonly around: Surroundings; readonly now: InstantText },
): Promise<Key> {
  const { around, now } = facts;
  const { reservation, settings, doors, locks } = around;
  const dated = withStatus(facts.key, { reservation, zone: settings.zone, now });
  const limits = new Map([...locks].map(([id, lock]) => [id, lock.limits]));
  const desired = desiredForKey({ key: dated, reservation, doors, limits, settings, now });
  const key = { ...dated, statusChangesAt: earlier(dated.statusChangesAt, desired.changesAt) };
  const entries = await transaction.find('entries', 'key', { value: key.id });
  const plan = planEntries({
    keyId: key.id,
    desired: desired.entries,
    entries,
    locks,
    now,
    newTag: () => newTag(base.random),
  });
  for (const entry of plan.put) await transaction.put('entries', entry);
  for (const id of plan.drop) await transaction.remove('entries', id);
  await transaction.put('keys', key);
  await settleCodeAlert(transaction, key, now);
  return key;
}

/** A live key whose doorcode could not be assigned needs a person; one that is not due yet does not. */
async function settleCodeAlert(transaction: Transaction, key: Key, now: InstantText): Promise<void> {
  const id = `no-doorcode/${key.id}`;
  const isLive = key.status === 'upcoming' || key.status === 'current';
  const lacking = key.people.find(
    ({ doorcode }) =>
      doorcode?.code === null && doorcode.unassigned !== 'not-yet-due' && doorcode.unassigned !== 'type-disabled',
  );
  if (!isLive || lacking === undefined) return clear(transaction, [id]);
  const reason = lacking.doorcode?.unassigned ?? 'no-code-left';
  return raise(transaction, now, [{ id, kind: 'no-doorcode', keyId: key.id, facts: { reason } }]);
}

function earlier(one: InstantText | null, other: InstantText | null): InstantText | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
