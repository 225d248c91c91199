import { MultiSelect } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import type { DoorId } from '#domain/ids';
import { doorTypeTexts } from '../text/doors.ts';
import { doorChoiceTexts as texts } from '../text/people.ts';
import { doorGroups, type DoorOfChoice } from './door-groups.ts';

export interface DoorPickerProps {
  readonly doors: readonly DoorOfChoice[];
  readonly chosen: readonly DoorId[];
  readonly error?: ReactNode;
  readonly onChange: (chosen: readonly DoorId[]) => void;
}

/** One or more doors: by name, by floor, by kind, or all rooms at once. */
export function DoorPicker({ doors, chosen, error, onChange }: DoorPickerProps) {
  const groups = useMemo(() => doorGroups(doors), [doors]);
  const data = useMemo(() => {
    const byType = Map.groupBy(doors, ({ type }) => doorTypeTexts[type]);
    return [
      ...[...byType].map(([group, those]) => ({
        group,
        items: those.map(({ id, name }) => ({ value: id as string, label: name })),
      })),
      { group: texts.severalAtOnce, items: groups.map(({ id, label }) => ({ value: id, label })) },
    ];
  }, [doors, groups]);

  return (
    <MultiSelect
      label={texts.addDoor}
      description={texts.hint}
      error={error}
      data={data}
      value={[...chosen]}
      searchable
      hidePickedOptions
      selectFirstOptionOnChange
      clearSearchOnChange
      nothingFoundMessage={texts.noSuchDoor}
      maxDropdownHeight={280}
      // In a dialog the first to type in; its list must not lie over the rest before anybody types.
      data-autofocus
      data-door-picker
      openOnFocus={false}
      onChange={(values) => {
        const ids = values.flatMap((value) => groups.find(({ id }) => id === value)?.doorIds ?? [value as DoorId]);
        onChange([...new Set(ids)]);
      }}
    />
  );
}
