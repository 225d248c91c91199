import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react';
import { doorTypes } from '#domain/house/door';
import { doorPageTexts as texts } from './sentences.ts';
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
      <Button
        size="sm"
        variant={filter.attention ? 'filled' : 'default'}
        aria-pressed={filter.attention}
        leftSection={<IconAlertTriangle size={15} aria-hidden />}
        onClick={() => onChange({ ...filter, attention: !filter.attention })}
      >
        {texts.attentionOnly}
      </Button>
    </Group>
  );
}
