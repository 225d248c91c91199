import { clockTime, type ClockTime } from '#domain/time/time';
import type { PmsAnswer, PmsIdentity, PmsProperty } from '#main/pms/pms-connector';
import { Temporal } from 'temporal-polyfill';
import { tooSlow, type MewsClient } from './mews-client.ts';
import { everyPage, orWithheld } from './mews-pages.ts';
import { mewsConfiguration, serviceList, type MewsService } from './mews-shapes.ts';

/** Name, zone and Mews' own clock: one question. */
export async function identityOf(client: MewsClient, signal: AbortSignal): Promise<PmsAnswer<PmsIdentity>> {
  const configuration = tooSlow(await client.ask('configuration/get', {}, mewsConfiguration, signal));
  if (configuration.outcome !== 'answered') return configuration;
  const { NowUtc: now, Enterprise: enterprise } = configuration.value;
  const { Id: id, Name: name, TimeZoneIdentifier: zone } = enterprise;
  return { outcome: 'answered', value: { id, name, zone, now } };
}

/** The same, and the default times of the service that sells nights. */
export async function propertyOf(client: MewsClient, signal: AbortSignal): Promise<PmsAnswer<PmsProperty>> {
  // The services first: between NowUtc and the caller's use of it should lie as little as possible.
  const services = orWithheld(tooSlow(await everyPage(client, serviceList, {}, signal)));
  if (services.outcome !== 'answered') return services;
  const identity = await identityOf(client, signal);
  if (identity.outcome !== 'answered') return identity;
  const offsets = nightly(services.value)?.Data.Value ?? null;
  return {
    ...services,
    value: {
      ...identity.value,
      defaultArrival: timeOfDay(offsets?.StartOffset ?? null),
      defaultDeparture: timeOfDay(offsets?.EndOffset ?? null),
    },
  };
}

/** The first active bookable service, in the hotel's own order, that is sold by the day. */
function nightly(services: readonly MewsService[]): MewsService | undefined {
  return services
    .filter((service) => service.IsActive && service.Data.Discriminator === 'Bookable')
    .filter((service) => service.Data.Value?.TimeUnitPeriod === 'Day')
    .toSorted((a, b) => a.Ordering - b.Ordering)[0];
}

/**
 * A service's offset counts from a midnight, forwards or backwards: from the start of its day, or from the end (Mews,
 * Time units). `P0M0DT15H0M0S` is 15:00.
 */
function timeOfDay(offset: string | null): ClockTime | null {
  if (offset === null) return null;
  try {
    const { hours, minutes } = Temporal.Duration.from(offset);
    const time = Temporal.PlainTime.from('00:00').add({ hours, minutes });
    return clockTime.parse(time.toString({ smallestUnit: 'minute' }));
  } catch {
    // An offset that is not a duration says nothing about the time of day; the property's own default stands.
    return null;
  }
}
