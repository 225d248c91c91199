import { useSyncExternalStore } from 'react';
import { hasNoEnd } from '#domain/key/no-end';
import type { ClockTime, InstantText, LocalDateTime, ZoneName } from '#domain/time/time';

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

/** `Mon 23 Nov 15:00` */
export function momentText(at: InstantText, zone: ZoneName): string {
  return longText(partsOf(Date.parse(at), zone));
}

/** `Mon 23 Nov 15:00` of a time that is local already. */
export function localText(local: LocalDateTime): string {
  return longText(localParts(local));
}

/** `Wed 25 Nov 11:00` of a departure, or `no end`. */
export function endText(departure: LocalDateTime): string {
  return hasNoEnd(departure) ? 'no end' : localText(departure);
}

/** For narrow columns: `Sat 21 15:00` near now and in its month, `Thu 21 Jan 15:00` further off, `21 Jan 2028` beyond the year. */
export function shortLocalText(local: LocalDateTime, now: InstantText, zone: ZoneName): string {
  const parts = localParts(local);
  const today = partsOf(Date.parse(now), zone);
  const away = Math.abs(Date.parse(`${local}:00Z`) - asIfUtc(today));
  if (away < 14 * dayMs && parts.month === today.month)
    return `${parts.weekday} ${parts.day} ${parts.hour}:${parts.minute}`;
  return parts.year === today.year ? longText(parts) : `${parts.day} ${parts.month} ${parts.year}`;
}

/** `23 Nov` */
export function dayText(local: LocalDateTime): string {
  const parts = localParts(local);
  return `${parts.day} ${parts.month}`;
}

/** `15:58` */
export function clockText(at: InstantText, zone: ZoneName): string {
  const parts = partsOf(Date.parse(at), zone);
  return `${parts.hour}:${parts.minute}`;
}

/** `15:58:07` */
export function clockWithSeconds(at: InstantText, zone: ZoneName): string {
  return `${clockText(at, zone)}:${partsOf(Date.parse(at), zone).second}`;
}

/** `Mon 23 Nov`, of a moment. */
export function dateText(at: InstantText, zone: ZoneName): string {
  const parts = partsOf(Date.parse(at), zone);
  return `${parts.weekday} ${parts.day} ${parts.month}`;
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
  if (seconds < 2) return 'just now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)} h ago`;
  return `${Math.floor(seconds / 86_400)} days ago`;
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

/** `8,904` */
export function countText(count: number): string {
  return count.toLocaleString('en');
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

let ahead = 0;
let tick = secondNow();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** The desk's clock is the one that counts: countdowns run on it even where this PC's clock is wrong. */
export function followDeskTime(now: InstantText): void {
  ahead = Date.parse(now) - Date.now();
}

/** The moment at the desk, to the second; the component is drawn again every second. */
export function useNow(): InstantText {
  return useSyncExternalStore(onSecond, () => tick);
}

function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    tick = secondNow();
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function secondNow(): InstantText {
  const second = Math.floor((Date.now() + ahead) / 1000) * 1000;
  return new Date(second).toISOString() as InstantText;
}

function longText(parts: Parts): string {
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.hour}:${parts.minute}`;
}

function localParts(local: LocalDateTime): Parts {
  return partsOf(Date.parse(`${local}:00Z`), 'UTC' as ZoneName);
}

function asIfUtc(parts: Parts): number {
  return Date.parse(`${parts.day} ${parts.month} ${parts.year} ${parts.hour}:${parts.minute} GMT`);
}

function within(earlier: InstantText, later: InstantText, ms: number): boolean {
  return Math.abs(Date.parse(later) - Date.parse(earlier)) < ms;
}

const formatters = new Map<ZoneName, Intl.DateTimeFormat>();

function partsOf(epochMs: number, zone: ZoneName): Parts {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
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
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(
    formatter.formatToParts(epochMs).map(({ type, value }) => [type, value]),
  ) as unknown as Parts;
}
