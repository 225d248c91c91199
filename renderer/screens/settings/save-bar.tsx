import { Button } from '@mantine/core';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { settingsText } from './sentences.ts';
import type { SettingsDraft } from './use-settings-draft.ts';
import styles from './settings.module.css';

/** Save and discard, and what became of it. */
export function SaveBar({ draft }: { readonly draft: SettingsDraft }) {
  return (
    <>
      <div className={styles['foot']}>
        <Button type="submit" variant="filled" disabled={!draft.changed} loading={draft.pending}>
          {settingsText.save}
        </Button>
        <Button onClick={draft.discard} disabled={!draft.changed || draft.pending}>
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
  if (draft.saved) return settingsText.saved;
  return draft.changed ? settingsText.unsaved : null;
}
