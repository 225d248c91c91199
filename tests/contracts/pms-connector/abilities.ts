import type { Reservation } from '#domain/stay/reservation';
import { HeldCredentials } from '#main/pms/credentials';
import { enteredCredentials, shownOf, type PmsSystem } from '#main/pms/pms-system';
import { memoryVault } from '#tests/support/memory-vault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZodError } from 'zod';
import { ada, answered, askedIf, go, tonight, until, type PmsHarness, type StartHarness } from './harness.ts';

/** The system's description of itself, and that it is true. */
export function abilitiesContract(system: PmsSystem, start: StartHarness): void {
  let hotel: PmsHarness;
  beforeEach(async () => {
    hotel = await start();
  });
  afterEach(() => hotel.stop());

  describe('its description', () => {
    test('what it asks for is enough to connect it, and secrets are not shown again', () => {
      const credentials = enteredCredentials(system, hotel.entered);

      const secrets = system.fields.filter(({ kind }) => kind === 'secret').map(({ name }) => name);
      expect(Object.keys(credentials).toSorted()).toEqual(system.fields.map(({ name }) => name).toSorted());
      expect(Object.keys(shownOf(system, credentials))).not.toEqual(expect.arrayContaining(secrets));
    });

    test('without what it requires nothing is connected', () => {
      const required = system.fields.filter((field) => field.required);
      const missing = required.map(({ name, missing: message }) =>
        expect.objectContaining({ path: ['fields', name], message }),
      );

      expect(() => enteredCredentials(system, {})).toThrow(expect.objectContaining({ issues: missing }));
    });

    test('credentials of another system are refused before anything is asked', () => {
      const foreign = new HeldCredentials(memoryVault(), { colour: 'blue' });
      const ports = { ...hotel, fetch, client: 'Portal' } as never;

      expect(() => system.open(foreign, ports)).toThrow(ZodError);
      expect(hotel.calls()).toBe(0);
    });

    test('it can do what it claims, and claims what it can do', () => {
      const { changes, hints } = system.abilities;

      expect(hotel.connector.changedStays !== undefined).toBe(changes === 'stamped');
      expect(hotel.connector.hints !== undefined).toBe(hints);
    });

    askedIf(system.abilities.hints)('a change at the PMS is hinted at, until the hints are ended', async () => {
      let hints = 0;
      const end = hotel.connector.hints?.(() => (hints += 1));
      hotel.create({ room: '101', guest: ada, ...tonight });
      await until(() => hints > 0);

      end?.();
    });

    askedIf(system.identify !== undefined)(
      'a stay that gets a room is known again, whatever its id is then',
      async () => {
        const id = hotel.create({ room: null, guest: ada, ...tonight });
        const [before] = answered(await hotel.connector.staysById([id], go)).stays;
        const known = { ...before, id: 'ours' } as unknown as Reservation;
        hotel.move(id, '101');

        const days = { from: known.scheduledArrival, to: known.scheduledDeparture };
        const [after] = answered(await hotel.connector.staysColliding(days, go));
        expect(system.identify?.(after!, [known])?.id).toBe('ours');
      },
    );
  });
}
