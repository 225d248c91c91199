import type { ZoneName } from '#domain/time/time';
import { systemClock } from '#main/ports/system-clock';
import type { LockClaims, LockHarness, LockUnderTest } from '#tests/contracts/lock-harness';
import { MemoryBuilding } from './memory-building.ts';

/** A building in memory as the contract of LockDriver wants it. */
export async function startMemoryBuildingHarness(doors: number, claims: LockClaims): Promise<LockHarness> {
  const names = Array.from({ length: doors }, (_, index) => String(101 + index));
  const building = new MemoryBuilding(names, 'Europe/Lisbon' as ZoneName, systemClock(), claims);
  const unused = [...names];
  let driver = building.driver();
  return {
    driver: () => driver,
    freshLock: async () => lockUnderTest(building, unused.shift() ?? 'none left'),
    freshLockWithoutCards: async () => {
      const name = unused.shift() ?? 'none left';
      building.lock(name).takesCards = false;
      return lockUnderTest(building, name);
    },
    restartPortal: async () => {
      driver = building.driver();
    },
    // Memory stands for what a lock keeps without power.
    cutPower: async () => undefined,
    unplugGateway: async () => building.setGateway(false),
    plugInGateway: async () => building.setGateway(true),
    stop: async () => undefined,
  };
}

function lockUnderTest(building: MemoryBuilding, name: string): LockUnderTest {
  const lock = building.lock(name);
  return {
    address: name,
    offline: async () => building.setRadio(name, false),
    online: async () => building.setRadio(name, true),
    slow: async (seconds) => {
      lock.answersAfter = seconds;
    },
    full: async () => {
      lock.full = true;
    },
    normal: async () => lock.mend(),
    forget: async () => lock.forget(),
    program: async (person, code) => building.program(name, person, code),
    keypad: async (code) => (building.keypad(name, code) ? 'opens' : 'stays shut'),
    card: async (uid) => (building.card(name, uid) ? 'opens' : 'stays shut'),
    holds: async () => [...lock.people.keys()],
  };
}
