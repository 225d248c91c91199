import type { PmsSystem } from '#main/pms/pms-system';
import type { Guest } from '#domain/stay/reservation';
import type { PmsStay } from '#main/pms/pms-connector';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import {
  ada,
  answered,
  askedIf,
  at,
  changed,
  go,
  grace,
  tonight,
  type PmsHarness,
  type StartHarness,
} from './harness.ts';

/** Who stays, and where a message to them would go. */
export function guestsContract(system: PmsSystem, start: StartHarness): void {
  const { guests, changes } = system.abilities;
  const whereAll = askedIf(guests === 'all');
  const whereGuests = askedIf(guests !== 'none');
  let hotel: PmsHarness;
  beforeEach(async () => {
    hotel = await start();
  });
  afterEach(() => hotel.stop());

  const stay = async (id: string): Promise<PmsStay> => {
    const { stays } = answered(await hotel.connector.staysById([id], go));
    expect(stays).toHaveLength(1);
    return stays[0] as PmsStay;
  };
  const guestsOf = async (id: string): Promise<readonly Guest[]> => (await stay(id)).guests;
  describe('who stays', () => {
    askedIf(guests === 'none')('nobody is named', async () => {
      expect(await guestsOf(hotel.create({ room: '101', guest: ada, ...tonight }))).toEqual([]);
    });

    whereAll('a companion is told after the guest who owns the stay', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.addCompanion(id, grace);

      expect((await guestsOf(id)).map((guest) => [guest.lastName, guest.primary])).toEqual([
        ['Byron', true],
        ['Hopper', false],
      ]);
    });

    whereAll("scenario 35: the guests of a company's stay are its companions, the first one first", async () => {
      const id = hotel.createForCompany({ room: '101', guest: grace, ...tonight });
      hotel.addCompanion(id, ada);

      expect((await guestsOf(id)).map((guest) => [guest.lastName, guest.primary])).toEqual([
        ['Hopper', true],
        ['Byron', false],
      ]);
    });

    whereAll("scenario 35: a company's stay for which nobody is named has no guests", async () => {
      const id = hotel.createForCompany({ room: '101', guest: null, ...tonight });

      expect(await stay(id)).toMatchObject({ state: 'expected', guests: [] });
    });

    whereAll('scenario 36: a merged guest is told as the one who survived', async () => {
      const id = hotel.create({ room: '101', guest: ada, ...tonight });
      hotel.mergeGuest(id, { firstName: 'Ada', lastName: 'Lovelace', email: 'lovelace@example.com' });
      hotel.mergeGuest(id, { firstName: 'Ada', lastName: 'King', email: 'king@example.com' });

      expect(await guestsOf(id)).toMatchObject([{ lastName: 'King', email: 'king@example.com', primary: true }]);
    });

    whereGuests("scenario 37: a travel agency's relay address is marked, and an empty one is none", async () => {
      const relayed = hotel.create({ room: '101', guest: { ...ada, emailIsFromOta: true }, ...tonight });
      const without = hotel.create({ room: '102', guest: { ...grace, email: '', phone: ' ' }, ...tonight });

      expect(await guestsOf(relayed)).toMatchObject([{ email: 'ada@example.com', emailIsRelay: true }]);
      expect(await guestsOf(without)).toMatchObject([{ email: null, emailIsRelay: false, phone: null }]);
    });

    askedIf(guests !== 'none' && changes === 'stamped')(
      'scenario 37: an address that is corrected later is a change of the stay',
      async () => {
        const id = hotel.create({ room: '101', guest: { ...ada, email: '' }, ...tonight });
        await hotel.clock.advance({ hours: 1 });
        hotel.correctEmail(id, 'real@example.com');

        const window = { from: at('2026-11-23T12:30:00.000Z'), to: at('2026-11-23T13:00:00.000Z') };
        const told = answered(await changed(hotel, window));
        expect(told.map((each) => [each.pmsId, each.guests[0]?.email])).toEqual([[id, 'real@example.com']]);
      },
    );
  });
}
