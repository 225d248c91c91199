import '#main/locks/drivers/matter/matter-settings';
import { TimeSynchronizationServer } from '@matter/main/behaviors/time-synchronization';
import type { TimeSynchronization } from '@matter/main/clusters/time-synchronization';
import type { Endpoint } from '@matter/main';
import { Val } from '@matter/main/protocol';
import { BridgeClock } from './bridge-clock.ts';

const WithZone = TimeSynchronizationServer.with('TimeZone');

class ClockState extends WithZone.State {
  [Val.properties](endpoint: Endpoint) {
    const clock = endpoint.env.get(BridgeClock);
    return {
      get utcTime(): bigint | null {
        const utc = clock.utc();
        return utc === null ? null : BigInt(Math.round(utc)) * 1000n;
      },
      get localTime(): bigint | null {
        const local = clock.local();
        return local === null ? null : BigInt(local.toZonedDateTime('UTC').epochMilliseconds) * 1000n;
      },
    };
  }
}

/** The bridge's clock as Matter has it (Core spec 11.17): matter.js has the cluster, and none of its commands. */
export class VirtualClock extends WithZone {
  static override readonly State = ClockState;

  override setUtcTime({ utcTime, granularity }: TimeSynchronization.SetUtcTimeRequest): void {
    this.env.get(BridgeClock).setUtc(Number(utcTime) / 1000);
    this.state.granularity = granularity;
  }

  override setTimeZone({ timeZone }: TimeSynchronization.SetTimeZoneRequest): TimeSynchronization.SetTimeZoneResponse {
    this.state.timeZone = timeZone;
    this.state.dstOffset = [];
    this.env.get(BridgeClock).setZone(timeZone[0]?.offset ?? 0);
    return { dstOffsetRequired: true };
  }

  override setDstOffset({ dstOffset }: TimeSynchronization.SetDstOffsetRequest): void {
    this.state.dstOffset = dstOffset;
    this.env.get(BridgeClock).setDaylight(
      dstOffset.map(({ offset, validStarting, validUntil }) => ({
        offset,
        from: Number(validStarting) / 1000,
        until: validUntil === null ? null : Number(validUntil) / 1000,
      })),
    );
  }
}
