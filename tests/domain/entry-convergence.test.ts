import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterAttempt,
  claim,
  dueAt,
  giveUp,
  interrupted,
  isUnderWay,
  tryNow,
  writeAgain,
  type AttemptOutcome,
} from '#domain/locks/entry-outcome';
import { planEntries, sameContent } from '#domain/locks/entry-plan';
import type { DesiredEntry } from '#domain/locks/desired-access';
import type { LockContent, LockEntry } from '#domain/locks/lock-entry';
import type { ProgramId } from '#domain/ids';
import { plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { content } from './lock-entries.ts';

const now = '2026-11-23T15:30:00.000Z' as InstantText;
const place = { lockId: 'lock-101', doorId: '101', credentialId: 'credential-1' } as unknown as DesiredEntry;
const locks = new Map([[place.lockId, { gatewayId: 'gateway-1' as never }]]);
const wishes: readonly (LockContent | null)[] = [content, { ...content, code: '771204' }, null];

/** Two that share the store. */
const programs = ['desk-1' as ProgramId, 'desk-2' as ProgramId] as const;
const term = Temporal.Duration.from({ minutes: 1 });

const heards = ['answer', 'silence', 'rejected', 'lock-offline', 'no-space'] as const;
type Heard = (typeof heards)[number];

/** A lock, and Portal's one entry on it, which may lose touch with each other in every way. */
class Correspondence {
  entry: LockEntry | null = null;
  /** What the lock really holds, by tag. */
  readonly lock = new Map<string, LockContent>();
  #wanted: LockContent | null = null;
  /** What each program is at, as it knows itself. */
  readonly #atIt = new Map<ProgramId, LockEntry>();
  #now = now;
  #tags = 0;
  /** The most programs that were at the lock at one time. */
  mostAtOnce = 0;

  wish(wanted: LockContent | null): void {
    this.#wanted = wanted;
    const desired = wanted === null ? [] : [{ ...place, content: wanted }];
    const entries = this.entry === null ? [] : [this.entry];
    const newTag = () => `tag${(this.#tags += 1)}`;
    const plan = planEntries({ keyId: 'key-1' as never, desired, entries, locks, now, newTag });
    if (plan.drop.length > 0) this.entry = null;
    this.entry = plan.put[0] ?? this.entry;
  }

  begin(by: ProgramId): void {
    if (this.#atIt.has(by) || this.entry?.job == null) return;
    const due = dueAt(this.entry);
    if (due === null || due > this.#now) return;
    this.entry = claim(this.entry, this.entry.job, { by, until: plus(this.#now, term) });
    this.#atIt.set(by, this.entry);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atIt.size);
  }

  /** The attempt of a program ends: it may have landed whatever Portal hears. */
  end(by: ProgramId, landed: boolean, heard: Heard): void {
    const claimed = this.#atIt.get(by);
    if (claimed === undefined) return;
    this.#atIt.delete(by);
    const acts = heard === 'answer' || (heard === 'silence' && landed);
    if (acts) this.#act(claimed);
    if (this.entry === null) return;
    const attempt = { by, generation: claimed.generation, content: claimed.wanted };
    this.entry = afterAttempt(this.entry, attempt, outcomeOf(claimed, heard), this.#now).entry;
  }

  /** One program dies; a write under way may land. The other hears nothing of it. */
  crash(by: ProgramId, landed: boolean): void {
    const claimed = this.#atIt.get(by);
    if (claimed !== undefined && landed) this.#act(claimed);
    this.#atIt.delete(by);
  }

  /** The only Portal on this store starts anew: whatever was under way is nobody's. */
  startAlone(landed: boolean): void {
    for (const by of programs) this.crash(by, landed);
    this.entry = this.entry === null ? null : interrupted(this.entry, this.#now);
  }

  /** Longer than an attempt may take; whoever is alive has ended theirs before. */
  timePasses(): void {
    for (const by of programs) this.end(by, false, 'silence');
    this.#now = plus(this.#now, Temporal.Duration.from({ minutes: 10 }));
  }

  staff(act: (entry: LockEntry) => LockEntry): void {
    if (this.entry !== null) this.entry = act(this.entry);
  }

  /** The lock answers from now on, and staff lift what was suspended or given up. */
  heal(): void {
    this.timePasses();
    for (let turn = 0; turn < 5 && this.entry?.job !== null && this.entry !== null; turn += 1) {
      this.entry = tryNow(this.entry, this.#now);
      this.begin(programs[1]);
      this.end(programs[1], true, 'answer');
    }
  }

  get isTrue(): boolean {
    const held = [...this.lock.values()];
    if (this.#wanted === null) return this.entry === null && held.length === 0;
    const right = held.length === 1 && sameContent(held[0] ?? null, this.#wanted);
    return (
      right &&
      this.entry !== null &&
      this.entry.job === null &&
      sameContent(this.entry.held?.content ?? null, this.#wanted)
    );
  }

  get now(): InstantText {
    return this.#now;
  }

  /** Nothing that may be on the lock is forgotten. */
  get isKnown(): boolean {
    return [...this.lock.keys()].every((tag) => this.entry?.tag === tag && this.entry.touched);
  }

  /** Removals are tried without end. */
  get isPatient(): boolean {
    const { entry } = this;
    return entry === null || entry.wanted !== null || entry.job?.state === 'waiting' || entry.job?.state === 'running';
  }

  #act({ tag, wanted }: LockEntry): void {
    if (wanted === null) this.lock.delete(tag);
    else this.lock.set(tag, wanted);
  }
}

function outcomeOf(claimed: LockEntry, heard: Heard): AttemptOutcome {
  if (heard === 'answer') return claimed.wanted === null ? { outcome: 'removed' } : { outcome: 'written', ref: null };
  if (heard === 'silence') return { outcome: 'unknown', ref: null, error: { kind: 'not-confirmed', native: '' } };
  return { outcome: 'failed', error: { kind: heard, native: '' } };
}

const anyProgram = fc.constantFrom(...programs);
const step = fc.oneof(
  fc.nat(2).map((index) => (each: Correspondence) => each.wish(wishes[index] ?? null)),
  anyProgram.map((by) => (each: Correspondence) => each.begin(by)),
  fc.tuple(anyProgram, fc.boolean(), fc.constantFrom(...heards)).map(
    ([by, landed, heard]) =>
      (each: Correspondence) =>
        each.end(by, landed, heard),
  ),
  fc.tuple(anyProgram, fc.boolean()).map(
    ([by, landed]) =>
      (each: Correspondence) =>
        each.crash(by, landed),
  ),
  fc.boolean().map((landed) => (each: Correspondence) => each.startAlone(landed)),
  fc.constant((each: Correspondence) => each.timePasses()),
  fc.constant((each: Correspondence) => each.staff((entry) => tryNow(entry, now))),
  fc.constant((each: Correspondence) =>
    each.staff((entry) => (entry.wanted === null ? entry : writeAgain(entry, now))),
  ),
  fc.constant((each: Correspondence) => each.staff((entry) => (entry.wanted === null ? entry : giveUp(entry)))),
);

it('whatever happens in whatever order, a lock that answers in the end holds what it should, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const both = new Correspondence();
      steps.forEach((act) => act(both));
      both.heal();

      expect(both.isTrue).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

it('two programs on one store are never at a lock together, and a dead one keeps it from nobody for long', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const both = new Correspondence();
      steps.forEach((act) => act(both));
      both.timePasses();

      expect(both.mostAtOnce).toBeLessThanOrEqual(1);
      expect(both.entry === null || !isUnderWay(both.entry, both.now)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});

it('at every moment Portal knows of each code that may be on the lock, and removals are never given up', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const both = new Correspondence();

      const moments = steps.map((act) => {
        act(both);
        return both.isKnown && both.isPatient;
      });

      expect(moments).not.toContain(false);
    }),
    { numRuns: 3_000 },
  );
});
