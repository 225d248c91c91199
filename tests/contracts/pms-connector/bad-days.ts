import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { go, nextPause, passPause, today, until, type PmsHarness, type StartHarness } from './harness.ts';

/** What becomes of a PMS that refuses, fails or is silent. */
export function badDaysContract(start: StartHarness): void {
  let hotel: PmsHarness;
  beforeEach(async () => {
    hotel = await start();
  });
  afterEach(() => hotel.stop());

  describe('bad days', () => {
    test('scenario 1: a withdrawn token is unauthorised each time, and with the token back it goes on', async () => {
      hotel.outage('unauthorised', 60);
      const first = await hotel.connector.property(go);
      const second = await hotel.connector.staysColliding(today, go);
      await hotel.clock.advance({ minutes: 1 });

      expect([first.outcome, second.outcome]).toEqual(['unauthorised', 'unauthorised']);
      expect((await hotel.connector.property(go)).outcome).toBe('answered');
    });

    test('scenario 4: a PMS that names the seconds is left alone for exactly that long', async () => {
      hotel.throttle(7, 'seconds');
      const property = hotel.connector.property(go);

      expect(await nextPause(hotel)).toBe(7000);
      await hotel.clock.advance({ seconds: 7 });
      expect((await property).outcome).toBe('answered');
    });

    test('scenario 4: a PMS that names a moment is left alone until then', async () => {
      hotel.throttle(9, 'date');
      const property = hotel.connector.property(go);

      expect(await nextPause(hotel)).toBe(9000);
      await hotel.clock.advance({ seconds: 9 });
      expect((await property).outcome).toBe('answered');
    });

    test('scenario 4: a PMS that names nothing is asked after growing, uneven pauses, and then left to the caller', async () => {
      hotel.throttle(3600, 'none');
      const property = hotel.connector.property(go);

      const pauses = [
        await passPause(hotel),
        await passPause(hotel),
        await passPause(hotel),
        await passPause(hotel),
      ] as const;

      expect(pauses.every((pause, nth) => pause >= 1000 * 2 ** nth && pause < 1500 * 2 ** nth)).toBe(true);
      expect(pauses.some((pause) => pause % 1000 !== 0)).toBe(true);
      const answer = await property;
      expect(answer).toMatchObject({ outcome: 'unreachable', retryAt: expect.any(String) });
      expect(hotel.calls()).toBe(5);
    });

    test('scenario 4: a pause of an hour is not waited for but told, and the PMS is not asked meanwhile', async () => {
      hotel.throttle(3600, 'seconds');
      const first = await hotel.connector.property(go);
      const second = await hotel.connector.property(go);
      await hotel.clock.advance({ hours: 1 });

      expect(first).toMatchObject({ outcome: 'unreachable', retryAt: '2026-11-23T13:00:00.000Z' });
      expect(second).toEqual(first);
      expect(hotel.calls()).toBe(1);
      expect((await hotel.connector.property(go)).outcome).toBe('answered');
    });

    test('a caller who stops while the PMS wants a pause gets an answer at once', async () => {
      hotel.throttle(60, 'seconds');
      const stop = new AbortController();
      const property = hotel.connector.property(stop.signal);
      await nextPause(hotel, Temporal.Duration.from({ seconds: 61 }));
      stop.abort();

      expect(await property).toMatchObject({ outcome: 'unreachable' });
      expect(hotel.clock.waiting).toBe(0);
    });

    test('a PMS that fails is unreachable', async () => {
      hotel.outage('broken', 60);

      expect(await hotel.connector.property(go)).toMatchObject({ outcome: 'unreachable', retryAt: null });
    });

    test('a PMS that never answers is unreachable when the time is out, and not before', async () => {
      hotel.outage('hang', 3600);
      const property = hotel.connector.property(go);
      await until(() => hotel.calls() === 1);

      expect(hotel.clock.next).toBe(
        Temporal.Instant.from('2026-11-23T12:00:00Z').add(hotel.timeOut).toString({ fractionalSecondDigits: 3 }),
      );
      await hotel.clock.advance(hotel.timeOut);
      expect(await property).toMatchObject({ outcome: 'unreachable' });
    });

    test("what the PMS refuses is told in the PMS's own words", async () => {
      expect(await hotel.connector.staysById(['no id of this PMS'], go)).toMatchObject({
        outcome: 'refused',
        message: expect.stringMatching(/\w+ \w+/),
      });
    });
  });
}
