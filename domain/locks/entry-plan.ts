import type { DesiredEntry } from './desired-access.ts';
import type { Lock } from '#domain/house/door';
import type { EntryId, KeyId, LockId } from '#domain/ids';
import type { Job, LockContent, LockEntry } from './lock-entry.ts';
import type { InstantText } from '#domain/time/time';

/**
 * Desired against reported: which entries of a key come into being, change their wish, or are to be emptied. The job of
 * an entry is nothing but this difference; computing it again changes nothing.
 */
export interface EntryPlan {
  readonly put: readonly LockEntry[];
  /** Entries that no lock can hold: they never left Portal. */
  readonly drop: readonly EntryId[];
}

export interface EntryFacts {
  readonly keyId: KeyId;
  readonly desired: readonly DesiredEntry[];
  /** Every entry of the key. */
  readonly entries: readonly LockEntry[];
  readonly locks: ReadonlyMap<LockId, Pick<Lock, 'gatewayId'>>;
  readonly now: InstantText;
  /** A tag that no other entry has. */
  readonly newTag: () => string;
}

export function planEntries(facts: EntryFacts): EntryPlan {
  const wanted = new Map(facts.desired.map((each) => [entryIdOf(each), each]));
  const known = new Set(facts.entries.map((entry) => entry.id));

  const fresh = [...wanted]
    .filter(([id]) => !known.has(id))
    .flatMap(([id, desired]) => newEntry(id, desired, facts) ?? []);
  const changed = facts.entries
    .map((entry) => withWish(entry, wanted.get(entry.id) ?? null, facts.now))
    .filter((entry, position) => entry !== facts.entries[position]);
  const drop = changed.filter((entry) => entry.wanted === null && !entry.touched).map((entry) => entry.id);

  return { put: [...fresh, ...changed.filter((entry) => !drop.includes(entry.id))], drop };
}

export function entryIdOf(place: Pick<DesiredEntry, 'lockId' | 'credentialId'>): EntryId {
  return `${place.lockId}/${place.credentialId}` as EntryId;
}

export function sameContent(one: LockContent | null, other: LockContent | null): boolean {
  return JSON.stringify(canonical(one)) === JSON.stringify(canonical(other));
}

/** A job that is due at once. */
export function newJob(now: InstantText, readFirst: boolean): Job {
  return {
    state: 'waiting',
    attempts: 0,
    rejections: 0,
    nextAttemptAt: now,
    readFirst,
    lastError: null,
    queuedAt: now,
  };
}

function newEntry(id: EntryId, desired: DesiredEntry, facts: EntryFacts): LockEntry | null {
  const lock = facts.locks.get(desired.lockId);
  if (lock === undefined) return null;
  return {
    id,
    lockId: desired.lockId,
    gatewayId: lock.gatewayId,
    doorId: desired.doorId,
    keyId: facts.keyId,
    credentialId: desired.credentialId,
    kind: desired.content.kind,
    tag: facts.newTag(),
    wanted: desired.content,
    generation: 1,
    held: null,
    touched: false,
    ref: null,
    job: newJob(facts.now, false),
    underWay: null,
  };
}

/** The same object when nothing changes. */
function withWish(entry: LockEntry, desired: DesiredEntry | null, now: InstantText): LockEntry {
  const content = desired?.content ?? null;
  if (sameContent(entry.wanted, content)) return entry;

  const underWay = entry.underWay !== null;
  // A write of the old wish may still land: only a read after it can tell that the lock is as it should be.
  const settled = !underWay && (content === null ? !entry.touched : sameContent(entry.held?.content ?? null, content));
  const untried =
    entry.job === null || (entry.job.state === 'waiting' && entry.job.attempts === 0 && !entry.job.readFirst);
  const certain = settled && untried;
  return {
    ...entry,
    wanted: content,
    generation: entry.generation + 1,
    job:
      certain || (content === null && !entry.touched) ? null : newJob(now, underWay || (entry.job?.readFirst ?? false)),
  };
}

function canonical(content: LockContent | null): unknown {
  if (content === null) return null;
  const { from, to, weekdays, hours } = content.window;
  const days = weekdays === null ? null : [...weekdays].toSorted((one, other) => one - other);
  return [content.kind, content.code, from, to, days, hours === null ? null : [hours.from, hours.to]];
}
