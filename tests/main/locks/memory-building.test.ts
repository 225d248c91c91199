import { lockDriverContract } from '#tests/contracts/lock-driver';
import { startMemoryBuildingHarness } from '#tests/support/memory-building-harness';

lockDriverContract('the building in memory', () => startMemoryBuildingHarness(60));
