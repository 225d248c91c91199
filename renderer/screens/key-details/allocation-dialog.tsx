import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AllocationPolicy } from '#domain/key';
import { allocationPolicies } from '#domain/key';
import type { LocalDateTime } from '#domain/time';
import { isWeak } from '#domain/weak-code';
import type { DoorcodeView } from '#api/views';
import type { Failure } from '../../channel/failure.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { failureSentence } from '../../text/failures.ts';
import {
  allocationPolicyTexts,
  doorcodeTexts as texts,
  replaceConsequence,
  unassignedTexts,
} from '../../text/doorcode.ts';
import { keyDetailsTexts } from '../../text/key-details.ts';
import { words } from '../../text/words.ts';
import styles from './key-details.module.css';

export interface AllocationDialogProps {
  readonly owner: string;
  readonly doorcode: DoorcodeView;
  /** Dates of the stay: a code that writes one of them is too easy to guess. */
  readonly stay: readonly LocalDateTime[];
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onUpdate: (input: { readonly policy: AllocationPolicy; readonly code: string | null }) => void;
  readonly onShowNow: () => void;
  readonly onClose: () => void;
}

/** How the doorcode is chosen. A code that may not be had is refused with a sentence, never with somebody's name. */
export function AllocationDialog(props: AllocationDialogProps) {
  const { doorcode, failure } = props;
  const [policy, setPolicy] = useState(doorcode.policy);
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const refused = failure?.code === 'code-not-available' ? failureSentence(failure) : failure?.fields['code'];

  function update() {
    const digits = code.replaceAll(' ', '');
    const problem = policy === 'random' ? null : codeProblem(digits, props.stay);
    setMissing(problem);
    if (problem === null) props.onUpdate({ policy, code: policy === 'random' ? null : digits });
  }

  return (
    <Modal opened onClose={props.onClose} title={`${texts.title} · ${props.owner}`} size={460}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          update();
        }}
      >
        <Stack gap="md">
          <Radio.Group label={texts.policy} value={policy} onChange={(value) => setPolicy(value)}>
            <Stack gap={10} mt={6}>
              {allocationPolicies.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={allocationPolicyTexts[one].label}
                  description={allocationPolicyTexts[one].meaning}
                  {...(one === policy ? { 'data-autofocus': true } : {})}
                />
              ))}
            </Stack>
          </Radio.Group>
          {policy === 'random' ? null : (
            <TextInput
              label={texts.code}
              required
              value={code}
              error={missing ?? refused}
              inputMode="numeric"
              autoComplete="off"
              maxLength={14}
              onChange={(event) => {
                setCode(event.currentTarget.value);
                setMissing(null);
              }}
            />
          )}
          <p className={styles['quiet']}>
            {doorcode.assigned ? `${replaceConsequence(props.owner)} ` : ''}
            {policy === 'random' ? '' : `${texts.maybeNone} `}
            {texts.lockMustBeOnline}
          </p>
          {failure?.code === 'code-not-available' ? null : (
            <FailureNotice
              failure={failure}
              act={
                failure?.code === 'changed-meanwhile' ? (
                  <Button onClick={props.onShowNow}>{keyDetailsTexts.showNow}</Button>
                ) : null
              }
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={props.pending}>
              {texts.update}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function codeProblem(digits: string, stay: readonly LocalDateTime[]): string | null {
  if (digits === '') return texts.codeMissing;
  if (!/^\d{4,10}$/.test(digits)) return texts.codeShape;
  return isWeak(digits, stay) ? unassignedTexts['too-weak'].why : null;
}
