import { Link, useParams } from '@tanstack/react-router';
import { doorId as doorIdOf, type DoorId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { EmptyState, Waiting } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { failureSentence } from '../../text/failures.ts';
import { DoorDetailsPage } from './door-details-page.tsx';
import { doorPageTexts as texts } from './sentences.ts';

const logLimit = 300;

/** One door: its settings, what it is linked and mapped to, its lock, and its log. */
export function DoorDetailsScreen() {
  const { doorId } = useParams({ from: '/doors/$doorId' });
  return <DoorDetailsOf key={doorId} id={doorIdOf.parse(doorId)} />;
}

function DoorDetailsOf({ id }: { readonly id: DoorId }) {
  const zone = useZone();
  const door = useAnswer(['doors', 'details', id], () => portal.doors.details.query({ doorId: id }));
  const log = useAnswer(['doors', 'log', id], () => portal.doors.log.query({ doorId: id, limit: logLimit }));
  if (door.data !== undefined) return <DoorDetailsPage door={door.data} log={log.data ?? []} zone={zone} />;
  return (
    <Page title={texts.door} trail={<Link to="/doors">{texts.title}</Link>}>
      {door.failure === null ? (
        <Waiting>{texts.loadingDoor}</Waiting>
      ) : (
        <EmptyState title={texts.doorNotShown}>{failureSentence(door.failure)}</EmptyState>
      )}
    </Page>
  );
}
