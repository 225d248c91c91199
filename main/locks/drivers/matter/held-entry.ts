import './matter-settings.ts';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { Status } from '@matter/main/types';
import type { LockWindow } from '#domain/key/access-window';
import type { LockContent } from '#domain/locks/lock-entry';
import { LockRefusal } from './lock-answers.ts';
import type { LockAccess, LockUser } from './lock-access.ts';
import { credentialOf, placesOf } from './lock-credential.ts';
import type { CredentialPlace } from './lock-credential.ts';
import { sameSchedules, toSchedules, toWindow, weekDayIndexes } from './window-schedules.ts';
import type { LockSchedules, WeekDay, YearDay } from './window-schedules.ts';

/** What a lock holds of one user, as it was read a moment ago. */
export interface HeldEntry {
  readonly index: number;
  readonly userType: DoorLock.UserType | null;
  readonly enabled: boolean;
  /** The user's PINs and cards. */
  readonly credentials: readonly CredentialPlace[];
  readonly schedules: LockSchedules;
}

/** Year-day schedules alone are kept by more locks; both kinds together only count for a restricted user. */
export function userTypeFor({ weekDays }: LockSchedules): DoorLock.UserType {
  return weekDays.length === 0 ? DoorLock.UserType.YearDayScheduleUser : DoorLock.UserType.ScheduleRestrictedUser;
}

/** Whether the lock keeps a user of this type to all of these schedules. */
export function isRestrictedTo(userType: DoorLock.UserType | null, { weekDays }: LockSchedules): boolean {
  if (userType === DoorLock.UserType.ScheduleRestrictedUser) return true;
  return userType === DoorLock.UserType.YearDayScheduleUser && weekDays.length === 0;
}

export async function heldEntry(access: LockAccess, user: LockUser): Promise<HeldEntry> {
  const { userIndex } = user;
  return {
    index: userIndex,
    userType: user.userType,
    enabled: user.userStatus === DoorLock.UserStatus.OccupiedEnabled,
    credentials: placesOf(user.credentials),
    schedules: {
      yearDay: await yearDayOf(access, userIndex),
      // A year-day user's week-day schedules restrict nothing; asking for them would only cost battery.
      weekDays: user.userType === DoorLock.UserType.YearDayScheduleUser ? [] : await weekDaysOf(access, userIndex),
    },
  };
}

/** Whether somebody with this entry's code or card is let in, and only inside its window. */
export function isComplete({ userType, enabled, credentials, schedules }: Omit<HeldEntry, 'index'>): boolean {
  return (
    isRestrictedTo(userType, schedules) &&
    enabled &&
    credentials.length === 1 &&
    windowOf({ userType, schedules }) !== null
  );
}

/** @returns null unless the entry is restricted to a window that Portal could have written. */
export function windowOf({ userType, schedules }: Pick<HeldEntry, 'userType' | 'schedules'>): LockWindow | null {
  return isRestrictedTo(userType, schedules) ? toWindow(schedules) : null;
}

/** Throws LockRefusal unless the lock holds the entry as wanted. */
export function mustHold(held: HeldEntry, wanted: LockContent): void {
  if (!sameSchedules(held.schedules, toSchedules(wanted.window)))
    throw new LockRefusal('rejected', 'read back: other schedule');
  const { type } = credentialOf(wanted);
  if (held.credentials.length !== 1 || held.credentials[0]?.type !== type) {
    throw new LockRefusal('rejected', `read back: ${held.credentials.length} credentials, or of another kind`);
  }
  if (!isComplete(held)) throw new LockRefusal('rejected', 'read back: user not enabled or not restricted');
}

async function yearDayOf({ commands }: LockAccess, userIndex: number): Promise<YearDay | null> {
  const { status, localStartTime, localEndTime } = await commands.getYearDaySchedule({ yearDayIndex: 1, userIndex });
  if (status !== Status.Success || localStartTime === undefined || localEndTime === undefined) return null;
  return { localStartTime, localEndTime };
}

async function weekDaysOf({ commands, limits }: LockAccess, userIndex: number): Promise<readonly WeekDay[]> {
  if (limits.windows !== 'dates-and-weekly') return [];
  const held: WeekDay[] = [];
  for (const weekDayIndex of weekDayIndexes) {
    const { status, daysMask, startHour, startMinute, endHour, endMinute } = await commands.getWeekDaySchedule({
      weekDayIndex,
      userIndex,
    });
    if (status !== Status.Success || daysMask === undefined) continue;
    held.push({
      daysMask,
      startHour: startHour ?? 0,
      startMinute: startMinute ?? 0,
      endHour: endHour ?? 0,
      endMinute: endMinute ?? 0,
    });
  }
  return held;
}
