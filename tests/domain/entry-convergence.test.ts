import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  afterAttempt,
  claim,
  giveUp,
  interrupted,
  tryNow,
  writeAgain,
  type AttemptOutcome,
} from '#domain/locks/entry-outcome';
import { planEntries, sameContent } from '#domain/locks/entry-plan';
import type { DesiredEntry } from '#domain/locks/desired-access';
import type { LockContent, LockEntry } from '#domain/locks/lock-entry';
import type { InstantText } from '#domain/time/time';
import { content } from './lock-entries.ts';

const now = '2026-11-23T15:30:00.000Z' as InstantText;
const place = { lockId: 'lock-101', doorId: '101', credentialId: 'credential-1' } as unknown as DesiredEntry;
const locks = new Map([[place.lockId, { gatewayId: 'gateway-1' as never }]]);
const wishes: readonly (LockContent | null)[] = [content, { ...content, code: '771204' }, null];

const heards = ['answer', 'silence', 'rejected', 'lock-offline', 'no-space'] as const;
type Heard = (typeof heards)[number];

/** A lock and Portal's one entry on it, which may lose touch with each other in every way. */
class Correspondence {
  entry: LockEntry | null = null;
  /** What the lock really holds, by tag. */
  readonly lock = new Map<string, LockContent>();
  #wanted: LockContent | null = null;
  #underWay: { readonly claimed: LockEntry } | null = null;
  #tags = 0;

  wish(wanted: LockContent | null): void {
    this.#wanted = wanted;
    const desired = wanted === null ? [] : [{ ...place, content: wanted }];
    const entries = this.entry === null ? [] : [this.entry];
    const newTag = () => `tag${(this.#tags += 1)}`;
    const plan = planEntries({ keyId: 'key-1' as never, desired, entries, locks, now, newTag });
    if (plan.drop.length > 0) this.entry = null;
    this.entry = plan.put[0] ?? this.entry;
  }

  begin(): void {
    if (this.#underWay !== null || this.entry?.job?.state !== 'waiting') return;
    this.entry = claim(this.entry, this.entry.job);
    this.#underWay = { claimed: this.entry };
  }

  /** The attempt under way ends: it may have landed whatever Portal hears. */
  end(landed: boolean, heard: Heard): void {
    if (this.#underWay === null) return;
    const { claimed } = this.#underWay;
    this.#underWay = null;
    const acts = heard === 'answer' || (heard === 'silence' && landed);
    if (acts) this.#act(claimed);
    if (this.entry === null) return;
    const attempt = { generation: claimed.generation, content: claimed.wanted };
    this.entry = afterAttempt(this.entry, attempt, outcomeOf(claimed, heard), now).entry;
  }

  /** Portal dies; a write under way may land. */
  crash(landed: boolean): void {
    if (this.#underWay !== null && landed) this.#act(this.#underWay.claimed);
    this.#underWay = null;
    this.entry = this.entry === null ? null : interrupted(this.entry, now);
  }

  staff(act: (entry: LockEntry) => LockEntry): void {
    if (this.entry !== null) this.entry = act(this.entry);
  }

  /** The lock answers from now on, and staff lift what was suspended or given up. */
  heal(): void {
    this.end(false, 'silence');
    for (let turn = 0; turn < 5 && this.entry?.job !== null && this.entry !== null; turn += 1) {
      this.entry = tryNow(this.entry, now);
      this.begin();
      this.end(true, 'answer');
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

const step = fc.oneof(
  fc.nat(2).map((index) => (each: Correspondence) => each.wish(wishes[index] ?? null)),
  fc.constant((each: Correspondence) => each.begin()),
  fc.tuple(fc.boolean(), fc.constantFrom(...heards)).map(
    ([landed, heard]) =>
      (each: Correspondence) =>
        each.end(landed, heard),
  ),
  fc.boolean().map((landed) => (each: Correspondence) => each.crash(landed)),
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
