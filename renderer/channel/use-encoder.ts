import type { EncoderView } from '#api/encoder';
import { portal } from './portal-client.ts';
import { useAnswer, type Answer } from './use-portal.ts';

/** Changes are pushed; this only mends what a lost notice would leave standing. */
const strideMs = 10_000;

/** The encoders, what lies on them, and the one job. @param enabled False for a role that does not see keycards. */
export function useEncoder(enabled = true): Answer<EncoderView> {
  return useAnswer(['encoder', 'view'], () => portal.encoder.view.query(), { everyMs: strideMs, enabled });
}
