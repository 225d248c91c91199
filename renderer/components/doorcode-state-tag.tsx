import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconCircleOff,
  IconClock,
  IconLoader2,
  IconLockOff,
  IconCalendarClock,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ZoneName } from '#domain/time/time';
import type { DoorcodeState } from '#domain/situation/doorcode-state';
import { useNow, sinceText } from '../format.ts';
import { doorcodeStates, doorcodeTone, pendingProvisioningTooltip, whyUnassigned } from '../text/doorcode.ts';
import { StateTag } from './state-tag.tsx';

export interface DoorcodeStateTagProps {
  readonly state: DoorcodeState;
  readonly hasCard: boolean;
  readonly zone: ZoneName;
}

/** Where a doorcode stands at one door: word, colour, icon, and since when it works or from when it is written. */
export function DoorcodeStateTag({ state, hasCard, zone }: DoorcodeStateTagProps) {
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
