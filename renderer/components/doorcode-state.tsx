import {
  IconAlertTriangle,
  IconCalendarClock,
  IconCheck,
  IconCircleDashed,
  IconCircleOff,
  IconClock,
  IconLoader2,
  IconLockOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { LockLimits } from '#domain/house/door';
import type { DoorcodeState } from '#domain/situation/doorcode-state';
import type { InstantText, ZoneName } from '#domain/time/time';
import { useNow } from '../channel/desk-clock.ts';
import { doorcodeStateDetail, doorcodeStateTooltip } from '../text/doorcode-state-detail.ts';
import { doorcodeTexts, doorcodeTone } from '../text/doorcode.ts';
import { sinceText } from '../text/format.ts';
import styles from './doorcode-state.module.css';
import { StateTag } from './state-tag.tsx';

interface DoorcodeStateCellProps {
  readonly state: DoorcodeState;
  /** The person has a keycard that works. */
  readonly hasCard: boolean;
  /** Since when the lock is offline; null: it is not, or nobody knows. */
  readonly offlineSince: InstantText | null;
  /** Who confirms that the lock holds it; null: there is no lock. */
  readonly proof: LockLimits['proof'] | null;
  readonly zone: ZoneName;
}

/** The state's tag, and under it what a receptionist would ask next: when is the next try, and what is in the way. */
export function DoorcodeStateCell({ state, hasCard, offlineSince, proof, zone }: DoorcodeStateCellProps) {
  const now = useNow();
  const detail = doorcodeStateDetail(state, now, offlineSince === null ? null : sinceText(offlineSince, now, zone));
  return (
    <div className={styles['cell']}>
      <DoorcodeStateTag state={state} hasCard={hasCard} proof={proof} zone={zone} />
      {detail === null ? null : <span className={styles['detail']}>{detail}</span>}
    </div>
  );
}

type DoorcodeStateTagProps = Omit<DoorcodeStateCellProps, 'offlineSince'>;

/** Where a doorcode stands at one door: word, colour, icon, and since when it works or from when it is written. */
function DoorcodeStateTag({ state, hasCard, proof, zone }: DoorcodeStateTagProps) {
  const now = useNow();
  const unassigned = state.state === 'no-doorcode-assigned' ? state.reason : null;
  const tone = doorcodeTone(state.state, { unassigned, hasCard });
  const tooltip = doorcodeStateTooltip(state, proof);
  return (
    <StateTag tone={tone} icon={doorcodeStateIcons[state.state]} {...(tooltip === null ? {} : { tooltip })}>
      {stateWords(state, (at) => sinceText(at, now, zone))}
    </StateTag>
  );
}

/** The word, and since when it works or from when it is written. */
function stateWords(state: DoorcodeState, time: (at: InstantText) => string): string {
  if (state.state === 'provisioned') return doorcodeTexts.provisionedSince(time(state.at));
  if (state.state === 'scheduled') return doorcodeTexts.scheduledFor(time(state.at));
  return doorcodeTexts.states[state.state];
}

export const doorcodeStateIcons: Record<DoorcodeState['state'], ReactNode> = {
  'no-lock': <IconLockOff aria-hidden />,
  'no-doorcode-assigned': <IconCircleOff aria-hidden />,
  'pending-provisioning': <IconCircleDashed aria-hidden />,
  scheduled: <IconCalendarClock aria-hidden />,
  'waiting-for-lock': <IconClock aria-hidden />,
  writing: <IconLoader2 aria-hidden />,
  provisioned: <IconCheck aria-hidden />,
  'removal-pending': <IconClock aria-hidden />,
  removed: <IconCheck aria-hidden />,
  failed: <IconAlertTriangle aria-hidden />,
};
