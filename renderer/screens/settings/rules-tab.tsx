import { ruleBounds } from '#domain/house/settings';
import { NumberInput, Stack, Switch } from '@mantine/core';
import type { PropertySettings } from '#domain/house/settings';
import { Panel } from '../../components/page.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { SaveBar, type SettingsDraft, useSettingsDraft } from './save-bar.tsx';
import { rulesText } from './sentences.ts';
import styles from './settings.module.css';

/** Customization: which credentials, when they are drawn and written, and what codes look like. */
export function RulesTab({ settings }: { readonly settings: PropertySettings }) {
  const draft = useSettingsDraft(settings);
  const { value, change } = draft;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        draft.save();
      }}
    >
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          <Panel title={rulesText.checkIn.title}>
            <Stack gap="md" className={styles['body'] ?? ''}>
              <RadioCards
                label={rulesText.checkIn.provision}
                choices={rulesText.checkIn.provisionChoices}
                value={value.provision}
                onChange={(provision) => change({ provision })}
              />
              <RadioCards
                label={rulesText.checkIn.generate}
                choices={rulesText.checkIn.generateChoices}
                value={value.generateCodes}
                onChange={(generateCodes) => change({ generateCodes })}
              />
            </Stack>
          </Panel>
          <Panel title={rulesText.credentials.title}>
            <div className={styles['body']}>
              <Switch
                label={rulesText.credentials.doorcodes}
                description={rulesText.credentials.doorcodesMeaning}
                checked={value.doorcodes}
                onChange={(event) => change({ doorcodes: event.currentTarget.checked })}
              />
            </div>
          </Panel>
        </div>
        <Panel title={rulesText.codes.title}>
          <Stack gap="sm" className={styles['body'] ?? ''}>
            {numbers.map((field) => (
              <NumberField key={field.name} field={field} draft={draft} />
            ))}
          </Stack>
        </Panel>
      </div>
      <SaveBar draft={draft} />
    </form>
  );
}

const from = ({ least: min, most: max }: { readonly least: number; readonly most: number }) => ({ min, max });
const numbers = [
  { name: 'codeLength', label: 'length', meaning: 'lengthMeaning', ...from(ruleBounds.codeLength) },
  { name: 'moveGraceMinutes', label: 'grace', meaning: 'graceMeaning', ...from(ruleBounds.moveGraceMinutes) },
  { name: 'writeAheadHours', label: 'ahead', meaning: 'aheadMeaning', ...from(ruleBounds.writeAheadHours) },
  { name: 'pollSeconds', label: 'poll', meaning: 'pollMeaning', ...from(ruleBounds.pollSeconds) },
] as const;

/** Its meaning has the whole width; the number needs little. */
const shortNumber = { wrapper: { maxWidth: 140 } };

function NumberField({ field, draft }: { readonly field: (typeof numbers)[number]; readonly draft: SettingsDraft }) {
  return (
    <NumberInput
      label={rulesText.codes[field.label]}
      description={rulesText.codes[field.meaning]}
      value={draft.value[field.name]}
      min={field.min}
      max={field.max}
      allowDecimal={false}
      clampBehavior="blur"
      styles={shortNumber}
      error={draft.wrong[field.name]}
      onChange={(typed) => {
        if (typeof typed === 'number') draft.change({ [field.name]: typed });
      }}
    />
  );
}
