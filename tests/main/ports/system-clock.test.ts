import type { InstantText } from '#domain/time/time';
import { instantText, plus } from '#domain/time/time';
import { systemClock } from '#main/ports/system-clock';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const hours = (count: number) => Temporal.Duration.from({ hours: count });

// Vitest's fake timers stand in for the computer's: the clock under test is the one that talks to them.
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 15), toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the system clock', () => {
  test('tells the time in UTC with milliseconds', () => {
    expect(instantText.parse(systemClock().now())).toBe('2026-11-23T15:00:00.000Z');
  });

  test('a wait ends when its time has passed and not before', async () => {
    const ended = vi.fn<() => void>();
    void systemClock().wait(hours(2)).then(ended);

    await vi.advanceTimersByTimeAsync(2 * 3_600_000 - 1);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  test('a wait of thirty days, longer than a Node timer can be, does not end at once', async () => {
    const ended = vi.fn<() => void>();
    void systemClock()
      .wait(hours(30 * 24))
      .then(ended);

    await vi.advanceTimersByTimeAsync(29 * 24 * 3_600_000);
    expect(ended).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(ended).toHaveBeenCalledOnce();
  });

  test('waiting for a moment in the past ends at once', async () => {
    await expect(systemClock().until('2026-11-23T14:59:59.999Z' as InstantText)).resolves.toBeUndefined();
  });

  test('a PC that slept through the moment notices within a minute of waking', async () => {
    const clock = systemClock();
    const ended = vi.fn<() => void>();
    void clock.until(plus(clock.now(), hours(8))).then(ended);

    vi.setSystemTime(Date.UTC(2026, 10, 24, 7));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(ended).toHaveBeenCalledOnce();
  });

  test('an aborted wait ends at once and leaves no timer behind', async () => {
    const stop = new AbortController();
    const waiting = systemClock().wait(hours(1), stop.signal);
    stop.abort();

    await expect(waiting).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a wait that was aborted before it began does not begin', async () => {
    await expect(systemClock().wait(hours(1), AbortSignal.abort())).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });
});
