import { monthName } from '../text/format.ts';

/** Days as the desk types them. Inside they are ISO dates: `2026-11-25`. */

const dayMs = 24 * 60 * 60_000;

/** So many days after it. */
export function dayAfter(day: string, days: number): string {
  return isoOf(Date.parse(day) + days * dayMs);
}

/**
 * What somebody typed for a day: `25 Nov`, `Wed 25 November 2026`, `25.11.`, `25/11/26` and `2026-11-25` are understood; the
 * day comes before the month. Without a year it is the one that is nearest to today. null: it is none.
 */
export function dayFrom(typed: string, today: string): string | null {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const inDigits = /^(\d{1,2})[./ -](\d{1,2})(?:[./ -](\d{4}|\d{2})?)?$/.exec(text);
  const inWords = /^(?:\p{L}+\.?,? +)?(\d{1,2})\.? *(\p{L}{3,12})\.?(?: +(\d{4}|\d{2}))?$/u.exec(text);
  const [, day, month, year] = inDigits ?? inWords ?? [];
  if (day === undefined || month === undefined) return null;
  const number = inDigits === null ? monthOf(month) : Number(month);
  if (year === undefined) return nearest(number, Number(day), today);
  return existing(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day));
}

/** The month whose name begins so, in the language that is spoken; 0: none does. */
function monthOf(word: string): number {
  const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
  return numbers.find((month) => monthName(month).toLowerCase().startsWith(word.slice(0, 3))) ?? 0;
}

function nearest(month: number, day: number, today: string): string | null {
  const thisYear = Number(today.slice(0, 4));
  const away = (one: string) => Math.abs(Date.parse(one) - Date.parse(today));
  const possible = [thisYear - 1, thisYear, thisYear + 1]
    .map((year) => existing(year, month, day))
    .filter((one) => one !== null);
  return possible.toSorted((left, right) => away(left) - away(right))[0] ?? null;
}

/** null: there is no such day. */
function existing(year: number, month: number, day: number): string | null {
  const moment = Date.UTC(year, month - 1, day);
  const iso = isoOf(moment);
  return new Date(moment).getUTCMonth() === month - 1 && iso.startsWith(`${year}-`) ? iso : null;
}

function isoOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
