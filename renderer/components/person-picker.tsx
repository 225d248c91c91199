import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useEffect, useState } from 'react';
import type { PersonHit } from '#api/key-making';
import { portal } from '../channel/portal-client.ts';
import { useAnswer } from '../channel/use-portal.ts';
import { peopleTexts as texts } from '../text/people.ts';

const restMs = 120;
const newPerson = 'new';

export interface PersonPickerProps {
  readonly error?: ReactNode;
  /** People who are on the key already. */
  readonly without: readonly string[];
  readonly onKnown: (hit: PersonHit) => void;
  readonly onNew: (name: string) => void;
}

/** Finds somebody whom Portal knows, or takes the typed name as somebody new. */
export function PersonPicker({ error, without, onKnown, onNew }: PersonPickerProps) {
  const [typed, setTyped] = useState('');
  const list = useCombobox();
  const { selectFirstOption, resetSelectedOption } = list;
  const name = typed.trim();
  const [rested] = useDebouncedValue(name, restMs);
  const { data } = useAnswer(['keys', 'people', rested], () => portal.keys.findPeople.query({ text: rested }), {
    enabled: rested !== '',
  });
  // Nobody is offered as new before it is known who is there: Enter typed in haste would make a second Rita.
  const isKnown = name !== '' && rested === name && data !== undefined;
  const hits = isKnown ? data.filter(({ id }) => !without.includes(id)) : [];
  const first = isKnown ? (hits[0]?.id ?? newPerson) : null;

  useEffect(() => {
    if (first === null) resetSelectedOption();
    else selectFirstOption();
  }, [first, selectFirstOption, resetSelectedOption]);

  function choose(value: string) {
    const hit = hits.find(({ id }) => id === value);
    if (hit !== undefined) onKnown(hit);
    else if (isKnown) onNew(name);
    setTyped('');
    list.closeDropdown();
  }

  return (
    <Combobox store={list} onOptionSubmit={choose}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          role="combobox"
          label={texts.addPerson}
          description={texts.addPersonHint}
          error={error}
          value={typed}
          autoComplete="off"
          autoFocus
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            list.openDropdown();
          }}
          onBlur={() => list.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={name === ''}>
        <Combobox.Options>
          {isKnown ? (
            <>
              {hits.map((hit) => (
                <Combobox.Option key={hit.id} value={hit.id}>
                  {hitLabel(hit)}
                </Combobox.Option>
              ))}
              <Combobox.Option value={newPerson}>{texts.newPerson(name)}</Combobox.Option>
            </>
          ) : (
            <Combobox.Empty>{texts.searching}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function hitLabel({ firstName, lastName, kind, email, phone }: PersonHit): string {
  const name = `${firstName} ${lastName}`.trim();
  const contact = email ?? phone;
  return [name, texts.kinds[kind], contact].filter((part) => part !== null).join(' · ');
}
