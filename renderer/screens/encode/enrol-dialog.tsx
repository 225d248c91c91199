import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { longestKeycardNumber } from '#domain/cards/keycard';
import { portal } from '../../channel/portal-client.ts';
import { useEncoder } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import { fieldsSaid } from '../../text/refusals.ts';
import { encodersToChoose } from './encode-wish.ts';
import styles from './encode.module.css';
import { useJob } from './job-dialog.tsx';
import { JobView } from './job-view.tsx';
import { encodeText, enrolText as text } from './sentences.ts';

/** A stack of cards, laid on one after the other: each joins the stock, and is listed as it does. */
export function EnrolDialog({ onClose }: { readonly onClose: () => void }) {
  const [jobId, setJobId] = useState<string | null>(null);
  const [firstNumber, setFirstNumber] = useState('');
  const [namePrefix, setNamePrefix] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const encoders = encodersToChoose(useEncoder().data ?? { encoders: [] });
  const encoderId = chosen ?? (encoders.length === 1 ? encoders[0]?.id : null) ?? null;
  const begin = useAct(
    () => portal.encoder.enrol.mutate({ encoderId, firstNumber: firstNumber.trim() || null, namePrefix }),
    { done: (begun) => setJobId(begun.jobId) },
  );
  const { job, cancel } = useJob(jobId);
  const isRunning = jobId !== null && job?.step !== 'done' && job?.step !== 'failed';

  return (
    <Modal opened onClose={isRunning ? cancel : onClose} closeOnClickOutside={false} title={text.title} size={560}>
      {jobId === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void begin.run(undefined);
          }}
        >
          <Stack gap="md">
            <p className={styles['remark']}>{text.words}</p>
            <TextInput
              label={text.firstNumber}
              description={text.firstHint}
              value={firstNumber}
              maxLength={longestKeycardNumber}
              error={fieldsSaid(begin.failure)['firstNumber']}
              onChange={(event) => setFirstNumber(event.currentTarget.value)}
              data-autofocus
            />
            <TextInput
              label={text.prefix}
              description={text.prefixHint}
              value={namePrefix}
              maxLength={60}
              onChange={(event) => setNamePrefix(event.currentTarget.value)}
            />
            {encoders.length > 1 ? (
              <Select
                label={encodeText.whichEncoder}
                data={encoders.map(({ id, name }) => ({ value: id, label: name }))}
                value={encoderId}
                onChange={setChosen}
              />
            ) : null}
            <FailureNotice failure={begin.failure} />
            <Group justify="flex-end" gap="xs">
              <span className={styles['hint']}>{encodeText.beginHint}</span>
              <Button size="sm" onClick={onClose}>
                {words.cancel}
              </Button>
              <Button size="sm" type="submit" variant="filled" loading={begin.pending}>
                {text.begin}
              </Button>
            </Group>
          </Stack>
        </form>
      ) : (
        <JobView
          job={job}
          onCancel={cancel}
          onClose={onClose}
          onAgain={() => {
            begin.reset();
            setJobId(null);
          }}
        />
      )}
    </Modal>
  );
}
