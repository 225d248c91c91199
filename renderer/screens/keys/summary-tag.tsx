import type { DoorcodeSummary } from '#domain/situation/doorcode-state';
import { doorcodeTone, summaryTooltip } from '../../text/doorcode.ts';
import { summaryWords } from './sentences.ts';
import { doorcodeStateIcons } from '../../components/doorcode-state-tag.tsx';
import { StateTag } from '../../components/state-tag.tsx';

/** Where a key's doorcode stands over all its doors, in one tag. */
export function SummaryTag({ summary, hasCard }: { readonly summary: DoorcodeSummary; readonly hasCard: boolean }) {
  const tooltip = summaryTooltip(summary);
  return (
    <StateTag
      tone={doorcodeTone(summary.worst, { unassigned: summary.unassigned, hasCard })}
      icon={doorcodeStateIcons[summary.worst]}
      {...(tooltip === null ? {} : { tooltip })}
    >
      {summaryWords(summary)}
    </StateTag>
  );
}
