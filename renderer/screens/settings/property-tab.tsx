import { NumberInput, Stack } from '@mantine/core';
import type { PropertySettings } from '#domain/house/settings';
import { ruleBounds } from '#domain/house/settings';
import { Panel } from '../../components/panel.tsx';
import { PropertyFields } from '../../components/property-fields.tsx';
import { settingsText } from './sentences.ts';
import { SaveBar } from './save-bar.tsx';
import { useSettingsDraft } from './use-settings-draft.ts';
import styles from './settings.module.css';

export function PropertyTab({ settings }: { readonly settings: PropertySettings }) {
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
