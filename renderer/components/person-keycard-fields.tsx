import { SegmentedControl, Switch } from '@mantine/core';
import { allocationPolicies } from '#domain/key';
import { portal } from '../channel/portal-client.ts';
import { useAnswer } from '../channel/use-portal.ts';
import { addKeyText as texts } from '../text/add-key.ts';
import { allocationPolicyTexts } from '../text/doorcode.ts';
import { keycardPolicies, keycardText } from '../text/keycards.ts';
import { KeycardChoice } from './keycard-choice.tsx';
import styles from './person-card.module.css';
import { personName, type PersonForm } from './person-form.ts';

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
  const free = useAnswer(['keycards', 'choices', null], () => portal.keycards.choices.query({}), {
    enabled: isChosen,
  });
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
            data={allocationPolicies.map((value) => ({ value, label: allocationPolicyTexts[value].label }))}
            onChange={(policy) => onChange({ keycard: { ...keycard, policy } })}
          />
        )}
      </div>
      {keycard === null ? null : (
        <div className={styles['code']}>
          <p className={styles['quiet']}>
            {keycardPolicies[keycard.policy].meaning} {keycardText.mustEncode}
          </p>
          {isChosen && free.data !== undefined ? (
            <KeycardChoice
              choices={free.data}
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
