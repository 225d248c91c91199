import { fieldsSaid } from '../../text/refusals.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SettingsInput } from '#api/inputs';
import type { PropertySettings } from '#domain/house/settings';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { settingsText } from './sentences.ts';
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

/**
 * What staff changed and did not save yet, laid over the settings as they are: fields that nobody touches here follow
 * what another desk saves.
 */
export function useSettingsDraft(settings: PropertySettings) {
  const [draft, setDraft] = useState<Partial<SettingsInput>>({});
  const [saved, setSaved] = useState(false);
  const act = useAct((input: SettingsInput) => portal.settings.save.mutate(input), {
    done: () => {
      setDraft({});
      setSaved(true);
    },
  });
  const { id: _id, ...current } = settings;
  const value: SettingsInput = { ...current, ...draft, version: settings.version };

  return {
    value,
    changed: Object.keys(draft).length > 0,
    saved,
    pending: act.pending,
    failure: act.failure,
    wrong: fieldsSaid(act.failure),
    change: (part: Partial<SettingsInput>) => {
      setSaved(false);
      setDraft((before) => ({ ...before, ...part }));
    },
    discard: () => {
      act.reset();
      setDraft({});
    },
    save: () => void act.run(value),
  };
}

export type SettingsDraft = ReturnType<typeof useSettingsDraft>;
