import { Button, Group, Modal, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { KeycardChoice as Choice, KeycardView } from '#api/keycards';
import type { KeycardId } from '#domain/ids';
import { allocationPolicies, type AllocationPolicy } from '#domain/key/key';
import type { Failure } from '../../channel/failure.ts';
import { KeycardChoice } from '../../components/keycard-choice.tsx';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { keycardTexts } from '../../text/keycards.ts';
import { words } from '../../text/words.ts';
import { keycardActTexts as texts } from './act-sentences.ts';
import styles from './key-details.module.css';

export interface KeycardDialogProps {
  readonly owner: string;
  /** null: the person gets one more, or the first. */
  readonly keycard: KeycardView | null;
  /** null: still being asked for. */
  readonly choices: readonly Choice[] | null;
  readonly start: 'policy' | 'card';
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onUpdate: (wish: { readonly policy: AllocationPolicy; readonly keycardId: KeycardId | null }) => void;
  readonly onSearch: (text: string) => void;
  readonly onShowNow: () => void;
  readonly onClose: () => void;
}

/** How the card is chosen; with Preferred and Strict, which one. Only unused cards can be chosen, the current one first. */
export function KeycardDialog(props: KeycardDialogProps) {
  const { keycard, choices, start, failure } = props;
  const present = keycard?.policy ?? 'random';
  const [policy, setPolicy] = useState<AllocationPolicy>(
    start === 'card' && present === 'random' ? 'preferred' : present,
  );
  const [chosen, setChosen] = useState<KeycardId | null>(start === 'card' ? null : (keycard?.keycardId ?? null));
  const [tried, setTried] = useState(false);
  const isAssigned = keycard !== null && keycard.keycardId !== null;
  const isReplaced = isAssigned && policy !== 'random' && chosen !== null && chosen !== keycard.keycardId;

  function update() {
    setTried(true);
    if (policy === 'random') props.onUpdate({ policy, keycardId: null });
    else if (chosen !== null) props.onUpdate({ policy, keycardId: chosen });
  }

  return (
    <Modal opened onClose={props.onClose} title={texts.titleOf(props.owner)} size={460}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          update();
        }}
      >
        <Stack gap="md">
          <Radio.Group label={texts.policy} value={policy} onChange={setPolicy}>
            <Stack gap={10} mt={6}>
              {allocationPolicies.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={keycardTexts.policies[one].label}
                  description={keycardTexts.policies[one].meaning}
                  {...(one === policy && (start === 'policy' || choices === null) ? { 'data-autofocus': true } : {})}
                />
              ))}
            </Stack>
          </Radio.Group>
          {policy === 'random' ? null : (
            <Cards {...{ choices, chosen, start }} missing={tried} onChoose={setChosen} onSearch={props.onSearch} />
          )}
          <p className={styles['quiet']}>
            {[...(isReplaced ? [texts.replaces(props.owner)] : []), keycardTexts.mustEncode].join(' ')}
          </p>
          <FailureNotice
            failure={failure}
            act={
              failure?.code === 'changed-meanwhile' ? <Button onClick={props.onShowNow}>{words.showNow}</Button> : null
            }
          />
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={props.pending}>
              {keycard === null ? texts.assign : texts.update}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface CardsProps extends Pick<KeycardDialogProps, 'choices' | 'start' | 'onSearch'> {
  readonly chosen: KeycardId | null;
  readonly missing: boolean;
  readonly onChoose: (id: KeycardId | null) => void;
}

function Cards({ choices, chosen, start, missing, onChoose, onSearch }: CardsProps) {
  if (choices === null) return <Waiting>{texts.loading}</Waiting>;
  return (
    <KeycardChoice
      choices={choices}
      chosen={chosen}
      error={missing && chosen === null ? keycardTexts.chooseMissing : null}
      autoFocus={start === 'card'}
      onChoose={onChoose}
      onSearch={onSearch}
    />
  );
}
