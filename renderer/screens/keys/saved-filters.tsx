import { ActionIcon, Button, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { refusalsOf } from '#api/refusal-of-issue';
import type { SavedFilter } from '#domain/key/saved-filter';
import { shortName } from '#domain/text/names';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { fieldsSaid } from '../../text/refusals.ts';
import { words } from '../../text/words.ts';
import styles from './bulk.module.css';
import type { KeyQuestion } from './key-question.ts';
import { savedFiltersText as text } from './sentences.ts';

export interface SavedFiltersProps {
  readonly question: KeyQuestion;
  readonly onChoose: (question: KeyQuestion) => void;
}

/** Lists that the property keeps under a name, for everybody at the desk. */
export function SavedFilters({ question, onChoose }: SavedFiltersProps) {
  const filters = useAnswer(['keys', 'filters'], () => portal.filters.list.query()).data ?? [];
  const [dialog, setDialog] = useState<'save' | 'manage' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Menu withInitialFocusPlaceholder={false} position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconBookmark size={14} aria-hidden />}>{text.menu}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filters.map((filter) => (
            <Menu.Item key={filter.id} onClick={() => onChoose(filter.question)}>
              {filter.name}
            </Menu.Item>
          ))}
          {filters.length === 0 ? null : <Menu.Divider />}
          <Menu.Item onClick={() => setDialog('save')}>{text.save}</Menu.Item>
          {filters.length === 0 ? null : <Menu.Item onClick={() => setDialog('manage')}>{text.manage}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'save' ? <SaveDialog question={question} filters={filters} onClose={close} /> : null}
      {dialog === 'manage' ? <ManageDialog filters={filters} onClose={close} /> : null}
    </>
  );
}

function SaveDialog(props: {
  readonly question: KeyQuestion;
  readonly filters: readonly SavedFilter[];
  readonly onClose: () => void;
}) {
  const [name, setName] = useState('');
  const save = useAct((wanted: string) => portal.filters.save.mutate({ name: wanted, question: props.question }), {
    done: props.onClose,
  });
  const replaces = props.filters.some((filter) => isSameName(filter.name, name));
  const checked = shortName.safeParse(name);
  return (
    <Modal opened onClose={props.onClose} title={text.saveTitle}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (checked.success) void save.run(checked.data);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={text.name}
            description={replaces ? text.replaces : text.forEverybody}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            data-autofocus
          />
          <FailureNotice failure={save.failure} />
          <div className={styles['foot']}>
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={save.pending} disabled={!checked.success}>
              {words.save}
            </Button>
          </div>
        </Stack>
      </form>
    </Modal>
  );
}

function ManageDialog({
  filters,
  onClose,
}: {
  readonly filters: readonly SavedFilter[];
  readonly onClose: () => void;
}) {
  return (
    <Modal opened onClose={onClose} title={text.manageTitle}>
      <ul className={styles['saved']}>
        {filters.map((filter) => (
          <SavedFilterRow key={filter.id} filter={filter} others={filters.filter(({ id }) => id !== filter.id)} />
        ))}
      </ul>
    </Modal>
  );
}

function SavedFilterRow(props: { readonly filter: SavedFilter; readonly others: readonly SavedFilter[] }) {
  const { id } = props.filter;
  const [name, setName] = useState(props.filter.name);
  const rename = useAct((wanted: string) => portal.filters.rename.mutate({ id, name: wanted }));
  const remove = useAct(() => portal.filters.remove.mutate({ id }));
  const isTaken = props.others.some((other) => isSameName(other.name, name));
  const checked = shortName.safeParse(name);
  const wrong = checked.success ? null : fieldsSaid({ fields: refusalsOf(checked.error) })[''];
  return (
    <li>
      <div>
        <TextInput
          size="xs"
          aria-label={text.nameOf(props.filter.name)}
          value={name}
          error={isTaken ? text.taken : wrong}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <FailureNotice failure={rename.failure ?? remove.failure} />
      </div>
      <Button
        onClick={() => checked.success && void rename.run(checked.data)}
        loading={rename.pending}
        disabled={isTaken || !checked.success || name === props.filter.name}
      >
        {text.rename}
      </Button>
      <ActionIcon size="md" aria-label={text.remove(props.filter.name)} onClick={() => void remove.run(undefined)}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
