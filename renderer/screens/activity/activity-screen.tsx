import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { TimelinePanel } from '../../components/timeline-panel.tsx';
import { activityText } from './sentences.ts';

/** As far back as the list goes; a key or a door has its own, longer memory. */
const atMost = 400;

/** Everything that happened in the property, newest first. */
export function ActivityScreen() {
  const zone = useZone();
  const entries = useAnswer(['desk', 'activity'], () => portal.desk.activity.query({ limit: atMost }));
  return (
    <Page title={activityText.title} beside={activityText.words}>
      <FailureNotice failure={entries.failure} />
      {entries.waiting ? <Waiting>{activityText.loading}</Waiting> : null}
      {entries.data === undefined ? null : (
        <TimelinePanel title={activityText.panel} entries={entries.data} zone={zone} empty={activityText.empty} named />
      )}
    </Page>
  );
}
