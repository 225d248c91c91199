import type { InstantText } from '#domain/time/time';
import { ManualClock } from '#tests/support/manual-clock';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

const minutes = (count: number) => Temporal.Duration.from({ minutes: count });

describe('the clock of the tests', () => {
  test('stands still until it is moved', async () => {
    const clock = new ManualClock('2026-11-23T15:00:00Z');
    expect(clock.now()).toBe('2026-11-23T15:00:00.000Z');

    await clock.advance({ minutes: 90 });

    expect(clock.now()).toBe('2026-11-23T16:30:00.000Z');
  });

  test('wakes waiters in time order, each at its own moment', async () => {
    const clock = new ManualClock('2026-11-23T15:00:00Z');
    const woken: string[] = [];
    void clock.wait(minutes(3)).then(() => woken.push(`second at ${clock.now()}`));
    void clock.until('2026-11-23T15:01:00.000Z' as InstantText).then(() => woken.push(`first at ${clock.now()}`));
    void clock.wait(minutes(30)).then(() => woken.push('not yet'));

    await clock.advance({ minutes: 10 });

    expect(woken).toEqual(['first at 2026-11-23T15:01:00.000Z', 'second at 2026-11-23T15:03:00.000Z']);
    expect(clock.waiting).toBe(1);
    expect(clock.next).toBe('2026-11-23T15:30:00.000Z');
  });

  test('runs a loop that waits a minute sixty times in an hour', async () => {
    const clock = new ManualClock('2026-11-23T15:00:00Z');
    const stop = new AbortController();
    let rounds = 0;
    const loop = async (): Promise<void> => {
      await clock.wait(minutes(1), stop.signal);
      if (stop.signal.aborted) return;
      rounds += 1;
      await loop();
    };
    const running = loop();

    await clock.advance({ hours: 1 });
    stop.abort();
    await running;

    expect(rounds).toBe(60);
    expect(clock.waiting).toBe(0);
  });

  test('an aborted wait ends without moving the clock', async () => {
    const clock = new ManualClock('2026-11-23T15:00:00Z');
    const stop = new AbortController();
    const waiting = clock.wait(minutes(5), stop.signal);
    stop.abort();

    await expect(waiting).resolves.toBeUndefined();
    expect(clock.now()).toBe('2026-11-23T15:00:00.000Z');
    expect(clock.waiting).toBe(0);
  });

  test('set back, wakes nobody', async () => {
    const clock = new ManualClock('2026-11-23T15:00:00Z');
    void clock.wait(minutes(5));

    await clock.set('2026-11-23T14:00:00Z');

    expect(clock.now()).toBe('2026-11-23T14:00:00.000Z');
    expect(clock.waiting).toBe(1);
  });
});
