import { Button, Group, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { PreviewDoorcodeInput } from '#api/key-inputs';
import { isDoorcode } from '#domain/house/doorcode-digits';
import type { DoorcodeView } from '#api/views';
import { isWeak } from '#domain/credentials/weak-code';
import type { KeyId, PersonId } from '#domain/ids';
import { allocationPolicies, type AllocationPolicy } from '#domain/key/key';
import type { LocalDateTime } from '#domain/time/time';
import type { Failure } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { DoorcodePreviewLine, useDoorcodePreview } from '../../components/doorcode-preview.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { doorcodeTexts, unassignedTexts } from '../../text/doorcode.ts';
import { failureSentence } from '../../text/failures.ts';
import { words } from '../../text/words.ts';
import { doorcodeActTexts as texts } from './act-sentences.ts';
import { fieldsSaid } from '../../text/refusals.ts';
import styles from './key-details.module.css';

export interface AllocationDialogProps {
  readonly keyId: KeyId;
  readonly personId: PersonId;
  readonly owner: string;
  /** null: the person has none yet, and gets one. */
  readonly doorcode: DoorcodeView | null;
  /** Dates of the stay: a code that writes one of them is too easy to guess. */
  readonly stay: readonly LocalDateTime[];
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onUpdate: (input: { readonly policy: AllocationPolicy; readonly code: string | null }) => void;
  readonly onShowNow: () => void;
  readonly onClose: () => void;
}

/** How the doorcode is chosen. What the code would come to is said as one types. */
export function AllocationDialog(props: AllocationDialogProps) {
  const { doorcode, failure } = props;
  const [policy, setPolicy] = useState(doorcode?.policy ?? 'random');
  const [code, setCode] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const [confirming, setConfirming] = useState(false);
  const confirmText = doorcode === null ? texts.add : texts.update;
  const isAssigned = doorcode?.assigned === true;
  const digits = code.replaceAll(' ', '');
  const question: PreviewDoorcodeInput | null =
    policy === 'random' || !isDoorcode(digits)
      ? null
      : { keyId: props.keyId, personId: props.personId, doors: [], policy, code: digits };
  const preview = useDoorcodePreview(question);
  const refused = failure?.code === 'code-not-available' ? failureSentence(failure) : fieldsSaid(failure)['code'];

  const look = useAct((input: PreviewDoorcodeInput) => portal.keys.previewDoorcode.query(input));

  async function update() {
    const problem = policy === 'random' ? null : codeProblem(digits, props.stay);
    setMissing(problem);
    if (problem !== null) return;
    // Typed and sent at once: the desk is asked before it is told.
    const found = question === null ? null : (preview ?? (await look.run(question)));
    if (found === undefined) return;
    if (found?.outcome === 'not-free' && !confirming) setConfirming(true);
    else props.onUpdate({ policy, code: policy === 'random' ? null : digits });
  }

  return (
    <Modal opened onClose={props.onClose} title={doorcodeTexts.titleOf(props.owner)} size={460}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void update();
        }}
      >
        <Stack gap="md">
          <Radio.Group
            label={texts.policy}
            value={policy}
            onChange={(value) => {
              setPolicy(value);
              setConfirming(false);
            }}
          >
            <Stack gap={10} mt={6}>
              {allocationPolicies.map((one) => (
                <Radio
                  key={one}
                  value={one}
                  label={doorcodeTexts.policies[one].label}
                  description={doorcodeTexts.policies[one].meaning}
                  {...(one === policy ? { 'data-autofocus': true } : {})}
                />
              ))}
            </Stack>
          </Radio.Group>
          {policy === 'random' ? null : (
            <div>
              <TextInput
                label={doorcodeTexts.code}
                required
                value={code}
                error={missing ?? refused}
                inputMode="numeric"
                autoComplete="off"
                maxLength={14}
                onChange={(event) => {
                  setCode(event.currentTarget.value);
                  setMissing(null);
                  setConfirming(false);
                }}
              />
              <DoorcodePreviewLine preview={preview} />
            </div>
          )}
          {confirming ? (
            <p role="alert" className={styles['harm']}>
              <IconAlertTriangle size={16} aria-hidden />
              {texts.willHaveNone(props.owner)}
            </p>
          ) : null}
          <p className={styles['quiet']}>
            {[
              ...(isAssigned ? [texts.replaces(props.owner)] : []),
              ...(policy === 'random' || confirming ? [] : [texts.maybeNone]),
              texts.lockMustBeOnline,
            ].join(' ')}
          </p>
          {failure?.code === 'code-not-available' ? null : (
            <FailureNotice
              failure={failure ?? look.failure}
              act={
                failure?.code === 'changed-meanwhile' ? (
                  <Button onClick={props.onShowNow}>{words.showNow}</Button>
                ) : null
              }
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button onClick={props.onClose}>{confirming && isAssigned ? texts.keepPresent : words.cancel}</Button>
            <Button
              type="submit"
              variant="filled"
              loading={props.pending || look.pending}
              {...(confirming ? { color: 'red' } : {})}
            >
              {confirming ? texts.updateWithout : confirmText}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function codeProblem(digits: string, stay: readonly LocalDateTime[]): string | null {
  if (digits === '') return doorcodeTexts.codeMissing;
  if (!isDoorcode(digits)) return doorcodeTexts.codeShape;
  return isWeak(digits, stay) ? unassignedTexts['too-weak'].why : null;
}
