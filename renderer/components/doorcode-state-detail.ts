import type { InstantText } from '#domain/time/time';
import type { DoorcodeState } from '#domain/situation/doorcode-state';
import { countdownText } from '../format.ts';
import { capital } from '../text/capital.ts';
import { lockErrorTexts, stateDetailTexts, stoppedTexts } from '../text/doorcode.ts';

/**
 * What a receptionist would ask next about a doorcode at a door: when the next try is, and what is in the way; null when
 * the state's word says it all. `offlineSince` is a time as the desk reads it, or null when the lock answers.
 */
export function doorcodeStateDetail(
  state: DoorcodeState,
  now: InstantText,
  offlineSince: string | null,
): string | null {
  if (state.state === 'waiting-for-lock' || state.state === 'removal-pending') {
    const cause =
      offlineSince === null
        ? state.error && lockErrorTexts[state.error.kind].short
        : stateDetailTexts.offlineSince(offlineSince);
    return [stateDetailTexts.nextTry(countdownText(state.nextTryAt, now)), cause]
      .filter((part) => part !== null)
      .join(' · ');
  }
  if (state.state === 'failed')
    return state.error === null
      ? stoppedTexts[state.why]
      : stateDetailTexts.stopped(state.why, lockErrorTexts[state.error.kind].short);
  return offlineSince === null || state.state === 'removed'
    ? null
    : capital(stateDetailTexts.offlineSince(offlineSince));
}
