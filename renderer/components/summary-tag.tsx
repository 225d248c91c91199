import type { DoorcodeSummary } from '#api/views';
import { doorcodeStates, pendingProvisioningTooltip } from '../text/doorcode.ts';
import { summaryWords } from '../text/keys.ts';
import { doorcodeStateIcons } from './doorcode-state-tag.tsx';
import { StateTag } from './state-tag.tsx';

/** Where a key's doorcode stands over all its doors, in one tag. */
export function SummaryTag({ summary }: { readonly summary: DoorcodeSummary }) {
  return (
    <StateTag
      tone={doorcodeStates[summary.worst].tone}
      icon={doorcodeStateIcons[summary.worst]}
      {...(summary.worst === 'pending-provisioning' ? { tooltip: pendingProvisioningTooltip } : {})}
    >
      {summaryWords(summary)}
    </StateTag>
  );
}
