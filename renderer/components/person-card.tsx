import { ActionIcon, Group, Radio, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { PreviewDoorcodeInput } from '#api/key-inputs';
import type { DoorcodePreview } from '#api/key-making';
import { allocationPolicies } from '#domain/key/key';
import { doorcodeTexts } from '../text/doorcode.ts';
import { peopleTexts as texts } from '../text/people.ts';
import { DoorcodePreviewLine, useDoorcodePreview } from './doorcode-preview.tsx';
import styles from './person-card.module.css';
import { type PersonErrors, type PersonForm, personName, previewQuestion } from './person-form.ts';
import { PersonKeycardFields } from './person-keycard-fields.tsx';

export interface PersonCardProps {
  readonly person: PersonForm;
  readonly errors: PersonErrors;
  /** The key, or the doors of the key to be, for looking at a doorcode. */
  readonly forKey: Pick<PreviewDoorcodeInput, 'keyId' | 'doors'>;
  readonly onChange: (part: Partial<PersonForm>) => void;
  readonly onRemove: () => void;
  /** Always the same function. */
  readonly onPreview: (uid: string, preview: DoorcodePreview | null) => void;
}

/** One person of a key and the credentials that they get, with the reference's defaults. */
export function PersonCard({ person, errors, forKey, onChange, onRemove, onPreview }: PersonCardProps) {
  const name = personName(person);
  const preview = useDoorcodePreview(previewQuestion(person, forKey));
  const asText = JSON.stringify(preview);
  useEffect(() => onPreview(person.uid, JSON.parse(asText) as DoorcodePreview | null), [asText, onPreview, person.uid]);
  const { doorcode } = person;

  return (
    <section className={styles['card']} aria-label={name}>
      <header className={styles['head']}>
        <h3 className={styles['name']}>{name}</h3>
        <span className={styles['quiet']}>
          {person.personId === null ? texts.unnamed : `${texts.kinds[person.kind]} · ${texts.known}`}
        </span>
        <ActionIcon size={28} ml="auto" aria-label={texts.remove(name)} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </header>
      {person.personId === null ? <NewPersonFields person={person} errors={errors} onChange={onChange} /> : null}
      <div className={styles['credential']}>
        <Switch label={texts.smartKey} disabled checked={false} readOnly />
        <span className={styles['quiet']}>{texts.notYet}</span>
      </div>
      <div className={styles['credential']}>
        <Switch
          label={texts.doorcode}
          aria-label={texts.doorcodeOf(name)}
          checked={doorcode !== null}
          data-doorcode={person.uid}
          onChange={(event) =>
            onChange({ doorcode: event.currentTarget.checked ? { policy: 'random', code: '' } : null })
          }
        />
        {doorcode === null ? (
          <span className={styles['warn']}>{person.keycard === null ? texts.opensNothing(name) : null}</span>
        ) : (
          <SegmentedControl
            size="xs"
            aria-label={texts.policyOf(name)}
            value={doorcode.policy}
            data={allocationPolicies.map((value) => ({ value, label: doorcodeTexts.policies[value].label }))}
            onChange={(policy) => onChange({ doorcode: { ...doorcode, policy } })}
          />
        )}
      </div>
      {doorcode === null ? null : (
        <div className={styles['code']}>
          <p className={styles['quiet']}>{doorcodeTexts.policies[doorcode.policy].meaning}</p>
          {doorcode.policy === 'random' ? null : (
            <>
              <TextInput
                w={220}
                label={doorcodeTexts.code}
                required
                value={doorcode.code}
                error={errors.code}
                inputMode="numeric"
                autoComplete="off"
                maxLength={14}
                onChange={(event) => onChange({ doorcode: { ...doorcode, code: event.currentTarget.value } })}
              />
              <DoorcodePreviewLine preview={preview} />
            </>
          )}
        </div>
      )}
      <PersonKeycardFields person={person} error={errors.keycard ?? null} onChange={onChange} />
    </section>
  );
}

function NewPersonFields({ person, errors, onChange }: Pick<PersonCardProps, 'person' | 'errors' | 'onChange'>) {
  return (
    <div className={styles['fields']}>
      <TextInput
        label={texts.firstName}
        value={person.firstName}
        error={errors.firstName}
        onChange={(event) => onChange({ firstName: event.currentTarget.value })}
      />
      <TextInput
        label={texts.lastName}
        value={person.lastName}
        onChange={(event) => onChange({ lastName: event.currentTarget.value })}
      />
      <TextInput
        label={texts.email}
        type="email"
        value={person.email}
        error={errors.email}
        onChange={(event) => onChange({ email: event.currentTarget.value })}
      />
      <TextInput
        label={texts.phone}
        type="tel"
        value={person.phone}
        error={errors.phone}
        onChange={(event) => onChange({ phone: event.currentTarget.value })}
      />
      <Radio.Group
        aria-label={texts.kind}
        value={person.kind}
        onChange={(kind) => onChange({ kind: kind === 'staff' ? 'staff' : 'guest' })}
      >
        <Group gap="md">
          <Radio value="guest" label={texts.kinds.guest} />
          <Radio value="staff" label={texts.kinds.staff} />
        </Group>
      </Radio.Group>
    </div>
  );
}
