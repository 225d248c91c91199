import { Link, useParams } from '@tanstack/react-router';
import { keyId as keyIdOf, type KeyId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useZone } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { EmptyState, Waiting } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { failureSentence } from '../../text/failures.ts';
import { KeyDetailsPage } from './key-details-page.tsx';
import { keyDetailsTexts as texts } from './sentences.ts';

const timelineLimit = 300;

/** One key: who holds it, what works where, what is wrong with it, and everything that ever happened to it. */
export function KeyDetailsScreen() {
  const { keyId } = useParams({ from: '/keys/$keyId' });
  return <KeyDetailsOf key={keyId} id={keyIdOf.parse(keyId)} />;
}

function KeyDetailsOf({ id }: { readonly id: KeyId }) {
  const zone = useZone();
  const details = useAnswer(['keys', 'details', id], () => portal.keys.details.query({ keyId: id }));
  const timeline = useAnswer(['keys', 'timeline', id], () =>
    portal.keys.timeline.query({ keyId: id, limit: timelineLimit }),
  );
  if (details.data !== undefined)
    return <KeyDetailsPage details={details.data} timeline={timeline.data ?? []} zone={zone} />;
  return (
    <Page title={texts.title} trail={<Link to="/keys">{texts.keys}</Link>}>
      {details.failure === null ? (
        <Waiting>{texts.loading}</Waiting>
      ) : (
        <EmptyState title={texts.notShown}>{failureSentence(details.failure)}</EmptyState>
      )}
    </Page>
  );
}
