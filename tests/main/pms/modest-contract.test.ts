import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import type { PmsConnector } from '#main/pms/pms-connector';
import type { PmsSystem } from '#main/pms/pms-system';
import { pmsConnectorContract } from '#tests/contracts/pms-connector';
import type { StartHarness } from '#tests/contracts/pms-connector/harness';
import { mewsHarness } from '#tests/support/mews-harness';
import { withoutChanges } from '#tests/support/pms-sources';

/** A PMS that can do little more than a calendar feed: it keeps the contract by what it claims. */
const modest: PmsSystem = {
  ...mewsSystem,
  title: 'A modest PMS',
  abilities: { ...mewsSystem.abilities, changes: 'none', checkIn: false, guests: 'primary' },
};

const startModest: StartHarness = async (options) => {
  const hotel = await mewsHarness(options);
  const connector: PmsConnector = withoutChanges(hotel.connector);
  return { ...hotel, connector };
};

pmsConnectorContract(modest, startModest);
