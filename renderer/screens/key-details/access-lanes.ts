import { Temporal } from 'temporal-polyfill';
import type { KeyDoorView } from '#api/views';
import { hasNoEnd } from '#domain/key/no-end';
import type { LocalDateTime } from '#domain/time/time';

/** A picture of when a key opens: positions are percent of the bar's width. */
export interface AccessPicture {
  readonly lanes: readonly AccessLane[];
  /** null when this moment is far from the stay. */
  readonly now: number | null;
  readonly ticks: readonly { readonly at: number; readonly moment: LocalDateTime }[];
}

/** Doors that open in the same window. */
export interface AccessLane {
  readonly doors: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly isRevoked: boolean;
}

/** How much of the bar lies before the arrival and after the departure. */
const margin = 0.12;

/** null without doors, and for a key without end: seventy years tell nothing. `now` is in the property's zone. */
export function accessPicture(doors: readonly KeyDoorView[], now: LocalDateTime): AccessPicture | null {
  const arrivals = doors.map((door) => door.arrival).toSorted();
  const departures = doors.map((door) => door.departure).toSorted();
  const first = arrivals[0];
  const last = departures.at(-1);
  if (first === undefined || last === undefined || last <= first || hasNoEnd(last)) return null;
  const start = minutes(first);
  const span = minutes(last) - start;
  const place = (moment: LocalDateTime) => 100 * (margin + ((minutes(moment) - start) / span) * (1 - 2 * margin));
  const nowAt = place(now);
  return {
    lanes: lanesOf(doors).map((lane) => ({
      doors: lane.map((door) => door.name),
      from: place(lane[0].arrival),
      to: place(lane[0].departure),
      isRevoked: lane[0].revokedAt !== null,
    })),
    now: nowAt < 0 || nowAt > 100 ? null : nowAt,
    ticks: [first, last].map((moment) => ({ at: place(moment), moment })),
  };
}

type Lane = readonly [KeyDoorView, ...KeyDoorView[]];

function lanesOf(doors: readonly KeyDoorView[]): readonly Lane[] {
  const lanes = new Map<string, Lane>();
  for (const door of doors) {
    const window = [door.arrival, door.departure, door.revokedAt === null].join('/');
    const lane = lanes.get(window);
    lanes.set(window, lane === undefined ? [door] : [...lane, door]);
  }
  return [...lanes.values()];
}

function minutes(moment: LocalDateTime): number {
  return Temporal.PlainDateTime.from(moment).toZonedDateTime('UTC').epochMilliseconds / 60_000;
}
