import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { StaffRow } from '#api/staff-views';
import { type Role, roles } from '#domain/staff/staff';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { roleNames } from '../../text/frame.ts';
import { words } from '../../text/words.ts';
import styles from './settings.module.css';
import { staffText as text } from './staff-sentences.ts';

interface RoleDialogProps {
  readonly member: StaffRow;
  readonly mayAppointOwner: boolean;
  readonly onClose: () => void;
}

export function RoleDialog({ member, mayAppointOwner, onClose }: RoleDialogProps) {
  const { id: staffId, version, name } = member;
  const [role, setRole] = useState<Role>(member.role);
  const save = useAct((chosen: Role) => portal.staff.setRole.mutate({ staffId, version, role: chosen }), {
    done: onClose,
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    void save.run(role);
  }

  return (
    <Modal opened onClose={onClose} title={text.roleTitle(name)}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <p className={styles['soft']}>{text.roleWords}</p>
          <RoleChoice value={role} mayAppointOwner={mayAppointOwner} onChange={setRole} />
          <FailureNotice failure={save.failure} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={save.pending} disabled={role === member.role}>
              {text.setRole}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface RoleChoiceProps {
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
