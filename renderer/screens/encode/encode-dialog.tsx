import { Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { EncodeInput } from '#api/encoder-inputs';
import type { KeyDetails } from '#api/views';
import type { PersonId } from '#domain/ids';
import type { EncoderQuestion } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useEncoder } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { EncodeForm } from './encode-form.tsx';
import styles from './encode.module.css';
import { useJob } from './job-dialog.tsx';
import { JobView } from './job-view.tsx';
import { encodeText as text } from './sentences.ts';

export interface EncodeDialogProps {
  readonly asked: Extract<EncoderQuestion, { ask: 'encode' }>;
  readonly onClose: () => void;
}

/** Says what will be written and what ends by it, then watches the encoder, then says what was made. */
export function EncodeDialog({ asked, onClose }: EncodeDialogProps) {
  const { keyId } = asked;
  const [chosen, setChosen] = useState<PersonId | null>(asked.personId);
  const [jobId, setJobId] = useState<string | null>(null);
  const key = useAnswer(['keys', 'details', keyId], () => portal.keys.details.query({ keyId }));
  const encoder = useEncoder();
  const people = key.data?.people ?? [];
  const personId = chosen ?? people[0]?.personId ?? null;
  const person = people.find((one) => one.personId === personId);
  const plan = useAnswer(
    ['encoder', 'plan', keyId, personId],
    () => portal.encoder.plan.query({ keyId, personId: personId ?? '' }),
    { enabled: personId !== null && jobId === null },
  );
  const begin = useAct((input: EncodeInput) => portal.encoder.encode.mutate(input), {
    done: (begun) => setJobId(begun.jobId),
  });
  const { job, cancel } = useJob(jobId);
  const isRunning = jobId !== null && job?.step !== 'done' && job?.step !== 'failed';
  const isLooking = key.failure === null && plan.failure === null && (plan.data === undefined || encoder.waiting);
  const owner = person === undefined ? null : `${person.firstName} ${person.lastName}`.trim();

  return (
    <Modal
      opened
      onClose={isRunning ? cancel : onClose}
      closeOnClickOutside={false}
      title={owner === null ? text.openLong : text.title(owner)}
      size={560}
    >
      {jobId === null ? (
        // Until the plan is there, Enter must not press the cross that closes.
        <Stack gap="sm" tabIndex={-1} data-autofocus={isLooking || undefined} className={styles['plain'] ?? ''}>
          <FailureNotice failure={key.failure ?? plan.failure ?? encoder.failure} />
          {people.length > 1 ? (
            <Select
              label={text.forWhom}
              data={people.map((one) => ({ value: one.personId, label: nameOf(one) }))}
              value={personId}
              allowDeselect={false}
              onChange={(value) => setChosen(value)}
            />
          ) : null}
          {isLooking ? <Waiting>{text.loading}</Waiting> : null}
          {plan.data === undefined || encoder.data === undefined ? null : (
            <EncodeForm
              key={personId}
              plan={plan.data}
              view={encoder.data}
              cards={person?.keycards ?? []}
              only={asked.credentialIds}
              pending={begin.pending}
              failure={begin.failure}
              onBegin={(wish) => {
                if (personId !== null) void begin.run({ keyId, personId, ...wish });
              }}
              onClose={onClose}
            />
          )}
        </Stack>
      ) : (
        <JobView
          job={job}
          onClose={onClose}
          onCancel={cancel}
          onAgain={() => {
            begin.reset();
            setJobId(null);
          }}
        />
      )}
    </Modal>
  );
}

function nameOf(person: KeyDetails['people'][number]): string {
  return `${person.firstName} ${person.lastName}`.trim();
}
