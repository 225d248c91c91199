import './matter-settings.ts';
import type { LockAccess } from './lock-access.ts';
import type { HeldEntry } from './held-entry.ts';
import { weekDayIndexes } from './window-schedules.ts';
import type { WantedSchedules, YearDay } from './window-schedules.ts';

export async function writeYearDay({ commands }: LockAccess, userIndex: number, yearDay: YearDay): Promise<void> {
  await commands.setYearDaySchedule({ yearDayIndex: 1, userIndex, ...yearDay });
}

/** Writes what differs. For an entry whose code does not open meanwhile: several schedules cannot change at once. */
export async function writeSchedules(access: LockAccess, held: HeldEntry, wanted: WantedSchedules): Promise<void> {
  for (const [n, weekDayIndex] of weekDayIndexes.entries()) {
    const weekDay = wanted.weekDays[n];
    if (weekDay !== undefined) {
      await access.commands.setWeekDaySchedule({ weekDayIndex, userIndex: held.index, ...weekDay });
    } else if (held.schedules.weekDays.length > 0) {
      await access.commands.clearWeekDaySchedule({ weekDayIndex, userIndex: held.index });
    }
  }
  await writeYearDay(access, held.index, wanted.yearDay);
}
