import { describe, expect, it } from 'vitest';
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
import { planEntries } from '#domain/locks/entry-plan';
import { lockEntry, type Job, type LockEntry, type LockErrorKind } from '#domain/locks/lock-entry';
import type { ProgramId } from '#domain/ids';
import type { InstantText } from '#domain/time/time';
import { content, entry, job } from './lock-entries.ts';

const now = '2026-11-23T15:30:00.000Z' as InstantText;
const by = 'desk-1' as ProgramId;
const underWay = { by, until: '2026-11-23T15:31:00.000Z' as InstantText };
const waiting: Job = { ...job, attempts: 0, rejections: 0, lastError: null, nextAttemptAt: now };
const unwritten = entry({ held: null, touched: false, ref: null, job: waiting });
const leaving = entry({ wanted: null, job: waiting });

/** The entry after the attempt that it waits for ended so. */
function attempted(before: LockEntry, outcome: AttemptOutcome) {
  const claimed = claim(before, before.job ?? waiting, underWay);
  return afterAttempt(claimed, { by, generation: claimed.generation, content: claimed.wanted }, outcome, now);
}

const failed = (kind: LockErrorKind): AttemptOutcome => ({ outcome: 'failed', error: { kind, native: 'why' } });
const unknown: AttemptOutcome = { outcome: 'unknown', ref: null, error: { kind: 'not-confirmed', native: 'timeout' } };
const written: AttemptOutcome = { outcome: 'written', ref: null };
const removed: AttemptOutcome = { outcome: 'removed' };

describe('an attempt', () => {
  it('marks the lock as touched before the lock hears of it', () => {
    expect(claim(unwritten, waiting, underWay)).toMatchObject({
      touched: true,
      job: { state: 'running', attempts: 1 },
    });
  });

  it('that was written leaves nothing to do', () => {
    expect(attempted(unwritten, written).entry).toMatchObject({ job: null, held: { content, verifiedAt: now } });
  });

  it('that removed ends the entry', () => {
    expect(attempted(leaving, removed).entry).toBeNull();
  });

  it('that got no answer is followed by a read', () => {
    expect(attempted(unwritten, unknown).entry?.job).toMatchObject({ state: 'waiting', readFirst: true });
  });

  it('under way when Portal ended is followed by a read, at once', () => {
    const after = interrupted(claim(unwritten, waiting, underWay), now);

    expect(after.job).toMatchObject({ state: 'waiting', readFirst: true, nextAttemptAt: now, attempts: 1 });
  });

  it('that failed is told with 4117, its number and its cause', () => {
    expect(attempted(unwritten, failed('lock-offline')).notes).toMatchObject([
      { kind: 'write-failed', facts: { attempt: '1', error: 'lock-offline', native: 'why', code: '4117' } },
    ]);
  });
});

describe('an attempt has an owner', () => {
  const begun = claim(unwritten, waiting, underWay);
  const other = { by: 'desk-2' as ProgramId, until: '2026-11-23T15:40:00.000Z' as InstantText };

  it('who alone settles it', () => {
    const after = afterAttempt(begun, { by: other.by, generation: 1, content }, written, now);

    expect(after).toEqual({ entry: begun, notes: [], raise: [], clear: [] });
  });

  it('and is due for another once the time is over, who reads first', () => {
    expect(isUnderWay(begun, now)).toBe(true);
    expect(isUnderWay(begun, underWay.until)).toBe(false);
    expect(dueAt(begun)).toBe(underWay.until);
    expect(claim(begun, begun.job!, other)).toMatchObject({ underWay: other, job: { attempts: 2, readFirst: true } });
  });

  it('also when the wish has changed meanwhile', () => {
    const [changed] = planEntries({
      keyId: begun.keyId,
      desired: [],
      entries: [begun],
      locks: new Map(),
      now,
      newTag: () => 'never',
    }).put;

    expect(changed).toMatchObject({ wanted: null, underWay, job: { state: 'waiting', readFirst: true } });
    expect(dueAt(changed!)).toBe(underWay.until);
  });

  it('and a record of an older release, which names none, is due at once', () => {
    const { underWay: _, ...older } = claim(unwritten, waiting, underWay);

    expect(dueAt(older as LockEntry)).toBe(now);
    expect(lockEntry.parse(older).underWay).toBeNull();
  });
});

