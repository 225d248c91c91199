import { lockDriverContract } from '#tests/contracts/lock-driver';
import { startBuildingHarness } from '#tests/support/building-harness';

lockDriverContract('the Matter driver', () => startBuildingHarness(46));
