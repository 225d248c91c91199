import type { StaffId } from '#domain/ids';
import type { AuditKind } from '#domain/staff/audit';
import type { InstantText } from '#domain/time/time';

/** What is in the fields; days as the browser's date field writes them, empty: open. */
export interface AuditFilterValue {
  readonly who: StaffId | null;
  readonly what: AuditKind | null;
  readonly text: string;
  readonly from: string;
  readonly to: string;
}

export const noFilter: AuditFilterValue = { who: null, what: null, text: '', from: '', to: '' };

/** The days are UTC days, as the export writes them; the last one is included. */
export function questionOf({ who, what, text, from, to }: AuditFilterValue) {
  return { who, what, text, from: startOf(from, 0), below: startOf(to, 1) };
}

function startOf(day: string, plusDays: number): InstantText | null {
  const start = Date.parse(`${day}T00:00:00.000Z`);
  if (day === '' || Number.isNaN(start)) return null;
  return new Date(start + plusDays * 86_400_000).toISOString() as InstantText;
}
