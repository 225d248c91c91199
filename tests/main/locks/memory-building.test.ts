import { lockDriverContract } from '#tests/contracts/lock-driver';
import type { LockClaims } from '#tests/contracts/lock-harness';
import { startMemoryBuildingHarness } from '#tests/support/memory-building-harness';

/** Kinds of locks that Portal is ready for. Those without a driver yet are played in memory only. */
function inMemory(name: string, claims: LockClaims): void {
  lockDriverContract(name, claims, () => startMemoryBuildingHarness(60, claims));
}

inMemory('a building in memory with all that a lock can', {
  windows: 'dates-and-weekly',
  cards: true,
  recognisedBy: 'tag',
  proof: 'lock',
  news: 'push',
});

inMemory('a building in memory whose locks have places without names, and keep no windows', {
  windows: 'none',
  cards: false,
  recognisedBy: 'place',
  proof: 'lock',
  news: 'push',
});

inMemory('a building in memory whose locks have places without names, keep dates and say nothing unasked', {
  windows: 'dates',
  cards: true,
  recognisedBy: 'place',
  proof: 'lock',
  news: 'poll',
});

inMemory("a building in memory that is reached through its maker's cloud", {
  windows: 'dates',
  cards: true,
  recognisedBy: 'tag',
  proof: 'cloud',
  news: 'poll',
});
