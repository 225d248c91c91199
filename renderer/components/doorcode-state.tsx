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
import type { DoorcodeState } from '#domain/situation/doorcode-state';
import type { InstantText, ZoneName } from '#domain/time/time';
import { sinceText, useNow } from '../format.ts';
import { doorcodeStates, doorcodeTone, pendingProvisioningTooltip, whyUnassigned } from '../text/doorcode.ts';
import { doorcodeStateDetail } from './doorcode-state-detail.ts';
import styles from './doorcode-state.module.css';
import { StateTag } from './state-tag.tsx';

interface DoorcodeStateCellProps {
  readonly state: DoorcodeState;
  /** The person has a keycard that works. */
  readonly hasCard: boolean;
  /** Since when the lock is offline; null: it is not, or nobody knows. */
  readonly offlineSince: InstantText | null;
  readonly zone: ZoneName;
}

/** The state's tag, and under it what a receptionist would ask next: when is the next try, and what is in the way. */
export function DoorcodeStateCell({ state, hasCard, offlineSince, zone }: DoorcodeStateCellProps) {
  const now = useNow();
  const detail = doorcodeStateDetail(state, now, offlineSince === null ? null : sinceText(offlineSince, now, zone));
  return (
    <div className={styles['cell']}>
      <DoorcodeStateTag state={state} hasCard={hasCard} zone={zone} />
      {detail === null ? null : <span className={styles['detail']}>{detail}</span>}
    </div>
  );
}

interface DoorcodeStateTagProps {
  readonly state: DoorcodeState;
  readonly hasCard: boolean;
  readonly zone: ZoneName;
}

/** Where a doorcode stands at one door: word, colour, icon, and since when it works or from when it is written. */
function DoorcodeStateTag({ state, hasCard, zone }: DoorcodeStateTagProps) {
  const now = useNow();
  const { label } = doorcodeStates[state.state];
  const unassigned = state.state === 'no-doorcode-assigned' ? state.reason : null;
  const tone = doorcodeTone(state.state, { unassigned, hasCard });
  const words =
    state.state === 'provisioned' || state.state === 'scheduled' ? `${label} ${sinceText(state.at, now, zone)}` : label;
  const tooltip = tooltipOf(state);
  return (
    <StateTag tone={tone} icon={doorcodeStateIcons[state.state]} {...(tooltip === null ? {} : { tooltip })}>
      {words}
    </StateTag>
  );
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

function tooltipOf(state: DoorcodeState): string | null {
  if (state.state === 'pending-provisioning') return pendingProvisioningTooltip;
  if (state.state !== 'no-doorcode-assigned') return null;
  return whyUnassigned(state.reason);
}
