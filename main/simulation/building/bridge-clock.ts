import { Temporal } from 'temporal-polyfill';
import type { ZoneName } from '#domain/time/time';

interface DaylightTime {
  readonly offset: number;
  readonly from: number;
  /** null: for good. */
  readonly until: number | null;
}

/**
 * The clock that the building's locks go by: the bridge's. It is right from the start, as one that has the time from elsewhere,
 * unless it is told otherwise; a restart is a power cut, after which it is again what it was started as.
 */
export class BridgeClock {
  /** How far it is ahead of the real time; null: it does not know the time. */
  #aheadMs: number | null;
  /** null until a controller has said: then it goes by the building's own zone. */
  #offset: number | null = null;
  #daylight: readonly DaylightTime[] = [];
  readonly #zone: ZoneName;

  constructor(zone: ZoneName, aheadMs: number | null) {
    this.#zone = zone;
    this.#aheadMs = aheadMs;
  }

  /** UNIX milliseconds, or null. */
  utc(): number | null {
    return this.#aheadMs === null ? null : Date.now() + this.#aheadMs;
  }

  setUtc(milliseconds: number): void {
    this.#aheadMs = milliseconds - Date.now();
  }

  /** A battery that ran empty (null), or a clock that runs wrong. */
  disturb(aheadMs: number | null): void {
    this.#aheadMs = aheadMs;
  }

  /** @param offset Seconds from UTC, without daylight time. What was known of that is forgotten, as the cluster has it. */
  setZone(offset: number): void {
    this.#offset = offset;
    this.#daylight = [];
  }

  setDaylight(daylight: readonly DaylightTime[]): void {
    this.#daylight = daylight;
  }

  /** The wall clock at the doors; null where the time, or whether it is daylight time, is not known. */
  local(): Temporal.PlainDateTime | null {
    const utc = this.utc();
    if (utc === null) return null;
    const at = Temporal.Instant.fromEpochMilliseconds(Math.round(utc));
    if (this.#offset === null) return at.toZonedDateTimeISO(this.#zone).toPlainDateTime();
    const daylight = this.#daylight.find(({ from, until }) => from <= utc && (until === null || utc < until));
    if (daylight === undefined) return null;
    return at
      .toZonedDateTimeISO('UTC')
      .toPlainDateTime()
      .add({ seconds: this.#offset + daylight.offset });
  }
}
