/** Days as the desk reads and types them. Inside they are ISO dates: `2026-11-25`. */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const dayMs = 24 * 60 * 60_000;

/** `Wed 25 Nov 2026` */
export function dayWords(day: string): string {
  const date = new Date(day);
  const month = months[date.getUTCMonth()] ?? '';
  const named = `${month.charAt(0).toUpperCase()}${month.slice(1)}`;
  return `${weekdays[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${named} ${date.getUTCFullYear()}`;
}

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
  const inWords = /^(?:[a-z]+,? +)?(\d{1,2})\.? *([a-z]{3,9})\.?(?: +(\d{4}|\d{2}))?$/.exec(text);
  const [, day, month, year] = inDigits ?? inWords ?? [];
  if (day === undefined || month === undefined) return null;
  const number = inDigits === null ? months.indexOf(month.slice(0, 3)) + 1 : Number(month);
  if (year === undefined) return nearest(number, Number(day), today);
  return existing(year.length === 2 ? 2000 + Number(year) : Number(year), number, Number(day));
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
