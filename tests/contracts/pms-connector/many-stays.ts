import type { PmsSystem } from '#main/pms/pms-system';
import type { PmsStay } from '#main/pms/pms-connector';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  askedIf,
  ada,
  answered,
  at,
  changed,
  go,
  grace,
  today,
  tonight,
  type PmsHarness,
  type StartHarness,
} from './harness.ts';

/** Complete answers, whatever happens while they are gathered. */
export function manyStaysContract(system: PmsSystem, start: StartHarness): void {
  const whereChanges = askedIf(system.abilities.changes === 'stamped');
  let hotel: PmsHarness;
  beforeEach(async () => {
    hotel = await start();
  });
  afterEach(() => hotel.stop());

  describe('many stays', () => {
    const manyStays = (count: number): readonly string[] =>
      Array.from({ length: count }, () => hotel.create({ room: '101', guest: ada, ...tonight }));
    const idsOf = (stays: readonly PmsStay[]): readonly string[] => stays.map((each) => each.pmsId);

    whereChanges('what changed before the window, beyond the overlap, is not told again', async () => {
      hotel.create({ room: '101', guest: ada, ...tonight });
      await hotel.clock.advance({ hours: 2 });
      const late = hotel.create({ room: '102', guest: grace, ...tonight });

      const window = { from: at('2026-11-23T13:00:00.000Z'), to: at('2026-11-23T14:00:00.000Z') };
      expect(idsOf(answered(await changed(hotel, window)))).toEqual([late]);
    });

    whereChanges('a change that the PMS stamped shortly before the window is told', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });

      const window = { from: at('2026-11-23T12:04:59.000Z'), to: at('2026-11-23T12:10:00.000Z') };
      expect(idsOf(answered(await changed(hotel, window)))).toEqual([id]);
    });

    whereChanges(
      'scenario 3: after three hours without the PMS one question brings everything of the gap',
      async () => {
        hotel.outage('down', 3 * 3600);
        const missed = await changed(hotel, today);
        const ids = manyStays(3);
        await hotel.clock.advance({ hours: 3 });

        const gap = { from: today.from, to: at('2026-11-23T15:00:00.000Z') };
        expect(missed).toMatchObject({ outcome: 'unreachable', retryAt: null });
        expect(idsOf(answered(await changed(hotel, gap))).toSorted()).toEqual(ids.toSorted());
      },
    );

    whereChanges('scenario 5: what is too heavy for the PMS is asked in smaller pieces until it is whole', async () => {
      const ids = manyStays(130);
      hotel.weaken({ items: 60, hours: 8 * 24 });

      const window = { from: at('2026-11-01T00:00:00.000Z'), to: today.to };
      expect(idsOf(answered(await changed(hotel, window))).toSorted()).toEqual(ids.toSorted());
    });

    whereChanges('scenario 5: a PMS that cannot even do the smallest piece is unreachable', async () => {
      hotel.weaken({ items: 1, hours: 0 });

      expect(await changed(hotel, today)).toMatchObject({ outcome: 'unreachable' });
    });

    whereChanges('scenario 6: a window that is asked again gives the same stays', async () => {
      manyStays(3);

      const first = answered(await changed(hotel, today));
      expect(first).toHaveLength(3);
      expect(answered(await changed(hotel, today))).toEqual(first);
    });

    whereChanges('scenario 6: a stay that is made while the pages come loses none of the others', async () => {
      const ids = manyStays(130);
      hotel.weaken({ items: 60, hours: 24 * 90 });
      hotel.afterFirstPage(() => hotel.create({ room: '102', guest: grace, ...tonight }));

      const told = idsOf(answered(await changed(hotel, today)));
      expect(told).toEqual(expect.arrayContaining([...ids]));
      expect(new Set(told).size).toBe(told.length);
    });

    test('scenario 9 and 10: a stay that is seen twice is told once, in its newest copy', async () => {
      const id = hotel.create({
        room: '101',
        guest: ada,
        arrival: '2026-11-23T14:00:00Z',
        departure: '2027-06-01T10:00:00Z',
      });
      await hotel.clock.advance({ minutes: 1 });
      hotel.afterFirstPage(() => hotel.move(id, '102'));

      const year = { from: at('2026-11-23T00:00:00.000Z'), to: at('2027-06-30T00:00:00.000Z') };
      const told = answered(await hotel.connector.staysColliding(year, go));
      expect(told.map((each) => [each.pmsId, each.spaceName])).toEqual([[id, '102']]);
    });

    askedIf(system.abilities.checkIn && system.abilities.changes === 'stamped')(
      'scenario 33: a group of 40 that is checked in together is told whole, in a handful of calls',
      async () => {
        const ids = Array.from({ length: 40 }, () =>
          hotel.create({ room: '101', guest: ada, ...tonight, group: 'tour' }),
        );
        ids.forEach((id) => hotel.checkIn(id));

        const told = answered(await changed(hotel, today));
        expect(told.map((each) => each.state)).toEqual(Array.from({ length: 40 }, () => 'in-house'));
        expect(new Set(told.map((each) => each.groupId)).size).toBe(1);
        expect(hotel.calls()).toBeLessThan(15);
      },
    );

    test('the reconciliation finds every stay that touches its days, whatever its state, and no other', async () => {
      const inside = hotel.create({ room: '101', guest: ada, ...tonight });
      const cancelled = hotel.create({ room: '102', guest: grace, ...tonight });
      hotel.cancel(cancelled);
      hotel.create({ room: '101', guest: ada, arrival: '2026-12-01T14:00:00Z', departure: '2026-12-02T10:00:00Z' });

      const days = { from: at('2026-11-24T00:00:00.000Z'), to: at('2026-11-25T00:00:00.000Z') };
      const told = idsOf(answered(await hotel.connector.staysColliding(days, go)));
      expect(told.toSorted()).toEqual([inside, cancelled].toSorted());
    });

    test('scenario 11: a cancelled stay is still known by its id, one the PMS never had is unknown', async () => {
      const cancelled = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.cancel(cancelled);
      const never = '00000000-0000-4000-a000-000000000000';

      const { stays, unknown } = answered(await hotel.connector.staysById([cancelled, never], go));
      expect(idsOf(stays)).toEqual([cancelled]);
      expect(unknown).toEqual([never]);
    });

    test('scenario 30: a stay that the PMS deleted is unknown', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.remove(id);

      expect(answered(await hotel.connector.staysById([id], go))).toEqual({ stays: [], unknown: [id] });
    });

    test('asking for no stays asks nothing', async () => {
      expect(answered(await hotel.connector.staysById([], go))).toEqual({ stays: [], unknown: [] });
      expect(hotel.calls()).toBe(0);
    });
  });
}
