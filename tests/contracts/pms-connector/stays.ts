import type { PmsSystem } from '#main/pms/pms-system';
import type { PmsStay } from '#main/pms/pms-connector';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ada, answered, askedIf, go, grace, tonight, type PmsHarness, type StartHarness } from './harness.ts';

/** One stay, from the booking to the departure. */
export function staysContract(system: PmsSystem, start: StartHarness): void {
  const { checkIn, times, guests } = system.abilities;
  const whereCheckIn = askedIf(checkIn);
  let hotel: PmsHarness;
  beforeEach(async () => {
    hotel = await start();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await hotel.stop();
  });

  const stay = async (id: string): Promise<PmsStay> => {
    const { stays } = answered(await hotel.connector.staysById([id], go));
    expect(stays).toHaveLength(1);
    return stays[0] as PmsStay;
  };
  describe('one stay', () => {
    test('a confirmed stay is told with its room and its days', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });

      const found = await stay(id);
      expect(found).toMatchObject({
        pmsId: id,
        state: 'expected',
        scheduledArrival: expect.stringMatching('2026-11-23T'),
        scheduledDeparture: expect.stringMatching('2026-11-25T'),
        timesFromPms: times === 'instants',
        actualArrival: null,
        actualDeparture: null,
        spaceName: '101',
        sourceUpdatedAt: '2026-11-23T12:00:00.000Z',
      });
      expect(found.number).not.toBe('');
    });

    askedIf(times === 'instants')('a stay comes with its times', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });

      expect(await stay(id)).toMatchObject({
        scheduledArrival: '2026-11-23T14:00:00.000Z',
        scheduledDeparture: '2026-11-25T10:00:00.000Z',
      });
    });

    askedIf(guests !== 'none')('a stay comes with its guest', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });

      expect((await stay(id)).guests).toMatchObject([
        {
          firstName: 'Ada',
          lastName: 'Byron',
          email: 'ada@example.com',
          emailIsRelay: false,
          phone: '+44 20 7946 0001',
          primary: true,
        },
      ]);
    });

    test('scenario 19: a stay without a room has none until the PMS assigns one', async () => {
      const id = hotel.create({ room: null, guest: ada, ...tonight });

      const before = await stay(id);
      hotel.move(id, '102');

      expect([before.spaceId, before.spaceName]).toEqual([null, null]);
      expect((await stay(id)).spaceName).toBe('102');
    });

    whereCheckIn('scenario 20: an early check-in is told, and the planned arrival stays', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.checkIn(id);

      expect(await stay(id)).toMatchObject({
        state: 'in-house',
        scheduledArrival: '2026-11-23T14:00:00.000Z',
        actualArrival: '2026-11-23T12:00:00.000Z',
      });
    });

    test('scenario 21: a longer stay is told with its new end', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      const before = await stay(id);
      hotel.changeDates(id, { departure: '2026-11-27T10:00:00Z' });

      const after = await stay(id);
      expect(after.scheduledDeparture).toBe('2026-11-27T10:00:00.000Z');
      expect(after.contentHash).not.toBe(before.contentHash);
    });

    test("scenario 25: the zone of the PC plays no part in a stay's times", async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      const here = await stay(id);
      vi.stubEnv('TZ', 'Pacific/Auckland');

      expect(new Date('2026-11-23T14:00:00Z').getHours()).toBe(3);
      expect(await stay(id)).toEqual(here);
    });

    whereCheckIn('scenario 26: a walk-in whose arrival is past is told as it is', async () => {
      const id = hotel.create({
        room: '101',
        guest: ada,
        arrival: '2026-11-23T11:30:00Z',
        departure: tonight.departure,
      });
      hotel.checkIn(id);

      expect(await stay(id)).toMatchObject({ state: 'in-house', scheduledArrival: '2026-11-23T11:30:00.000Z' });
    });

    test('scenario 27: a cancelled stay is cancelled, and reinstated it is the same stay again', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      const first = await stay(id);
      hotel.cancel(id);
      const cancelled = await stay(id);
      hotel.reinstate(id);

      expect(cancelled.state).toBe('cancelled');
      expect(await stay(id)).toEqual(first);
    });

    whereCheckIn(
      'scenario 28: a no-show is no mere cancellation, and the guest who comes at 02:00 is in house',
      async () => {
        const id = hotel.create({ room: '101', guest: ada, ...tonight });
        hotel.noShow(id);
        const missed = await stay(id);
        await hotel.clock.set('2026-11-24T01:00:00Z');
        hotel.reinstate(id);
        hotel.checkIn(id);

        expect(missed.state).toBe('no-show');
        expect(await stay(id)).toMatchObject({ state: 'in-house', actualArrival: '2026-11-24T01:00:00.000Z' });
      },
    );

    whereCheckIn('scenario 29: a check-in that is undone leaves an expected stay', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.checkIn(id);
      hotel.undoCheckIn(id);

      expect(await stay(id)).toMatchObject({ state: 'expected', actualArrival: null });
    });

    whereCheckIn('scenario 29: a check-out that is undone leaves the guest in house', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.checkIn(id);
      hotel.checkOut(id);
      const left = await stay(id);
      hotel.undoCheckOut(id);

      expect(left).toMatchObject({ state: 'departed', actualDeparture: '2026-11-23T12:00:00.000Z' });
      expect(await stay(id)).toMatchObject({ state: 'in-house', actualDeparture: null });
    });

    test('scenario 31: a tentative stay is reported as tentative', async () => {
      const id = hotel.createTentative({ room: '101', guest: ada, ...tonight });

      expect((await stay(id)).state).toBe('tentative');
    });

    whereCheckIn('scenario 32: of a booking of two rooms only the room that checked in changes', async () => {
      const one = hotel.create({ room: '101', guest: ada, ...tonight, group: 'wedding' });
      const two = hotel.create({ room: '102', guest: grace, ...tonight, group: 'wedding' });
      const before = [await stay(one), await stay(two)];
      hotel.checkIn(one);
      const after = [await stay(one), await stay(two)];

      expect(before[0]?.groupId).toBe(before[1]?.groupId);
      expect(after[0]).toMatchObject({ state: 'in-house' });
      expect(after[1]).toEqual(before[1]);
    });

    test('a stay that was only touched has the same content, and a moved one another', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      const created = await stay(id);
      await hotel.clock.advance({ minutes: 1 });
      hotel.touch(id);
      const touched = await stay(id);
      hotel.move(id, '102');

      expect(touched.sourceUpdatedAt).not.toBe(created.sourceUpdatedAt);
      expect(touched.contentHash).toBe(created.contentHash);
      expect((await stay(id)).contentHash).not.toBe(created.contentHash);
    });
  });
}
