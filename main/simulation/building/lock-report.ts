import '#main/locks/drivers/matter/matter-settings';
import { BridgedDeviceBasicInformationServer } from '@matter/main/behaviors/bridged-device-basic-information';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { Temporal } from 'temporal-polyfill';
import { codeHolder } from './code-holder.ts';
import type { WeekDaySchedule } from './keypad.ts';
import type { BridgedLockEndpoint } from './virtual-building.ts';
import { VirtualLock } from './virtual-lock.ts';

/** What a lock of the building really holds, codes left out. */
export interface LockReport {
  /** The number of the door in the building, from 1. */
  readonly id: number;
  readonly name: string;
  /** The door that it is on; in this building a lock is called as its door. */
  readonly door: string;
  /** The Matter endpoint behind the bridge. */
  readonly endpoint: number;
  /** Who the lock says it is. */
  readonly identity: string;
  readonly bolt: 'locked' | 'unlocked';
  readonly online: boolean;
  /** Percent. */
  readonly battery: number;
  readonly users: readonly HeldUser[];
}

export interface HeldUser {
  readonly index: number;
  readonly name: string;
  readonly uniqueId: number | null;
  readonly status: 'enabled' | 'disabled';
  readonly type: string;
  readonly credentials: readonly { readonly type: 'pin' | 'rfid' | 'other'; readonly index: number }[];
  readonly schedules: readonly HeldSchedule[];
}

export type HeldSchedule =
  /** Local wall-clock times, to the second. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  /** 1 is Monday; clock times, `to` 23:59 runs to the end of the day. */
  | { readonly kind: 'weekly'; readonly days: readonly number[]; readonly from: string; readonly to: string };

export function lockReport(lock: BridgedLockEndpoint, id: number): LockReport {
  const state = lock.stateOf(VirtualLock);
  const bridged = lock.stateOf(BridgedDeviceBasicInformationServer);
  return {
    id,
    name: bridged.nodeLabel ?? '',
    door: bridged.nodeLabel ?? '',
    endpoint: lock.number,
    identity: `id:${bridged.uniqueId ?? ''}`,
    bolt: state.lockState === DoorLock.LockState.Locked ? 'locked' : 'unlocked',
    online: bridged.reachable,
    battery: (lock.state.powerSource.batPercentRemaining ?? 0) / 2,
    users: state.users
      .toSorted((one, other) => one.userIndex - other.userIndex)
      .map((user) => {
        const holder = codeHolder(user, state);
        return {
          index: user.userIndex,
          name: user.userName,
          uniqueId: user.userUniqueId,
          status: holder.status,
          type: holder.type,
          credentials: user.credentials.map(({ credentialType, credentialIndex }) => ({
            type: credentialName(credentialType),
            index: credentialIndex,
          })),
          schedules: [
            ...holder.yearDays.map(({ from, to }) => ({
              kind: 'dates' as const,
              from: localText(from),
              to: localText(to),
            })),
            ...holder.weekDays.map(weekly),
          ],
        };
      }),
  };
}

function credentialName(type: DoorLock.CredentialType): 'pin' | 'rfid' | 'other' {
  if (type === DoorLock.CredentialType.Pin) return 'pin';
  return type === DoorLock.CredentialType.Rfid ? 'rfid' : 'other';
}

function localText(wallSeconds: number): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(wallSeconds * 1000).toZonedDateTimeISO('UTC');
  return wall.toPlainDateTime().toString({ smallestUnit: 'second' });
}

function weekly({ days, from, to }: WeekDaySchedule): HeldSchedule {
  return { kind: 'weekly', days, from: clockText(from), to: clockText(to) };
}

function clockText(minutes: number): string {
  return Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toString({
    smallestUnit: 'minute',
  });
}