describe('a refusal', () => {
  it.each(['duplicate', 'no-space', 'slot-occupied', 'bad-value', 'unsupported', 'no-such-lock'] as const)(
    'of the kind %s is final at once',
    (kind) => {
      expect(attempted(unwritten, failed(kind)).entry?.job?.state).toBe('suspended');
    },
  );

  it('for no reason of ours is tried three times', () => {
    const once = attempted(unwritten, failed('rejected')).entry!;
    const twice = attempted(once, failed('rejected')).entry!;
    const thrice = attempted(twice, failed('rejected')).entry!;

    expect([once, twice, thrice].map((each) => each.job?.state)).toEqual(['waiting', 'waiting', 'suspended']);
  });

  it.each(['lock-offline', 'gateway-down', 'gateway-busy', 'not-confirmed'] as const)(
    'is not what %s is: the count of refusals begins anew',
    (kind) => {
      const twice = entry({ ...unwritten, job: { ...waiting, rejections: 2 } });

      expect(attempted(twice, failed(kind)).entry?.job).toMatchObject({ state: 'waiting', rejections: 0 });
    },
  );

  it.each(['rejected', 'duplicate', 'unsupported', 'no-such-lock', 'lock-offline'] as const)(
    'to remove (%s) never ends the tries, and staff are told',
    (kind) => {
      const after = attempted(entry({ ...leaving, job: { ...waiting, rejections: 9 } }), failed(kind));

      expect(after.entry?.job?.state).toBe('waiting');
      expect(after.raise).toEqual(['removal-failing']);
    },
  );
});

describe('a late answer to an older wish', () => {
  const newer = entry({ wanted: null, generation: 2, job: { ...waiting, readFirst: true }, underWay });
  const old = { by, generation: 1, content };

  it('"written" is known, and settles nothing', () => {
    const after = afterAttempt(entry({ ...newer, held: null }), old, written, now);

    expect(after.entry).toEqual({ ...newer, held: { content, verifiedAt: now }, underWay: null });
    expect(after.notes).toEqual([]);
  });

  it('"removed" is known, and does not end an entry that is wanted again', () => {
    const again = entry({ ...newer, wanted: content, generation: 3 });

    const after = afterAttempt(again, { by, generation: 2, content: null }, removed, now);

    expect(after.entry).toEqual({ ...again, held: null, underWay: null });
  });

  it('a failure or a silence changes nothing', () => {
    const free = { ...newer, underWay: null };

    expect(afterAttempt(newer, old, failed('rejected'), now).entry).toEqual(free);
    expect(afterAttempt(newer, old, unknown, now).entry).toEqual(free);
  });
});

describe('staff', () => {
  it('who retry lift a suspension and the count of refusals; the count of attempts goes on', () => {
    const suspended = entry({ job: { ...waiting, state: 'suspended', attempts: 3, rejections: 3 } });

    expect(tryNow(suspended, now).job).toMatchObject({
      state: 'waiting',
      attempts: 3,
      rejections: 0,
      nextAttemptAt: now,
    });
  });

  it('who provision again start a new schedule and keep what has to be read first', () => {
    const unsure = entry({ job: { ...waiting, attempts: 7, readFirst: true } });

    expect(writeAgain(unsure, now)).toMatchObject({ held: null, generation: 2, job: { attempts: 0, readFirst: true } });
  });

  it('who give up in the middle of an attempt are heard when it fails', () => {
    const stopped = giveUp(claim(unwritten, waiting, underWay));
    const after = afterAttempt(stopped, { by, generation: 1, content }, unknown, now);

    expect(after.entry?.job).toMatchObject({ state: 'given-up', readFirst: true });
  });

  it('who give up in the middle of an attempt that succeeds have a lock that is written', () => {
    const stopped = giveUp(claim(unwritten, waiting, underWay));
    const after = afterAttempt(stopped, { by, generation: 1, content }, written, now);

    expect(after.entry).toMatchObject({ job: null, held: { content } });
    expect(after.clear).toContain('write-given-up');
  });
});
