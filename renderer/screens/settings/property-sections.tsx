import { ruleBounds } from '#domain/house/settings';
import { NumberInput, Stack } from '@mantine/core';
import type { PropertySettings } from '#domain/house/settings';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { PropertyFields } from '../../components/property-fields.tsx';
import { IntegrationsTab } from './integrations-tab.tsx';
import { RulesTab } from './rules-tab.tsx';
import { SaveBar, useSettingsDraft } from './save-bar.tsx';
import { settingsText } from './sentences.ts';
import type { SettingsTab } from './settings-tabs.ts';
import styles from './settings.module.css';

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

function PropertyTab({ settings }: { readonly settings: PropertySettings }) {
  const draft = useSettingsDraft(settings);
  return (
    <form
      className={`${styles['narrow'] ?? ''} ${styles['stack'] ?? ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        draft.save();
      }}
    >
      <Panel title={settingsText.property.title}>
        <div className={styles['body']}>
          <Stack gap="sm">
            <PropertyFields value={draft.value} onChange={draft.change} wrong={draft.wrong} />
          </Stack>
        </div>
      </Panel>
      <Panel title={settingsText.lock.title}>
        <div className={styles['body']}>
          <NumberInput
            label={settingsText.lock.after}
            description={settingsText.lock.meaning}
            value={draft.value.lockAfterSeconds}
            onChange={(value) => {
              if (typeof value === 'number') draft.change({ lockAfterSeconds: value });
            }}
            error={draft.wrong['lockAfterSeconds']}
            min={ruleBounds.lockAfterSeconds.least}
            max={ruleBounds.lockAfterSeconds.most}
            step={30}
            allowDecimal={false}
          />
        </div>
      </Panel>
      <SaveBar draft={draft} />
    </form>
  );
}
