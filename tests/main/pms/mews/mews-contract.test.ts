import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import { pmsConnectorContract } from '#tests/contracts/pms-connector';
import { mewsHarness } from '#tests/support/mews-harness';

pmsConnectorContract(mewsSystem, mewsHarness);
