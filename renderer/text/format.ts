import { hasNoEnd } from '#domain/key/no-end';
import {
  type ClockTime,
  type InstantText,
  localAt,
  type LocalDateTime,
  type Weekday,
  type ZoneName,
} from '#domain/time/time';
import { languageCode, plural, sentences } from './language.ts';

/** How times, codes and names are written. Moments are shown in the property's zone; local times are in it already. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

interface Parts {
  readonly weekday: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

/** In which order a language writes them; the names of days and months are its own already. */
export const timeTexts = sentences('times', {
  moment: ({ weekday, day, month, hour, minute }: Parts) => `${weekday} ${day} ${month} ${hour}:${minute}`,
  soon: ({ weekday, day, hour, minute }: Parts) => `${weekday} ${day} ${hour}:${minute}`,
  farOff: ({ day, month, year }: Parts) => `${day} ${month} ${year}`,
  date: ({ weekday, day, month }: Parts) => `${weekday} ${day} ${month}`,
  fullDate: ({ weekday, day, month, year }: Parts) => `${weekday} ${day} ${month} ${year}`,
  day: ({ day, month }: Parts) => `${day} ${month}`,
  dayAndTime: ({ day, month, hour, minute }: Parts) => `${day} ${month} ${hour}:${minute}`,
  clock: ({ hour, minute }: Pick<Parts, 'hour' | 'minute'>) => `${hour}:${minute}`,
  clockWithSeconds: ({ hour, minute, second }: Parts) => `${hour}:${minute}:${second}`,
  period: (from: string, until: string) => `${from} → ${until}`,
  span: (from: string, until: string) => `${from} – ${until}`,
  noEnd: 'no end',
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => plural(count, { one: '1 day', other: `${count} days` }),
  justNow: 'just now',
  secondsAgo: (count: number) => `${count} s ago`,
  minutesAgo: (count: number) => `${count} min ago`,
  hoursAgo: (count: number) => `${count} h ago`,
  daysAgo: (count: number) => plural(count, { one: '1 day ago', other: `${count} days ago` }),
});

/** `Mon 23 Nov 15:00` */
export function momentText(at: InstantText, zone: ZoneName): string {
  return timeTexts.moment(partsOf(Date.parse(at), zone));
}

/** `Mon 23 Nov 15:00` of a time that is local already. */
export function localText(local: LocalDateTime): string {
  return timeTexts.moment(localParts(local));
}

/** `Wed 25 Nov 11:00` of a departure, or `no end`. */
export function endText(departure: LocalDateTime): string {
  return hasNoEnd(departure) ? timeTexts.noEnd : localText(departure);
}

/** `Mon 23 Nov 15:00 → Wed 25 Nov 11:00` */
export function periodText(from: LocalDateTime, until: LocalDateTime): string {
  return timeTexts.period(localText(from), endText(until));
}

/** `23 Nov 15:00 – 25 Nov 11:00`, for narrow columns. */
export function shortPeriodText({
  arrival,
  departure,
}: {
  readonly arrival: LocalDateTime;
  readonly departure: LocalDateTime;
}): string {
  const until = hasNoEnd(departure) ? timeTexts.noEnd : timeTexts.dayAndTime(localParts(departure));
  return timeTexts.span(timeTexts.dayAndTime(localParts(arrival)), until);
}

/** For narrow columns: `Sat 21 15:00` near now and in its month, `Thu 21 Jan 15:00` further off, `21 Jan 2028` beyond the year. */
export function shortLocalText(local: LocalDateTime, now: InstantText, zone: ZoneName): string {
  const parts = localParts(local);
  const today = localAt(now, zone);
  const away = Math.abs(Date.parse(`${local}:00Z`) - Date.parse(`${today}:00Z`));
  if (away < 14 * dayMs && local.slice(0, 7) === today.slice(0, 7)) return timeTexts.soon(parts);
  return local.slice(0, 4) === today.slice(0, 4) ? timeTexts.moment(parts) : timeTexts.farOff(parts);
}

/** `23 Nov` */
export function dayText(local: LocalDateTime): string {
  return timeTexts.day(localParts(local));
}

/** `15:58` */
export function clockText(at: InstantText, zone: ZoneName): string {
  return timeTexts.clock(partsOf(Date.parse(at), zone));
}

/** `15:58:07` */
export function clockWithSeconds(at: InstantText, zone: ZoneName): string {
  return timeTexts.clockWithSeconds(partsOf(Date.parse(at), zone));
}

