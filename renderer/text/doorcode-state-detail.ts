import type { LockLimits } from '#domain/house/door';
import type { DoorcodeState } from '#domain/situation/doorcode-state';
import type { InstantText } from '#domain/time/time';
import { doorcodeTexts, whyUnassigned } from './doorcode.ts';
import { countdownText } from './format.ts';
import { lockErrorText } from './lock-errors.ts';

const { detail, stopped } = doorcodeTexts;

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
    const left = countdownText(state.nextTryAt, now);
    const cause = offlineSince === null ? short(state.error) : detail.offlineSince(offlineSince);
    return facts([left === '0:00' ? detail.tryingNow : detail.nextTry(left), cause]);
  }
  if (state.state === 'failed')
    return state.error === null ? stopped[state.why] : facts([detail[state.why], short(state.error)]);
  return offlineSince === null || state.state === 'removed' ? null : detail.onlyOfflineSince(offlineSince);
}

/** The sentence behind the state's word; null: the word says it all. */
export function doorcodeStateTooltip(state: DoorcodeState, proof: LockLimits['proof'] | null): string | null {
  if (state.state === 'pending-provisioning') return doorcodeTexts.pendingProvisioning;
  if (state.state === 'no-doorcode-assigned') return whyUnassigned(state.reason);
  return state.state === 'provisioned' && proof === 'cloud' ? doorcodeTexts.confirmedByCloud : null;
}

function short(error: Extract<DoorcodeState, { readonly state: 'failed' }>['error']): string | null {
  return error === null ? null : lockErrorText(error.kind).short;
}

/** One beside the other: none of them is a part of a sentence. */
function facts(known: readonly (string | null)[]): string {
  return known.filter((fact) => fact !== null).join(' · ');
}
