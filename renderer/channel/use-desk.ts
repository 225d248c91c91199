import { useEffect } from 'react';
import type { EncoderView } from '#api/encoder';
import type { SetupState } from '#api/settings-views';
import type { SessionView } from '#api/staff-views';
import type { StatusStrip } from '#api/status-strip';
import type { ZoneName } from '#domain/time/time';
import { followDeskTime } from './desk-clock.ts';
import { portal } from './portal-client.ts';
import { type Answer, useAnswer } from './use-portal.ts';

/** Who is signed in in this tab; null: nobody. */
export function useMe(): Answer<SessionView | null> {
  return useAnswer(['setup', 'me'], () => portal.sessions.me.query());
}

/** What of the first set-up is done, and whether the demo hotel runs. */
export function useSetup(): Answer<SetupState> {
  return useAnswer(['setup', 'state'], () => portal.setup.state.query());
}

/** How often the strip is asked even when nothing changed: the age of the last sync and the desk's clock move. */
const stripStrideMs = 5_000;

/** What is connected, what needs attention, and the desk's clock. */
export function useStrip(): StatusStrip | undefined {
  const { data } = useAnswer(['desk', 'strip'], () => portal.desk.strip.query(), { everyMs: stripStrideMs });
  useEffect(() => {
    if (data !== undefined) followDeskTime(data.now);
  }, [data]);
  return data;
}

/** The property's time zone; UTC until it is known. */
export function useZone(): ZoneName {
  return useStrip()?.property?.zone ?? ('UTC' as ZoneName);
}

/** Changes are pushed; this only mends what a lost notice would leave standing. */
const encoderStrideMs = 10_000;

/** The encoders, what lies on them, and the one job. @param enabled False for a role that does not see keycards. */
export function useEncoder(enabled = true): Answer<EncoderView> {
  return useAnswer(['encoder', 'view'], () => portal.encoder.view.query(), { everyMs: encoderStrideMs, enabled });
}
