import './matter-settings.ts';
import type { Endpoint } from '@matter/main';
import { BridgedDeviceBasicInformationClient } from '@matter/main/behaviors/bridged-device-basic-information';
import type { LockAccess } from './lock-access.ts';

/**
 * Asks the bridge first, which saves the lock's battery when the lock is away; then the lock itself, with the smallest
 * command that only the lock can answer. A bridge answers for attributes out of its own memory.
 */
export async function reachableNow({ commands }: LockAccess, endpoint: Endpoint): Promise<boolean> {
  if (endpoint.behaviors.has(BridgedDeviceBasicInformationClient)) {
    const { reachable } = await endpoint.getStateOf(BridgedDeviceBasicInformationClient, ['reachable']);
    if (reachable === false) return false;
  }
  await commands.getUser({ userIndex: 1 });
  return true;
}
