import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import type { InstantText } from '#domain/time/time';
import { isSilent } from '#main/pms/silence';
import { ManualClock } from '#tests/support/manual-clock';
import { SkewedClock } from '#tests/support/skewed-clock';

const after = Temporal.Duration.from({ seconds: 30 });

/** A round that goes on while the clocks move. */
function round() {
  const truth = new ManualClock('2026-11-23T12:00:00Z');
  const pc = new SkewedClock(truth);
  let heard: InstantText | null = null;
  let verdict: boolean | 'waiting' = 'waiting';
  const ended = new AbortController();
  void isSilent(pc, { after, heard: () => heard }, ended.signal).then((answer) => (verdict = answer));
  return { truth, pc, ended, hear: () => (heard = pc.now()), verdict: () => verdict };
}

it('a PMS that says nothing for half a minute is silent', async () => {
  const { truth, verdict } = round();
  await truth.advance({ seconds: 29 });
  const before = verdict();
  await truth.advance({ seconds: 2 });

  expect(before).toBe('waiting');
  expect(verdict()).toBe(true);
});

it('one that answered ten seconds ago is not', async () => {
  const { truth, hear, verdict } = round();
  await truth.advance({ seconds: 20 });
  hear();
  await truth.advance({ seconds: 15 });
  const between = verdict();
  await truth.advance({ seconds: 20 });

  expect(between).toBe('waiting');
  expect(verdict()).toBe(true);
});

it.each([{ hours: 3 }, { hours: -3 }])(
  'a PC whose clock is set by %o meanwhile has waited no longer for that',
  async (by) => {
    const { truth, pc, verdict } = round();
    await truth.advance({ seconds: 5 });
    pc.ahead = Temporal.Duration.from(by);
    await truth.advance({ seconds: 5 });

    expect(verdict()).toBe('waiting');
  },
);
