import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { settingsText } from './sentences.ts';
import { IntegrationsTab } from './integrations-tab.tsx';
import { PropertyTab } from './property-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import type { SettingsTab } from './settings-tabs.ts';

/** The sections that show the property's settings. */
export function PropertySections({
  tab,
}: {
  readonly tab: Extract<SettingsTab, 'property' | 'customization' | 'integrations'>;
}) {
  const { data, failure, waiting } = useAnswer(['settings', 'all'], () => portal.settings.get.query());
  return (
    <>
      <FailureNotice failure={failure} />
      {waiting ? <Waiting>{settingsText.loading}</Waiting> : null}
      {data === undefined ? null : (
        <div role="tabpanel" aria-label={settingsText.tabs[tab]}>
          {tab === 'property' ? <PropertyTab settings={data.property} /> : null}
          {tab === 'customization' ? <RulesTab settings={data.property} /> : null}
          {tab === 'integrations' ? <IntegrationsTab settings={data} /> : null}
        </div>
      )}
    </>
  );
}
