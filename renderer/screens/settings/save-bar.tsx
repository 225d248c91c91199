import { Button } from '@mantine/core';
import type { SettingsInput } from '#api/inputs';
import type { PropertySettings } from '#domain/house/settings';
import { portal } from '../../channel/portal-client.ts';
import { type Draft, useDraft } from '../../components/use-draft.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { settingsText } from './sentences.ts';
import styles from './settings.module.css';

/** Save and discard, and what became of it. */
export function SaveBar({ draft }: { readonly draft: SettingsDraft }) {
  return (
    <>
      <div className={styles['foot']}>
        <Button type="submit" variant="filled" disabled={!draft.isChanged} loading={draft.pending}>
          {settingsText.save}
        </Button>
        <Button onClick={draft.discard} disabled={!draft.isChanged || draft.pending}>
          {settingsText.discard}
        </Button>
        <span role="status" className={styles['said']}>
          {said(draft)}
        </span>
      </div>
      <FailureNotice failure={draft.failure} />
    </>
  );
}

function said(draft: SettingsDraft): string | null {
  if (draft.isSaved) return settingsText.saved;
  return draft.isChanged ? settingsText.unsaved : null;
}

export type SettingsDraft = Draft<Omit<SettingsInput, 'version'>>;

/** What staff changed and did not save yet, laid over the settings as they are now. */
export function useSettingsDraft(settings: PropertySettings): SettingsDraft {
  const { id: _id, version, ...current } = settings;
  // What nobody touched here is what is stored now: the newest version is the one that is edited.
  return useDraft(current, version, (value) => portal.settings.save.mutate({ ...value, version }));
}
