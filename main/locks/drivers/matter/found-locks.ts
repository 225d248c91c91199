import './matter-settings.ts';
import type { ClientNode, Endpoint } from '@matter/main';
import { BridgedDeviceBasicInformationClient } from '@matter/main/behaviors/bridged-device-basic-information';
import { BasicInformationClient } from '@matter/main/behaviors/basic-information';
import { DoorLockClient } from '@matter/main/behaviors/door-lock';
import { PowerSourceClient } from '@matter/main/behaviors/power-source';
import { z } from 'zod';
import type { LockLimits } from '#domain/house/door';
import type { FoundLock } from '#main/locks/lock-driver';
import type { CardLimits } from './lock-access.ts';
import { LockRefusal } from './lock-answers.ts';

/** A lock's attributes as matter.js mirrors them; they change only when the lock's software does. */
const lockAttributes = z.object({
  featureMap: z.object({
    user: z.boolean().optional(),
    pinCredential: z.boolean().optional(),
    rfidCredential: z.boolean().optional(),
    yearDayAccessSchedules: z.boolean().optional(),
    weekDayAccessSchedules: z.boolean().optional(),
  }),
  minPinCodeLength: z.number().int().optional(),
  maxPinCodeLength: z.number().int().optional(),
  minRfidCodeLength: z.number().int().optional(),
  maxRfidCodeLength: z.number().int().optional(),
  numberOfTotalUsersSupported: z.number().int().optional(),
  numberOfPinUsersSupported: z.number().int().optional(),
  numberOfRfidUsersSupported: z.number().int().optional(),
  numberOfYearDaySchedulesSupportedPerUser: z.number().int().nullish(),
  numberOfWeekDaySchedulesSupportedPerUser: z.number().int().nullish(),
});

type LockAttributes = z.infer<typeof lockAttributes>;

const powerAttributes = z.object({
  featureMap: z.object({ battery: z.boolean().optional() }),
  batPercentRemaining: z.number().nullish(),
});
const identityAttributes = z.object({ uniqueId: z.string().optional(), serialNumber: z.string().optional() });
const bridgedAttributes = z.object({ nodeLabel: z.string().optional(), reachable: z.boolean().optional() });

/**
 * By address: who the lock says it is, by its unique id, else its serial number, else its name. Never the number of its
 * endpoint: a bridge that was reset gives it to another lock. Two that say the same are nobody: nothing is written to either.
 */
export function lockEndpoints(node: ClientNode): ReadonlyMap<string, Endpoint> {
  const locks = [...node.endpoints].filter(
    (endpoint) => endpoint.behaviors.has(DoorLockClient) && takesCodes(endpoint),
  );
  const byAddress = Map.groupBy(locks, (endpoint) => identityOf(node, endpoint));
  return new Map(
    [...byAddress].flatMap(([address, [first, ...more]]) => (first && more.length === 0 ? [[address, first]] : [])),
  );
}

/** The lock at an address; by the number of its endpoint where a record of an older release has not learnt who it is. */
export function endpointAt(node: ClientNode, address: string): Endpoint | undefined {
  const locks = lockEndpoints(node);
  return locks.get(address) ?? [...locks.values()].find((endpoint) => String(endpoint.number) === address);
}

/** null: it is not one of the locks, or another one says the same. */
export function addressOf(node: ClientNode, endpoint: Endpoint): string | null {
  const address = identityOf(node, endpoint);
  return lockEndpoints(node).get(address) === endpoint ? address : null;
}

export function foundLock(node: ClientNode, address: string, endpoint: Endpoint): FoundLock {
  const formerly = String(endpoint.number);
  return { address, formerly, name: nameOf(node, endpoint), limits: takenBy(endpoint).limits };
}

/**
 * Asks the bridge, which answers out of its own memory, who hangs at the endpoint now: what matter.js remembers is from before a
 * restart of the bridge. Throws LockRefusal('no-such-lock') where it is another lock than the one at `address`.
 */
export async function mustBeLock(node: ClientNode, endpoint: Endpoint, address: string): Promise<void> {
  if (!endpoint.behaviors.has(BridgedDeviceBasicInformationClient)) return;
  const known = endpoint.stateOf(BridgedDeviceBasicInformationClient);
  // A bridge that lacks one of them refuses the whole question.
  const asked = (['uniqueId', 'serialNumber', 'nodeLabel'] as const).filter((name) => known[name] !== undefined);
  await endpoint.getStateOf(BridgedDeviceBasicInformationClient, asked);
  const isIt = address === String(endpoint.number) || addressOf(node, endpoint) === address;
  if (!isIt)
    throw new LockRefusal('no-such-lock', `${address} is no longer where it was: the bridge numbers its locks anew`);
}

