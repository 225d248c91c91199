import { desiredForKey } from '#domain/locks/desired-access';
import { planEntries } from '#domain/locks/entry-plan';
import type { KeycardId } from '#domain/ids';
import type { LockEntry } from '#domain/locks/lock-entry';
import type { Actor, Key } from '#domain/key/key';
import { withStatus } from '#domain/key/key-status';
import type { KeySituation } from '#domain/situation/key-situation';
import type { InstantText } from '#domain/time/time';
import type { TimelineNote } from '#domain/key/timeline';
import type { Base } from '#main/base';
import type { Write } from '#main/storage/look-ups';
import type { Transaction } from '#main/storage/store';
import { leaveLine } from '#main/provisioning/place-line';
import { recordWrites } from '#main/timeline/record';
import { withCodes } from './assign-codes.ts';
import { loadSituation } from './load-situation.ts';
import { newTag } from './new-tag.ts';
import { alertWrites } from './settle-alerts.ts';
import { settleCards, type SettledCards } from './settle-cards.ts';

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
 * its keycards, what each lock should hold, the jobs for the difference, its timeline and its alerts. Reads the key's situation
 * once and writes once.
 */
export async function settleKey(transaction: Transaction, base: Base, decision: KeyDecision): Promise<Key> {
  const now = base.clock.now();
  const before = await loadSituation(transaction, decision.key, now);
  const coded = decision.codeNeeded
    ? await withCodes(transaction, base, { situation: before, by: decision.by })
    : { key: decision.key, notes: [] };
  const { reservation, settings } = before;
  const dated = { ...before, key: withStatus(coded.key, { reservation, zone: settings.zone, now }) };
  const carded = await settleCards(transaction, { situation: dated, isAskedAgain: decision.codeNeeded });
  const locked = atLocks({ ...dated, key: carded.key, cards: carded.cards }, carded.uids, base);
  const { key } = locked.situation;
  const notes = [...decision.notes, ...coded.notes, ...carded.notes].map((note) => ({
    keyId: key.id,
    reservationId: key.reservationId,
    ...note,
  }));
  await transaction.write([
    { collection: 'keys', put: key },
    ...locked.writes,
    ...alertWrites(locked.situation),
    ...(await recordWrites(transaction, { at: now, by: decision.by, notes })),
  ]);
  for (const entry of locked.dropped) await leaveLine(transaction, entry, now);
  for (const id of carded.freed) await handOn(transaction, base, id);
  return key;
}

/** A card that came free goes to the key that has reserved it for the whole property. */
export async function handOn(transaction: Transaction, base: Base, id: KeycardId): Promise<void> {
  for (const waiting of await transaction.find('keys', 'strictKeycard', { value: id })) {
    await settleKey(transaction, base, { key: waiting, notes: [], by: { kind: 'portal' }, codeNeeded: false });
  }
}

/** What each lock should hold from now on, and when that changes by time alone. */
function atLocks(
  situation: KeySituation,
  cards: SettledCards['uids'],
  base: Pick<Base, 'random'>,
): {
  readonly situation: KeySituation;
  readonly writes: readonly Write[];
  /** Entries that never reached a lock, as they were. */
  readonly dropped: readonly LockEntry[];
} {
  const { reservation, settings, doors, locks, now } = situation;
  const limits = new Map([...locks].map(([id, lock]) => [id, lock.limits]));
  const desired = desiredForKey({ key: situation.key, reservation, doors, limits, settings, cards, now });
  const key = { ...situation.key, statusChangesAt: earlier(situation.key.statusChangesAt, desired.changesAt) };
  const entries = [...situation.entries.values()];
  const newTagFor = (): string => newTag(base.random);
  const plan = planEntries({ keyId: key.id, desired: desired.entries, entries, locks, now, newTag: newTagFor });
  return {
    situation: { ...situation, key },
    dropped: entries.filter(({ id }) => plan.drop.includes(id)),
    writes: [
      ...plan.put.map((put): Write => ({ collection: 'entries', put })),
      ...plan.drop.map((remove): Write => ({ collection: 'entries', remove })),
    ],
  };
}

function earlier(one: InstantText | null, other: InstantText | null): InstantText | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
