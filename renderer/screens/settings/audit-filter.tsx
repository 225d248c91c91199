import { Select, TextInput } from '@mantine/core';
import { auditKinds } from '#domain/staff/audit';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { DayInput } from '../../components/day-input.tsx';
import { auditKindName } from './audit-kinds.ts';
import type { AuditFilterValue } from './audit-question.ts';
import { auditText as text } from './audit-sentences.ts';
import styles from './settings.module.css';

export interface AuditFilterProps {
  readonly value: AuditFilterValue;
  readonly onChange: (value: AuditFilterValue) => void;
}

export function AuditFilter({ value, onChange }: AuditFilterProps) {
  const staff = useAnswer(['settings', 'staff'], () => portal.staff.list.query()).data ?? [];
  const change = (part: Partial<AuditFilterValue>) => onChange({ ...value, ...part });
  return (
    <div className={styles['filter']} role="search" aria-label={text.title}>
      <Select
        label={text.who}
        placeholder={text.everybody}
        data={staff.map(({ id, name }) => ({ value: id as string, label: name }))}
        value={value.who}
        onChange={(chosen) => change({ who: staff.find(({ id }) => id === chosen)?.id ?? null })}
        clearable
      />
      <Select
        label={text.what}
        placeholder={text.anything}
        data={auditKinds.map((what) => ({ value: what, label: auditKindName(what) }))}
        value={value.what}
        onChange={(chosen) => change({ what: auditKinds.find((kind) => kind === chosen) ?? null })}
        searchable
        clearable
      />
      <TextInput
        label={text.text}
        value={value.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        maxLength={100}
      />
      <DayInput label={text.from} value={value.from} onChange={(from) => change({ from })} />
      <DayInput label={text.to} value={value.to} onChange={(to) => change({ to })} />
    </div>
  );
}
