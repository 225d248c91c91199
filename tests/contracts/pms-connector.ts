import { describe } from 'vitest';
import { badDaysContract } from './pms-connector/bad-days.ts';
import { guestsContract } from './pms-connector/guests.ts';
import type { StartHarness } from './pms-connector/harness.ts';
import { manyStaysContract } from './pms-connector/many-stays.ts';
import { propertyContract } from './pms-connector/property.ts';
import { staysContract } from './pms-connector/stays.ts';

/** What every PMS connector promises; the numbers are those of the scenarios in the PMS facts. */
export function pmsConnectorContract(name: string, start: StartHarness): void {
  describe(`${name}: what every PMS connector promises`, () => {
    propertyContract(start);
    staysContract(start);
    guestsContract(start);
    manyStaysContract(start);
    badDaysContract(start);
  });
}
