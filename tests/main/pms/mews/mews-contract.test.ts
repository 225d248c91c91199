import { pmsConnectorContract } from '#tests/contracts/pms-connector';
import { mewsHarness } from '#tests/support/mews-harness';

pmsConnectorContract('Mews', mewsHarness);
