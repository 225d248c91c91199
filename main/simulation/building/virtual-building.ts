import '#main/locks/drivers/matter/matter-settings';
import { Endpoint, ServerNode, VendorId } from '@matter/main';
import { BridgedDeviceBasicInformationServer } from '@matter/main/behaviors/bridged-device-basic-information';
import { PowerSourceServer } from '@matter/main/behaviors/power-source';
import { PowerSource } from '@matter/main/clusters/power-source';
import { TimeSynchronization } from '@matter/main/clusters/time-synchronization';
import { DoorLockDevice } from '@matter/main/devices/door-lock';
import { AggregatorEndpoint } from '@matter/main/endpoints/aggregator';
import { LoopbackNetwork } from '#main/locks/drivers/matter/loopback-network';
import { matterEnvironment } from '#main/locks/drivers/matter/matter-environment';
import type { Log } from '#main/ports/log';
import { BridgeClock } from './bridge-clock.ts';
import { LockFaults } from './lock-faults.ts';
import { VirtualClock } from './virtual-clock.ts';
import { VirtualCardLock, VirtualLock } from './virtual-lock.ts';

export const PASSCODE = 20202021;
export const DISCRIMINATOR = 3840;

const Battery = PowerSourceServer.with('Battery');
const BridgedLock = DoorLockDevice.with(VirtualLock, BridgedDeviceBasicInformationServer, Battery);
const BridgedCardLock = DoorLockDevice.with(VirtualCardLock, BridgedDeviceBasicInformationServer, Battery);
export type BridgedLockEndpoint = Endpoint<typeof BridgedLock>;

export interface VirtualBuilding {
  /** The lock of the n-th door, in the order of the names. */
  readonly locks: readonly BridgedLockEndpoint[];
  readonly faults: LockFaults;
  /** By which its locks open and refuse. */
  readonly clock: BridgeClock;
  /** Pull the bridge's cable, or plug it in. */
  readonly network: LoopbackNetwork;
  readonly port: number;
  readonly setupCode: string;
  close(): Promise<void>;
}

export interface VirtualBuildingOptions {
  readonly storageFolder: string;
  readonly names: readonly string[];
  /** The doors whose locks take the UIDs of cards. */
  readonly cardDoors: readonly string[];
  readonly usersPerLock: number;
  readonly clock: BridgeClock;
  /** UDP port on ::1; 0 for any. */
  readonly port: number;
  readonly log: Log;
}

/** A Matter bridge with one door lock a name, reachable on ::1 only. What the locks hold is kept in the folder. */
export async function openVirtualBuilding({
  storageFolder,
  names,
  cardDoors,
  usersPerLock,
  clock,
  port,
  log,
}: VirtualBuildingOptions): Promise<VirtualBuilding> {
  const network = new LoopbackNetwork();
  const environment = matterEnvironment({ storageFolder, network, log });
  const faults = new LockFaults();
  environment.set(LockFaults, faults);
  environment.set(BridgeClock, clock);
  const node = await ServerNode.create(ServerNode.RootEndpoint.with(VirtualClock), {
    id: 'building',
    environment,
    network: { port, ipv4: false },
    commissioning: { passcode: PASSCODE, discriminator: DISCRIMINATOR },
    productDescription: { name: 'Virtual building', deviceType: AggregatorEndpoint.deviceType },
    timeSynchronization: {
      granularity: TimeSynchronization.Granularity.NoTimeGranularity,
      timeZone: [{ offset: 0, validAt: BigInt(Date.UTC(2000, 0, 1)) * 1000n }],
      dstOffset: [],
      timeZoneDatabase: TimeSynchronization.TimeZoneDatabase.None,
      timeZoneListMaxSize: 1,
      dstOffsetListMaxSize: 2,
    },
    basicInformation: {
      vendorId: VendorId(0xfff1),
      vendorName: 'Portal',
      productName: 'Virtual building',
      productId: 0x8000,
      serialNumber: 'virtual-building',
    },
  });
  const bridge = new Endpoint(AggregatorEndpoint, { id: 'bridge' });
  await node.add(bridge);
  const locks: BridgedLockEndpoint[] = [];
  for (const [index, name] of names.entries()) {
    const lock = bridgedLock(index + 1, { name, usersPerLock, takesCards: cardDoors.includes(name) });
    await bridge.add(lock);
    locks.push(lock);
  }
  await node.start();
  return {
    locks,
    faults,
    clock,
    network,
    port: node.state.network.operationalPort,
    setupCode: node.state.commissioning.pairingCodes.manualPairingCode,
    close: () => node.close(),
  };
}

interface LockOptions {
  readonly name: string;
  readonly usersPerLock: number;
  readonly takesCards: boolean;
}

function bridgedLock(number: number, { name, usersPerLock, takesCards }: LockOptions): BridgedLockEndpoint {
  const options = {
    id: `door-${number}`,
    bridgedDeviceBasicInformation: {
      nodeLabel: name,
      productName: 'Virtual lock',
      uniqueId: `virtual-lock-${number}`,
      reachable: true,
    },
    powerSource: {
      status: PowerSource.PowerSourceStatus.Active,
      order: 0,
      description: 'Battery',
      batPercentRemaining: 2 * (60 + (number % 40)),
      batChargeLevel: PowerSource.BatChargeLevel.Ok,
      batReplacementNeeded: false,
      batReplaceability: PowerSource.BatReplaceability.UserReplaceable,
      endpointList: [],
    },
    doorLock: {
      lockState: 1,
      lockType: 0,
      actuatorEnabled: true,
      operatingMode: 0,
      numberOfTotalUsersSupported: usersPerLock,
      numberOfPinUsersSupported: usersPerLock,
      numberOfWeekDaySchedulesSupportedPerUser: 4,
      numberOfYearDaySchedulesSupportedPerUser: 4,
      numberOfCredentialsSupportedPerUser: 5,
      minPinCodeLength: 4,
      maxPinCodeLength: 10,
      credentialRulesSupport: { single: true },
      requirePinForRemoteOperation: false,
      wrongCodeEntryLimit: 10,
      userCodeTemporaryDisableTime: 60,
    },
  };
  if (!takesCards) return new Endpoint(BridgedLock, options);
  const cards = { numberOfRfidUsersSupported: usersPerLock, minRfidCodeLength: 4, maxRfidCodeLength: 10 };
  const cardLock = new Endpoint(BridgedCardLock, { ...options, doorLock: { ...options.doorLock, ...cards } });
  // A VirtualLock with one feature more; TypeScript does not follow matter.js' `with` as far as private names.
  return cardLock as unknown as BridgedLockEndpoint;
}
