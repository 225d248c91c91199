import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeycardRow } from '#api/keycards';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { addCardText as text } from '../../text/keycard-stock.ts';
import { words } from '../../text/words.ts';

const uidShape = /^([\da-f]{8}|[\da-f]{14}|[\da-f]{20})$/i;

export interface AddCardDialogProps {
  /** null: a new one. */
  readonly card: Pick<KeycardRow, 'id' | 'version' | 'number' | 'name'> | null;
  readonly onClose: () => void;
}

/** A card without an encoder: its number and name, and its UID where somebody knows it. */
export function AddCardDialog({ card, onClose }: AddCardDialogProps) {
  const [number, setNumber] = useState(card?.number ?? '');
  const [name, setName] = useState(card?.name ?? '');
  const [uid, setUid] = useState('');
  const [tried, setTried] = useState(false);
  const digits = uid.replaceAll(/[\s:-]/g, '');
  const numberError = number.trim() === '' ? text.numberMissing : null;
  const uidError = digits !== '' && !uidShape.test(digits) ? text.uidShape : null;
  const save = useAct(
    async () => {
      const both = { number: number.trim(), name: name.trim() };
      if (card === null) await portal.keycards.add.mutate({ ...both, uid: digits === '' ? null : digits });
      else await portal.keycards.rename.mutate({ keycardId: card.id, version: card.version, ...both });
    },
    { done: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={card === null ? text.title : text.rename} size={420}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (numberError === null && uidError === null) void save.run(undefined);
        }}
      >
        <Stack gap="md">
          <TextInput
            label={text.number}
            description={text.numberHint}
            value={number}
            maxLength={20}
            error={(tried ? numberError : null) ?? save.failure?.fields['number']}
            autoComplete="off"
            onChange={(event) => setNumber(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label={text.name}
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {card === null ? (
            <TextInput
              label={text.uid}
              description={text.uidHint}
              value={uid}
              error={(tried ? uidError : null) ?? save.failure?.fields['uid']}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setUid(event.currentTarget.value)}
            />
          ) : null}
          <FailureNotice failure={save.failure} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={save.pending}>
              {card === null ? text.act : text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
