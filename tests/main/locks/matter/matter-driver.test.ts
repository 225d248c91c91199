import { lockDriverContract } from '#tests/contracts/lock-driver';
import type { LockClaims } from '#tests/contracts/lock-harness';
import { startBuildingHarness } from '#tests/support/building-harness';

const claims: LockClaims = {
  windows: 'dates-and-weekly',
  cards: true,
  recognisedBy: 'tag',
  proof: 'lock',
  news: 'push',
};

lockDriverContract('the Matter driver', claims, () => startBuildingHarness(50));
