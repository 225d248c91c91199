import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyTemplate } from '#domain/key/key-template';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import { templateTexts as texts } from './sentences.ts';
import { fieldsSaid } from '../../text/refusals.ts';

export interface TemplateActsProps {
  readonly onUse: (template: KeyTemplate) => void;
  /** What would be kept; null: there is no door or a field does not read. */
  readonly draft: Omit<KeyTemplate, 'id' | 'name'> | null;
}

/** Doors and rules of staff keys under a name: use one, keep this one, remove one. */
export function TemplateActs({ onUse, draft }: TemplateActsProps) {
  const templates = useAnswer(['keys', 'templates'], () => portal.keys.templates.query()).data ?? [];
  const [naming, setNaming] = useState(false);
  const [removing, setRemoving] = useState<KeyTemplate | null>(null);
  return (
    <>
      <Menu position="bottom-end" withInitialFocusPlaceholder={false} width={300}>
        <Menu.Target>
          <Button size="sm" leftSection={<IconTemplate size={16} aria-hidden />}>
            {texts.template}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {templates.length === 0 ? null : <Menu.Label>{texts.choose}</Menu.Label>}
          {templates.map((template) => (
            <Menu.Item key={template.id} onClick={() => onUse(template)}>
              {template.name}
            </Menu.Item>
          ))}
          {templates.length === 0 ? null : <Menu.Divider />}
          <Menu.Item disabled={draft === null} onClick={() => setNaming(true)}>
            {texts.save}
          </Menu.Item>
          {templates.length === 0 ? null : <Menu.Label>{texts.remove}</Menu.Label>}
          {templates.map((template) => (
            <Menu.Item key={template.id} c="var(--portal-bad)" onClick={() => setRemoving(template)}>
              {texts.removeNamed(template.name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {naming && draft !== null ? <NameTemplate draft={draft} onClose={() => setNaming(false)} /> : null}
      {removing === null ? null : <RemoveTemplate template={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}

function RemoveTemplate({ template, onClose }: { readonly template: KeyTemplate; readonly onClose: () => void }) {
  const remove = useAct(() => portal.keys.removeTemplate.mutate({ id: template.id }), { done: onClose });
  return (
    <ConfirmDialog
      opened
      title={texts.removeTitle(template.name)}
      consequence={texts.removeConsequence}
      confirm={texts.removeConfirm}
      danger
      pending={remove.pending}
      failure={remove.failure}
      onClose={onClose}
      onConfirm={() => void remove.run(undefined)}
    />
  );
}

function NameTemplate({
  draft,
  onClose,
}: {
  readonly draft: Omit<KeyTemplate, 'id' | 'name'>;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const { doorIds, weekdays, ...rules } = draft;
  const [first, ...rest] = weekdays ?? [];
  const save = useAct(
    () =>
      portal.keys.saveTemplate.mutate({
        ...rules,
        name,
        doorIds: [...doorIds],
        weekdays: first === undefined ? null : [first, ...rest],
      }),
    { done: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={texts.save}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void save.run(undefined);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={texts.name}
            description={texts.hint}
            value={name}
            error={fieldsSaid(save.failure)['name']}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          {save.failure?.fields['name'] === undefined ? <FailureNotice failure={save.failure} /> : null}
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={save.pending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
