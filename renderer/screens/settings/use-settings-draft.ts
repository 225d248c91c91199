import { useState } from 'react';
import type { SettingsInput } from '#api/inputs';
import type { PropertySettings } from '#domain/house/settings';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { fieldsSaid } from '../../text/refusals.ts';

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
