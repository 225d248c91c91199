import type { PmsSystem } from '#main/pms/pms-system';
import { describe } from 'vitest';
import { abilitiesContract } from './pms-connector/abilities.ts';
import { badDaysContract } from './pms-connector/bad-days.ts';
import { guestsContract } from './pms-connector/guests.ts';
import type { StartHarness } from './pms-connector/harness.ts';
import { manyStaysContract } from './pms-connector/many-stays.ts';
import { propertyContract } from './pms-connector/property.ts';
import { staysContract } from './pms-connector/stays.ts';

/**
 * What every PMS system promises, and of the rest only what this one claims to be able to; the numbers are those of the
 * scenarios in the PMS facts.
 */
export function pmsConnectorContract(system: PmsSystem, start: StartHarness): void {
  describe(`${system.title}: what a PMS system promises`, () => {
    abilitiesContract(system, start);
    propertyContract(system, start);
    staysContract(system, start);
    guestsContract(system, start);
    manyStaysContract(system, start);
    badDaysContract(start);
  });
}