function identityOf(node: ClientNode, endpoint: Endpoint): string {
  const bridged = endpoint.behaviors.has(BridgedDeviceBasicInformationClient)
    ? identityAttributes.parse(endpoint.stateOf(BridgedDeviceBasicInformationClient))
    : null;
  // A lock that is its own node: the node's, with the endpoint, should it have several locks.
  const own = bridged ?? identityAttributes.parse(node.maybeStateOf(BasicInformationClient) ?? {});
  const part = bridged === null ? `/${endpoint.number}` : '';
  if (own.uniqueId !== undefined && own.uniqueId !== '') return `id:${own.uniqueId}${part}`;
  if (own.serialNumber !== undefined && own.serialNumber !== '') return `serial:${own.serialNumber}${part}`;
  return `name:${nameOf(node, endpoint)}`;
}

/** What the lock takes, as it says itself. */
export function takenBy(endpoint: Endpoint): { readonly limits: LockLimits; readonly cards: CardLimits | null } {
  const attributes = lockAttributes.parse(endpoint.stateOf(DoorLockClient));
  const cards = cardLimitsOf(attributes);
  return { limits: limitsOf(endpoint, attributes, cards), cards };
}

/** UIDs have 4 to 10 bytes (ISO/IEC 14443-3). @returns null for a lock that takes none of them. */
function cardLimitsOf(attributes: LockAttributes): CardLimits | null {
  const { minRfidCodeLength: min = 4, maxRfidCodeLength: max = 10 } = attributes;
  if (attributes.featureMap.rfidCredential !== true || min > 10 || max < 4) return null;
  return { min, max, places: attributes.numberOfRfidUsersSupported ?? attributes.numberOfTotalUsersSupported ?? 0 };
}

function limitsOf(endpoint: Endpoint, attributes: LockAttributes, cards: CardLimits | null): LockLimits {
  const users = attributes.numberOfTotalUsersSupported ?? 0;
  return {
    codeLength: { min: attributes.minPinCodeLength ?? 4, max: attributes.maxPinCodeLength ?? 8 },
    places: Math.min(users, attributes.numberOfPinUsersSupported ?? users),
    windows: windowsOf(attributes),
    cards: cards !== null,
    recognisedBy: 'tag',
    proof: 'lock',
    // matter.js holds a subscription: the lock, or its bridge, tells what changes.
    news: 'push',
    askEvery: isOnBattery(endpoint) ? ASK_ON_BATTERY : ASK_ON_MAINS,
    codes: 'chosen',
  };
}

function windowsOf({ featureMap, ...numbers }: LockAttributes): LockLimits['windows'] {
  const keepsDates = featureMap.yearDayAccessSchedules === true;
  if (!keepsDates || (numbers.numberOfYearDaySchedulesSupportedPerUser ?? 0) < 1) return 'none';
  const keepsWeeks = featureMap.weekDayAccessSchedules === true;
  return keepsWeeks && (numbers.numberOfWeekDaySchedulesSupportedPerUser ?? 0) >= 2 ? 'dates-and-weekly' : 'dates';
}

/** Percent, as the lock last reported it; null when it has no battery or does not say. */
export function batteryOf(endpoint: Endpoint): number | null {
  if (!endpoint.behaviors.has(PowerSourceClient)) return null;
  const { batPercentRemaining } = powerAttributes.parse(endpoint.stateOf(PowerSourceClient));
  return batPercentRemaining == null ? null : batPercentRemaining / 2;
}

/** Seconds. A lock on mains is known to be gone within half a minute; one on battery would be empty within months. */
const ASK_ON_MAINS = 12;
const ASK_ON_BATTERY = 15 * 60;

/** As the lock says of its own power: a lock that says nothing is taken to be on mains. */
function isOnBattery(endpoint: Endpoint): boolean {
  if (!endpoint.behaviors.has(PowerSourceClient)) return false;
  return powerAttributes.parse(endpoint.stateOf(PowerSourceClient)).featureMap.battery === true;
}

/** Whether a bridge last reported the lock as reachable; true for a lock that is its own node. */
export function isReachable(endpoint: Endpoint): boolean {
  if (!endpoint.behaviors.has(BridgedDeviceBasicInformationClient)) return true;
  return bridgedAttributes.parse(endpoint.stateOf(BridgedDeviceBasicInformationClient)).reachable !== false;
}

function takesCodes(endpoint: Endpoint): boolean {
  const attributes = lockAttributes.safeParse(endpoint.stateOf(DoorLockClient));
  return (
    attributes.success && attributes.data.featureMap.user === true && attributes.data.featureMap.pinCredential === true
  );
}

function nameOf(node: ClientNode, endpoint: Endpoint): string {
  const bridged = endpoint.behaviors.has(BridgedDeviceBasicInformationClient)
    ? bridgedAttributes.parse(endpoint.stateOf(BridgedDeviceBasicInformationClient)).nodeLabel
    : undefined;
  const own = node.behaviors.has(BasicInformationClient) ? node.stateOf(BasicInformationClient).nodeLabel : undefined;
  return [bridged, own].find((name) => name !== undefined && name !== '') ?? `Lock ${endpoint.number}`;
}
