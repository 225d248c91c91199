import { SegmentedControl, Switch } from '@mantine/core';
import { allocationPolicies } from '#domain/key/key';
import { doorcodeTexts } from '../text/doorcode.ts';
import { keycardTexts } from '../text/keycards.ts';
import { peopleTexts as texts } from '../text/people.ts';
import { KeycardChoice } from './keycard-choice.tsx';
import styles from './person-card.module.css';
import { type PersonForm, personName } from './person-form.ts';
import { useKeycardChoices } from './use-keycard-choices.ts';

export interface PersonKeycardFieldsProps {
  readonly person: PersonForm;
  readonly error: string | null;
  readonly onChange: (part: Partial<PersonForm>) => void;
}

/** The Keycard switch of a person who is to be on a key; with Preferred and Strict, which card of those that are free. */
export function PersonKeycardFields({ person, error, onChange }: PersonKeycardFieldsProps) {
  const { keycard } = person;
  const name = personName(person);
  const isChosen = keycard !== null && keycard.policy !== 'random';
  const free = useKeycardChoices(null, isChosen);
  return (
    <>
      <div className={styles['credential']}>
        <Switch
          label={texts.keycard}
          aria-label={texts.keycardOf(name)}
          checked={keycard !== null}
          onChange={(event) =>
            onChange({ keycard: event.currentTarget.checked ? { policy: 'random', keycardId: null } : null })
          }
        />
        {keycard === null ? null : (
          <SegmentedControl
            size="xs"
            aria-label={texts.cardPolicyOf(name)}
            value={keycard.policy}
            data={allocationPolicies.map((value) => ({ value, label: doorcodeTexts.policies[value].label }))}
            onChange={(policy) => onChange({ keycard: { ...keycard, policy } })}
          />
        )}
      </div>
      {keycard === null ? null : (
        <div className={styles['code']}>
          <p className={styles['quiet']}>
            {keycardTexts.policies[keycard.policy].meaning} {keycardTexts.mustEncode}
          </p>
          {isChosen && free.choices !== null ? (
            <KeycardChoice
              choices={free.choices}
              onSearch={free.onSearch}
              chosen={keycard.keycardId}
              error={error}
              onChoose={(keycardId) => onChange({ keycard: { ...keycard, keycardId } })}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
