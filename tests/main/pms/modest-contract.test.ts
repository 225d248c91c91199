import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import type { PmsConnector } from '#main/pms/pms-connector';
import type { PmsSystem } from '#main/pms/pms-system';
import { pmsConnectorContract } from '#tests/contracts/pms-connector';
import type { StartHarness } from '#tests/contracts/pms-connector/harness';
import { mewsHarness } from '#tests/support/mews-harness';

/** A PMS that can do as little as a calendar feed: it keeps the contract by what it claims. */
const modest: PmsSystem = {
  ...mewsSystem,
  title: 'A modest PMS',
  abilities: { ...mewsSystem.abilities, changes: 'none', checkIn: false, guests: 'primary' },
};

const startModest: StartHarness = async (options) => {
  const hotel = await mewsHarness(options);
  const { property, spaces, staysColliding, staysById } = hotel.connector;
  const connector: PmsConnector = { property, spaces, staysColliding, staysById };
  return { ...hotel, connector };
};

pmsConnectorContract(modest, startModest);
