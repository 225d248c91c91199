import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { mayDo } from '#domain/staff/permission';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-me.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { useZone } from '../../channel/use-strip.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { Panel } from '../../components/panel.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { doorPageTexts as texts } from './sentences.ts';
import { addLocksText } from '../../text/integrations.ts';
import { failureSentence } from '../../text/failures.ts';
import { DoorFilters } from './door-filters.tsx';
import { doorTroubles, filterDoors, sortDoors, type DoorFilter, type DoorSort } from './door-list.ts';
import { DoorTable } from './door-table.tsx';
import styles from './doors.module.css';

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
          {texts.count(rows.length, rows.filter((door) => doorTroubles(door).length > 0).length)}
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
