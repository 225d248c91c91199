import { useEffect } from 'react';
import type { StatusStrip } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { followDeskTime } from '../format.ts';
import { portal } from './portal-client.ts';
import { useAnswer } from './use-portal.ts';

/** How often the strip is asked even when nothing changed: the age of the last sync and the desk's clock move. */
const strideMs = 5_000;

/** What is connected, what needs attention, and the desk's clock. */
export function useStrip(): StatusStrip | undefined {
  const { data } = useAnswer(['desk', 'strip'], () => portal.desk.strip.query(), { everyMs: strideMs });
  useEffect(() => {
    if (data !== undefined) followDeskTime(data.now);
  }, [data]);
  return data;
}

/** The property's time zone; UTC until it is known. */
export function useZone(): ZoneName {
  return useStrip()?.property?.zone ?? ('UTC' as ZoneName);
}
