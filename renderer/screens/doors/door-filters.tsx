import { Chip, Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { doorTypes } from '#domain/door';
import { doorPageTexts as texts } from '../../text/door-page.ts';
import { doorTypeTexts } from '../../text/doors.ts';
import type { DoorFilter } from './door-list.ts';

export interface DoorFiltersProps {
  readonly filter: DoorFilter;
  readonly onChange: (filter: DoorFilter) => void;
}

export function DoorFilters({ filter, onChange }: DoorFiltersProps) {
  return (
    <Group gap="xs">
      <TextInput
        w={260}
        aria-label={texts.search}
        placeholder={texts.search}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      <Select
        w={150}
        aria-label={texts.type}
        placeholder={texts.allTypes}
        clearable
        value={filter.type}
        data={doorTypes.map((value) => ({ value, label: doorTypeTexts[value] }))}
        onChange={(value) => onChange({ ...filter, type: doorTypes.find((type) => type === value) ?? null })}
      />
      <Chip
        variant="outline"
        size="sm"
        radius={6}
        styles={{ label: { height: 36 } }}
        checked={filter.attention}
        onChange={(attention) => onChange({ ...filter, attention })}
      >
        {texts.attentionOnly}
      </Chip>
    </Group>
  );
}