/** `Mon 23 Nov`, of a moment. */
export function dateText(at: InstantText, zone: ZoneName): string {
  return timeTexts.date(partsOf(Date.parse(at), zone));
}

/** `Mon 23 Nov`, of a time that is local already. */
export function localDateText(local: LocalDateTime): string {
  return timeTexts.date(localParts(local));
}

/** When something began: `15:58` today, `Sat 21 Nov 15:58` before. */
export function sinceText(at: InstantText, now: InstantText, zone: ZoneName): string {
  return dateText(at, zone) === dateText(now, zone) && within(at, now, dayMs)
    ? clockText(at, zone)
    : momentText(at, zone);
}

/** `just now`, `12 s ago`, `4 min ago`, `3 h ago`, `5 days ago` */
export function agoText(at: InstantText, now: InstantText): string {
  const seconds = Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 1000));
  if (seconds < 2) return timeTexts.justNow;
  if (seconds < 60) return timeTexts.secondsAgo(seconds);
  if (seconds < 3600) return timeTexts.minutesAgo(Math.floor(seconds / 60));
  if (seconds < 48 * 3600) return timeTexts.hoursAgo(Math.floor(seconds / 3600));
  return timeTexts.daysAgo(Math.floor(seconds / 86_400));
}

/** How far two clocks are apart, whichever is ahead: `4 min`, `5 h`, `3 days`. */
export function distanceText(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(milliseconds) / 60_000));
  if (minutes < 120) return timeTexts.minutes(minutes);
  if (minutes < 48 * 60) return timeTexts.hours(Math.round(minutes / 60));
  return timeTexts.days(Math.round(minutes / 1440));
}

/** Time left: `0:42`, `2:14`, `1:02:03`; `0:00` once it is due. */
export function countdownText(to: InstantText, now: InstantText): string {
  const left = Math.max(0, Math.ceil((Date.parse(to) - Date.parse(now)) / 1000));
  const seconds = String(left % 60).padStart(2, '0');
  const minutes = Math.floor(left / 60) % 60;
  const hours = Math.floor(left / 3600);
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`;
}

/** For reading aloud: `48 29`, `482 91`, `482 913`, `482 91 35`. Works on dots as well. */
export function groupedCode(code: string): string {
  const groups: string[] = [];
  let rest = code;
  while (rest.length > 0) {
    const size = rest.length === 2 || rest.length === 4 ? 2 : 3;
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return groups.join(' ');
}

/** `Wed 25 Nov 2026`, of an ISO date. */
export function fullDateText(day: string): string {
  return timeTexts.fullDate(partsOf(Date.parse(day), 'UTC' as ZoneName));
}

/** `November` of 11. */
export function monthName(month: number): string {
  return new Intl.DateTimeFormat(languageCode(), { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2026, month - 1, 1),
  );
}

/** `Mon`, `Monday`: 23 November 2026 is one. */
export function weekdayName(day: Weekday, style: 'short' | 'long'): string {
  return new Intl.DateTimeFormat(languageCode(), { weekday: style, timeZone: 'UTC' }).format(
    Date.UTC(2026, 10, 22 + day),
  );
}

/** `Lisbon` of `Europe/Lisbon`. */
export function zoneCity(zone: ZoneName): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** `IR` of `Inês Ramos`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${words[0]?.charAt(0) ?? ''}${last.charAt(0)}`.toUpperCase();
}

/** `Okafor, Amara`, or the one name that there is. */
export function listName(person: { readonly firstName: string; readonly lastName: string }): string {
  return [person.lastName, person.firstName].filter((part) => part !== '').join(', ');
}

/** What somebody typed for a time of day, as `15:00`: `15`, `15.30`, `1530` and `3:05` are understood. null: it is none. */
export function clockTimeFrom(typed: string): ClockTime | null {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` as ClockTime;
}

function localParts(local: LocalDateTime): Parts {
  return partsOf(Date.parse(`${local}:00Z`), 'UTC' as ZoneName);
}

function within(earlier: InstantText, later: InstantText, ms: number): boolean {
  return Math.abs(Date.parse(later) - Date.parse(earlier)) < ms;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(epochMs: number, zone: ZoneName): Parts {
  const language = languageCode();
  const known = `${language}/${zone}`;
  let formatter = formatters.get(known);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat(language, {
      timeZone: zone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(known, formatter);
  }
  return Object.fromEntries(
    formatter.formatToParts(epochMs).map(({ type, value }) => [type, value]),
  ) as unknown as Parts;
}
