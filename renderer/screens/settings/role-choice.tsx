import { Select } from '@mantine/core';
import { roles, type Role } from '#domain/staff/staff';
import { roleNames, staffText as text } from '../../text/staff.ts';

export interface RoleChoiceProps {
  readonly value: Role;
  readonly mayAppointOwner: boolean;
  readonly onChange: (role: Role) => void;
}

export function RoleChoice({ value, mayAppointOwner, onChange }: RoleChoiceProps) {
  const offered = roles.filter((role) => role !== 'owner' || mayAppointOwner || value === 'owner');
  return (
    <Select
      label={text.role}
      data={offered.map((role) => ({ value: role, label: roleNames[role] }))}
      value={value}
      onChange={(chosen) => {
        const role = roles.find((each) => each === chosen);
        if (role !== undefined) onChange(role);
      }}
      allowDeselect={false}
    />
  );
}
