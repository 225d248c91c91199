import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { KeycardRow } from '#api/keycards';
import { cardUid, longestKeycardNumber, plainUid } from '#domain/cards/keycard';
import { longestName } from '#domain/text/names';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import { fieldsSaid } from '../../text/refusals.ts';
import { addCardText as text } from './sentences.ts';

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
  const digits = plainUid(uid);
  const numberError = number.trim() === '' ? text.numberMissing : null;
  const uidError = digits !== '' && !cardUid.safeParse(digits).success ? text.uidShape : null;
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
            maxLength={longestKeycardNumber}
            error={(tried ? numberError : null) ?? fieldsSaid(save.failure)['number']}
            autoComplete="off"
            onChange={(event) => setNumber(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label={text.name}
            value={name}
            maxLength={longestName}
            autoComplete="off"
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {card === null ? (
            <TextInput
              label={text.uid}
              description={text.uidHint}
              value={uid}
              error={(tried ? uidError : null) ?? fieldsSaid(save.failure)['uid']}
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
