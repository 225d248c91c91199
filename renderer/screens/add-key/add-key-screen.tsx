import { portal } from '../../channel/portal-client.ts';
import { useStrip } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { AddKeyPage } from './add-key-page.tsx';
import { addKeyText as texts } from './sentences.ts';

/** Waits for what the form starts with: the doors, the property's times and its clock. */
export function AddKeyScreen() {
  const doors = useAnswer(['doors', 'list'], () => portal.doors.list.query());
  const defaults = useAnswer(['keys', 'new-key-defaults'], () => portal.keys.newKeyDefaults.query());
  const zone = useStrip()?.property?.zone;
  if (doors.data !== undefined && defaults.data !== undefined && zone !== undefined)
    return <AddKeyPage doors={doors.data} defaults={defaults.data} zone={zone} />;
  const failure = doors.failure ?? defaults.failure;
  return (
    <Page title={texts.title}>
      {failure === null ? <Waiting>{texts.loading}</Waiting> : <FailureNotice failure={failure} />}
    </Page>
  );
}
