import { Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { KeycardChoice as Choice } from '#api/keycards';
import type { KeycardId } from '#domain/ids';
import { keycardTexts as texts } from '../text/keycards.ts';
import styles from './keycard-choice.module.css';

/** As many as are drawn at once; typing finds the others. */
const most = 100;

export interface KeycardChoiceProps {
  readonly choices: readonly Choice[];
  readonly chosen: KeycardId | null;
  readonly error: string | null;
  readonly autoFocus?: boolean;
  readonly onChoose: (id: KeycardId | null) => void;
  readonly onSearch: (text: string) => void;
}

/** Unused keycards only, the one that is assigned now first. */
export function KeycardChoice({ choices, chosen, error, autoFocus = false, onChoose, onSearch }: KeycardChoiceProps) {
  const [typed, setTyped] = useState('');
  // The chosen one stays in the list while another is searched for.
  const [picked, setPicked] = useState<Choice | null>(null);
  const field = useRef<HTMLInputElement>(null);
  // The dialog opened before the cards were known: the keyboard comes to where it begins.
  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  const listed = picked === null || choices.some(({ id }) => id === picked.id) ? choices : [picked, ...choices];
  if (listed.length === 0 && typed === '')
    return (
      <p className={styles['none']} data-error={error !== null || undefined}>
        {texts.noneFree}
      </p>
    );
  return (
    <Select
      ref={field}
      label={texts.choose}
      description={choices.some(({ isCurrent }) => isCurrent) ? texts.onlyUnusedAndCurrent : texts.onlyUnused}
      placeholder={texts.search}
      data={listed.map((card) => ({ value: card.id, label: nameOf(card) }))}
      value={chosen}
      error={error}
      searchable
      selectFirstOptionOnChange
      limit={most}
      maxDropdownHeight={220}
      nothingFoundMessage={texts.noneFound}
      renderOption={({ option }) => {
        const card = listed.find(({ id }) => id === option.value);
        return (
          <span className={styles['option']}>
            <span>{option.label}</span>
            {card?.isCurrent === true ? <span className={styles['current']}>{texts.current}</span> : null}
          </span>
        );
      }}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      onSearchChange={(text) => {
        setTyped(text);
        // What was chosen is written there too: that is no search.
        onSearch(listed.some((card) => nameOf(card) === text) ? '' : text);
      }}
      onChange={(id) => {
        const card = listed.find((one) => one.id === id) ?? null;
        setPicked(card);
        onChoose(card?.id ?? null);
      }}
    />
  );
}

function nameOf({ number, name, uidEnd }: Choice): string {
  return [number, name, uidEnd === null ? '' : `…${uidEnd}`].filter((part) => part !== '').join(' · ');
}
