import { Select } from '@mantine/core';
import type { KeycardChoice as Choice } from '#api/keycards';
import type { KeycardId } from '#domain/ids';
import { keycardText as texts } from '../text/keycards.ts';
import styles from './keycard-choice.module.css';

/** As many as are drawn at once; typing finds the others. */
const most = 100;

export interface KeycardChoiceProps {
  readonly choices: readonly Choice[];
  readonly chosen: KeycardId | null;
  readonly error: string | null;
  readonly autoFocus?: boolean;
  readonly onChoose: (id: KeycardId | null) => void;
}

/** Unused keycards only, the one that is assigned now first. */
export function KeycardChoice({ choices, chosen, error, autoFocus = false, onChoose }: KeycardChoiceProps) {
  if (choices.length === 0) return <p className={styles['none']}>{texts.noneFree}</p>;
  return (
    <Select
      label={texts.choose}
      description={texts.onlyUnused(choices.some(({ isCurrent }) => isCurrent))}
      placeholder={texts.search}
      data={choices.map((card) => ({ value: card.id, label: nameOf(card) }))}
      value={chosen}
      error={error}
      searchable
      selectFirstOptionOnChange
      limit={most}
      maxDropdownHeight={220}
      nothingFoundMessage={texts.noneFound}
      renderOption={({ option }) => {
        const card = choices.find(({ id }) => id === option.value);
        return (
          <span className={styles['option']}>
            <span>{option.label}</span>
            {card?.isCurrent === true ? <span className={styles['current']}>{texts.current}</span> : null}
          </span>
        );
      }}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      onChange={(id) => onChoose(choices.find((card) => card.id === id)?.id ?? null)}
    />
  );
}

function nameOf({ number, name, uidEnd }: Choice): string {
  return [number, name, uidEnd === null ? '' : `…${uidEnd}`].filter((part) => part !== '').join(' · ');
}
