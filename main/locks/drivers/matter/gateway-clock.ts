import './matter-settings.ts';
import type { ClientNode } from '@matter/main';
import { TimeSynchronizationClient } from '@matter/main/behaviors/time-synchronization';
import { TimeSynchronization } from '@matter/main/clusters/time-synchronization';
import { StatusResponseError } from '@matter/main/types';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { InstantText, ZoneName } from '#domain/time/time';
import { zoneOffsets } from '#domain/time/zone-offsets';
import type { ClockAnswer } from '#main/locks/lock-driver';
import { invoke } from './lock-commands.ts';

const microseconds = z.union([z.number(), z.bigint()]).nullish();
const clockAttributes = z.object({
  featureMap: z.object({ timeZone: z.boolean().optional() }),
  dstOffsetListMaxSize: z.number().int().optional(),
  localTime: microseconds,
});
const zoneAnswer = z.object({ dstOffsetRequired: z.boolean() });

/** The beginning of Matter's time, which matter.js wants in UNIX microseconds. */
const ALWAYS = BigInt(Date.UTC(2000, 0, 1)) * 1000n;

interface ClockOrder {
  readonly zone: ZoneName;
  readonly now: () => InstantText;
}

/**
 * Sets the clock of the node, by which its locks keep their windows (Core spec 11.17), and reads it back. A node that has a better
 * source of time keeps that; what counts is what it reads.
 *
 * @param signal When it aborts, nothing more is sent: a time that arrives late is a wrong one.
 */
export async function setGatewayClock(
  node: ClientNode,
  { zone, now, signal }: ClockOrder & { readonly signal: AbortSignal },
): Promise<ClockAnswer> {
  if (!node.behaviors.has(TimeSynchronizationClient)) return { outcome: 'not-offered' };
  const { featureMap, dstOffsetListMaxSize } = clockAttributes.parse(node.stateOf(TimeSynchronizationClient));
  // Without a zone it has no local time, and the windows of a lock are local.
  if (featureMap.timeZone !== true) return { outcome: 'not-offered' };
  const send = (command: string, fields: object) =>
    invoke(node, { endpoint: node, cluster: TimeSynchronization, command, fields }, signal);
  const { standard, daylight } = zoneOffsets(zone, now(), Math.max(1, dstOffsetListMaxSize ?? 1));
  const timeZone = [{ offset: standard, validAt: ALWAYS, name: zone }];
  const answer = zoneAnswer.parse(await send('setTimeZone', { timeZone }));
  if (answer.dstOffsetRequired) {
    const dstOffset = daylight.map(({ offset, from, until }) => ({
      offset,
      validStarting: microsecondsOf(from),
      validUntil: until === null ? null : microsecondsOf(until),
    }));
    await send('setDstOffset', { dstOffset });
  }
  const granularity = TimeSynchronization.Granularity.SecondsGranularity;
  try {
    await send('setUtcTime', {
      utcTime: microsecondsOf(now()),
      granularity,
      timeSource: TimeSynchronization.TimeSource.Admin,
    });
  } catch (error) {
    if (!(error instanceof StatusResponseError)) throw error;
  }
  return readGatewayClock(node, { zone, now });
}

async function readGatewayClock(node: ClientNode, { zone, now }: ClockOrder): Promise<ClockAnswer> {
  const read: unknown = await node.getStateOf(TimeSynchronizationClient, ['localTime'] as never);
  const { localTime } = clockAttributes.pick({ localTime: true }).parse(read);
  if (localTime == null) return { outcome: 'read', offBySeconds: null };
  const wanted = wallClock(now(), zone);
  return { outcome: 'read', offBySeconds: Math.round((Number(localTime) / 1000 - wanted) / 1000) };
}

/** What the clocks on the wall show, as if it were UTC: in milliseconds. */
function wallClock(at: InstantText, zone: ZoneName): number {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(zone);
  return local.epochMilliseconds + local.offsetNanoseconds / 1e6;
}

function microsecondsOf(at: InstantText): bigint {
  return BigInt(Temporal.Instant.from(at).epochMilliseconds) * 1000n;
}
