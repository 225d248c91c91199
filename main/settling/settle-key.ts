import { desiredForKey } from '#domain/locks/desired-access';
import { planEntries } from '#domain/locks/entry-plan';
import type { KeycardId } from '#domain/ids';
import type { Actor, Key } from '#domain/key/key';
import { withStatus } from '#domain/key/key-status';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import type { Base } from '#main/base';
import { settleCardAlerts } from './card-alerts.ts';
import { settleCards, type SettledCards } from './settle-cards.ts';
import type { Transaction } from '#main/storage/store';
import { clear, raise, record } from '#main/timeline/record';
import { withCodes } from './assign-codes.ts';
import { surroundings, type Surroundings } from './surroundings.ts';
import { newTag } from './new-tag.ts';

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
 * its keycards, what each lock should hold, the jobs for the difference, its timeline and its alerts.
 */
export async function settleKey(transaction: Transaction, base: Base, decision: KeyDecision): Promise<Key> {
  const now = base.clock.now();
  const around = await surroundings(transaction, decision.key);
  const coded = decision.codeNeeded
    ? await withCodes(transaction, base, { key: decision.key, by: decision.by, around, now })
    : { key: decision.key, notes: [] };
  const { reservation, settings } = around;
  const dated = withStatus(coded.key, { reservation, zone: settings.zone, now });
  const carded = await settleCards(transaction, { key: dated, now, isAskedAgain: decision.codeNeeded });
  const key = await follow(transaction, base, { key: carded.key, cards: carded.uids, around, now });
  await settleCardAlerts(transaction, { key, around, now });
  const notes = [...decision.notes, ...coded.notes, ...carded.notes].map((note) => ({
    keyId: key.id,
    reservationId: key.reservationId,
    ...note,
  }));
  await record(transaction, { at: now, by: decision.by, notes });
  for (const id of carded.freed) await handOn(transaction, base, id);
  return key;
}

/** A card that came free goes to the key that has reserved it for the whole property. */
export async function handOn(transaction: Transaction, base: Base, id: KeycardId): Promise<void> {
  for (const waiting of await transaction.find('keys', 'strictKeycard', { value: id })) {
    await settleKey(transaction, base, { key: waiting, notes: [], by: { kind: 'portal' }, codeNeeded: false });
  }
}

async function follow(
  transaction: Transaction,
  base: Base,
  facts: {
    /** With its status as of now. */
    readonly key: Key;
    readonly cards: SettledCards['uids'];
    readonly around: Surroundings;
    readonly now: InstantText;
  },
): Promise<Key> {
  const { around, cards, now } = facts;
  const { reservation, settings, doors, locks } = around;
  const limits = new Map([...locks].map(([id, lock]) => [id, lock.limits]));
  const desired = desiredForKey({ key: facts.key, reservation, doors, limits, settings, cards, now });
  const key = { ...facts.key, statusChangesAt: earlier(facts.key.statusChangesAt, desired.changesAt) };
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
