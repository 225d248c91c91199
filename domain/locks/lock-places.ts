import type { Lock, LockRef } from '#domain/house/door';
import type { LockEntry } from './lock-entry.ts';

/**
 * A lock holds so many credentials and no more. What is on it stays there; of what waits, the soonest to open is written
 * first. What does not fit waits in line: suspended for `no-space`, without asking the lock, until a place comes free.
 */
export type LockPlaces = Pick<Lock, 'limits' | 'foreign'>;

/** Whether an entry has, or may have, a place on its lock. */
function hasPlace(entry: Pick<LockEntry, 'held' | 'touched' | 'job'>): boolean {
  return entry.held !== null || (entry.touched && !wasRefusedAPlace(entry));
}

/** Whether an entry waits for a place and is not tried by itself. */
export function isInLine(entry: LockEntry): boolean {
  return entry.wanted !== null && entry.job?.state === 'suspended' && wasRefusedAPlace(entry);
}

/** How many more the lock takes. */
function freePlaces({ limits, foreign }: LockPlaces, entries: readonly LockEntry[]): number {
  return limits.places - foreign.length - entries.filter(hasPlace).length;
}

/**
 * Whether a write must wait in line: nothing is free, or the lock has lately said so to another that waits.
 *
 * @param entries Of the whole lock.
 */
export function mustWait(entry: LockEntry, lock: LockPlaces, entries: readonly LockEntry[]): boolean {
  if (entry.wanted === null || hasPlace(entry)) return false;
  if (freePlaces(lock, entries) <= 0) return true;
  return !wasRefusedAPlace(entry) && entries.some(isInLine);
}

/** Who is tried next when a place may be free; null: nobody waits, or nothing is free. */
export function nextInLine(lock: LockPlaces, entries: readonly LockEntry[]): LockEntry | null {
  if (freePlaces(lock, entries) <= 0) return null;
  return entries.filter(isInLine).toSorted(soonestFirst)[0] ?? null;
}

/** In the order in which a lock is written to: what ends access, then what opens soonest, then what was queued first. */
export function soonestFirst(one: LockEntry, other: LockEntry): number {
  return byText(one.wanted?.window.from ?? '', other.wanted?.window.from ?? '') || byText(queued(one), queued(other));
}

/**
 * The lowest place that is nobody's, on a lock that knows its credentials by place; null: there is none. An entry keeps
 * its place for life: a code that moves is a duplicate of itself for a moment.
 */
export function placeFor({ limits, foreign }: LockPlaces, entries: readonly LockEntry[]): LockRef | null {
  const taken = new Set([...foreign, ...entries.flatMap(({ ref }) => ref ?? [])]);
  for (let place = 1; place <= limits.places; place += 1) {
    const ref = String(place) as LockRef;
    if (!taken.has(ref)) return ref;
  }
  return null;
}

/** Whether what a lock holds is this entry's. */
export function isOf(
  { limits }: Pick<Lock, 'limits'>,
  entry: Pick<LockEntry, 'tag' | 'ref' | 'touched'>,
  found: { readonly tag: string | null; readonly ref: LockRef | null },
): boolean {
  return limits.recognisedBy === 'tag' ? found.tag === entry.tag : entry.touched && found.ref === entry.ref;
}

/** Refused for the want of a place, and nothing that was sent before may have landed. */
function wasRefusedAPlace({ job }: Pick<LockEntry, 'job'>): boolean {
  return job?.lastError?.kind === 'no-space' && !job.readFirst;
}

function queued({ job }: LockEntry): string {
  return job?.queuedAt ?? '';
}

function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
