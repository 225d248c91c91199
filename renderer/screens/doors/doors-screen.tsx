import { Button, Group, Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { doorTypes } from '#domain/house/door';
import { mayDo } from '#domain/staff/permission';
import { portal } from '../../channel/portal-client.ts';
import { useMe, useZone } from '../../channel/use-desk.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { EmptyState, Waiting } from '../../components/notices.tsx';
import { Page, Panel } from '../../components/page.tsx';
import { doorTypeTexts } from '../../text/doors.ts';
import { failureSentence } from '../../text/failures.ts';
import { addLocksText } from '../../text/integrations.ts';
import { type DoorFilter, type DoorSort, doorTroubles, filterDoors, sortDoors } from './door-list.ts';
import { DoorTable } from './door-table.tsx';
import styles from './doors.module.css';
import { doorPageTexts as texts } from './sentences.ts';

const everything: DoorFilter = { text: '', type: null, attention: false };

/** Every door: does its lock answer, how full are its batteries and its memory, which rooms lead to it. */
export function DoorsScreen() {
  const zone = useZone();
  const doors = useAnswer(['doors', 'list'], () => portal.doors.list.query());
  const [filter, setFilter] = useState(everything);
  const [sort, setSort] = useState<{ readonly by: DoorSort; readonly descending: boolean }>({
    by: 'name',
    descending: false,
  });
  const all = doors.data ?? [];
  const rows = sortDoors(filterDoors(all, filter), sort.by, sort.descending);
  const inTrouble = rows.filter((door) => doorTroubles(door).length > 0).length;
  return (
    <Page
      title={texts.title}
      acts={all.length === 0 ? undefined : <DoorFilters filter={filter} onChange={setFilter} />}
    >
      <Panel>
        {doors.failure === null ? null : (
          <EmptyState title={texts.notShown}>{failureSentence(doors.failure)}</EmptyState>
        )}
        {doors.waiting ? <Waiting>{texts.loading}</Waiting> : null}
        {doors.data !== undefined && all.length === 0 ? (
          <EmptyState title={texts.none} act={<AddLocks />}>
            {texts.noneHint}
          </EmptyState>
        ) : null}
        {all.length > 0 && rows.length === 0 ? (
          <EmptyState
            title={texts.noneFound}
            act={<Button onClick={() => setFilter(everything)}>{texts.clear}</Button>}
          >
            {texts.noneFoundHint}
          </EmptyState>
        ) : null}
        {rows.length === 0 ? null : (
          <DoorTable
            rows={rows}
            zone={zone}
            sort={sort}
            onSort={(by) => setSort({ by, descending: sort.by === by && !sort.descending })}
          />
        )}
      </Panel>
      {rows.length === 0 ? null : (
        <p className={styles['count']}>
          {[texts.count(rows.length), inTrouble === 0 ? texts.noneNeedAttention : texts.needAttention(inTrouble)].join(
            ' · ',
          )}
        </p>
      )}
    </Page>
  );
}

/** For whoever may. */
function AddLocks() {
  const navigate = useNavigate();
  const me = useMe().data;
  if (me === undefined || me === null || !mayDo(me.role, 'edit-locks')) return null;
  return (
    <Button onClick={() => void navigate({ to: '/settings', search: { tab: 'locks' } })}>{addLocksText.add}</Button>
  );
}

interface DoorFiltersProps {
  readonly filter: DoorFilter;
  readonly onChange: (filter: DoorFilter) => void;
}

function DoorFilters({ filter, onChange }: DoorFiltersProps) {
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
