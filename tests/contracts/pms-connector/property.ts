import type { PmsSystem } from '#main/pms/pms-system';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ada, answered, askedIf, changed, go, today, tonight, type PmsHarness, type StartHarness } from './harness.ts';

/** The hotel itself, as every PMS connector tells it. */
export function propertyContract(system: PmsSystem, start: StartHarness): void {
  const whereChanges = askedIf(system.abilities.changes === 'stamped');
  let hotel: PmsHarness;
  beforeEach(async () => {
    hotel = await start();
  });
  afterEach(() => hotel.stop());

  describe('the hotel', () => {
    test("the property comes with its zone, its usual times and the PMS's own clock", async () => {
      expect(answered(await hotel.connector.property(go))).toEqual({
        id: expect.stringMatching(/./),
        name: 'Seaview',
        zone: 'Europe/Paris',
        defaultArrival: '15:00',
        defaultDeparture: '11:00',
        now: '2026-11-23T12:00:00.000Z',
      });
    });

    test('what a round begins with says the same of the property, in no more questions', async () => {
      const property = answered(await hotel.connector.property(go));
      const asked = hotel.calls();

      const identity = answered(await hotel.connector.identity(go));

      expect(property).toMatchObject({ ...identity });
      expect(identity).toMatchObject({ name: 'Seaview', now: '2026-11-23T12:00:00.000Z' });
      expect(hotel.calls() - asked).toBeLessThanOrEqual(asked);
    });

    test('scenario 38: beds name the room they stand in, closed rooms are told, and a bicycle is no room', async () => {
      const spaces = answered(await hotel.connector.spaces(go));

      const dorm = spaces.find((space) => space.name === 'Dorm');
      const told = spaces
        .map(({ name: called, kind, active, parentId }) => [called, kind, active, parentId === dorm?.id] as const)
        .toSorted(([one], [other]) => one.localeCompare(other));
      expect(told).toEqual([
        ['101', 'room', true, false],
        ['102', 'room', true, false],
        ['103', 'room', false, false],
        ['Bed A', 'bed', true, true],
        ['Bed B', 'bed', true, true],
        ['Bicycle', 'other', true, false],
        ['Dorm', 'room', true, false],
      ]);
    });

    whereChanges(
      'scenario 7: a PMS whose clock is 4 minutes ahead is asked on its own clock, and misses nothing',
      async () => {
        const ahead = await start({ pmsAhead: Temporal.Duration.from({ minutes: 4 }) });
        ahead.create({ room: '101', guest: ada, ...tonight });

        const { now } = answered(await ahead.connector.property(go));
        const stays = answered(await changed(ahead, { from: today.from, to: now }));

        await ahead.stop();
        expect(now).toBe('2026-11-23T12:04:00.000Z');
        expect(stays).toHaveLength(1);
      },
    );
  });
}
