import { Stack } from '@mantine/core';
import type { PropertySettings } from '#domain/settings';
import { Panel } from '../../components/panel.tsx';
import { PropertyFields } from '../../components/property-fields.tsx';
import { settingsText } from '../../text/settings.ts';
import { SaveBar } from './save-bar.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';
import styles from './settings.module.css';

export function PropertyTab({ settings }: { readonly settings: PropertySettings }) {
  const draft = useSettingsDraft(settings);
  return (
    <form
      className={styles['narrow']}
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
          <SaveBar draft={draft} />
        </div>
      </Panel>
    </form>
  );
}
