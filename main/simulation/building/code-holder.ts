import '#main/locks/drivers/matter/matter-settings';
import { DoorLock } from '@matter/main/clusters/door-lock';
import type { CodeHolder } from './keypad.ts';

interface Schedules {
  readonly yearDaySchedules: readonly {
    readonly userIndex: number;
    readonly localStartTime: number;
    readonly localEndTime: number;
  }[];
  readonly weekDaySchedules: readonly {
    readonly userIndex: number;
    readonly daysMask: DoorLock.DaysMask;
    readonly startHour: number;
    readonly startMinute: number;
    readonly endHour: number;
    readonly endMinute: number;
  }[];
}

/** What the lock stores of a user, in the keypad's words. */
export function codeHolder(
  user: { readonly userIndex: number; readonly userStatus: DoorLock.UserStatus; readonly userType: DoorLock.UserType },
  { yearDaySchedules, weekDaySchedules }: Schedules,
): CodeHolder {
  return {
    status: user.userStatus === DoorLock.UserStatus.OccupiedEnabled ? 'enabled' : 'disabled',
    type: typeOf(user.userType),
    yearDays: yearDaySchedules
      .filter(({ userIndex }) => userIndex === user.userIndex)
      .map(({ localStartTime, localEndTime }) => ({ from: localStartTime, to: localEndTime })),
    weekDays: weekDaySchedules
      .filter(({ userIndex }) => userIndex === user.userIndex)
      .map(({ daysMask, startHour, startMinute, endHour, endMinute }) => ({
        days: dayNames.flatMap((name, index) => (daysMask[name] === true ? [index + 1] : [])),
        from: startHour * 60 + startMinute,
        to: endHour * 60 + endMinute,
      })),
  };
}

const dayNames = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

function typeOf(userType: DoorLock.UserType): CodeHolder['type'] {
  switch (userType) {
    case DoorLock.UserType.UnrestrictedUser:
    case DoorLock.UserType.ProgrammingUser:
      return 'unrestricted';
    case DoorLock.UserType.YearDayScheduleUser:
      return 'year-day';
    case DoorLock.UserType.WeekDayScheduleUser:
      return 'week-day';
    case DoorLock.UserType.ScheduleRestrictedUser:
      return 'restricted';
    case DoorLock.UserType.NonAccessUser:
    case DoorLock.UserType.ForcedUser:
    case DoorLock.UserType.DisposableUser:
    case DoorLock.UserType.ExpiringUser:
    case DoorLock.UserType.RemoteOnlyUser:
      return 'other';
  }
}
