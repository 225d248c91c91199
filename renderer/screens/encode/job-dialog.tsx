import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { EncoderJob } from '#api/encoder';
import { portal } from '../../channel/portal-client.ts';
import { useEncoder } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { JobView } from './job-view.tsx';
import { encodeText, jobTitle } from './sentences.ts';

/** A job that was begun without a form: wiping, finishing, or one that ran already when the screen was opened. */
export function JobDialog({ jobId, onClose }: { readonly jobId: string; readonly onClose: () => void }) {
  const { job, cancel } = useJob(jobId);
  const isOver = job?.step === 'done' || job?.step === 'failed';
  return (
    <Modal
      opened
      onClose={isOver ? onClose : cancel}
      closeOnClickOutside={false}
      title={job === null ? encodeText.jobs.any : jobTitle(job)}
      size={560}
    >
      <JobView job={job} onClose={onClose} onCancel={cancel} />
    </Modal>
  );
}

/**
 * One job as it was seen last: the desk keeps only the newest, and what came of this one stays on the screen until it is
 * closed. null: not seen yet.
 */
export function useJob(jobId: string | null): { readonly job: EncoderJob | null; readonly cancel: () => void } {
  const { data } = useEncoder(jobId !== null);
  const current = data?.job?.id === jobId ? data.job : null;
  const [last, setLast] = useState<EncoderJob | null>(null);
  if (current !== null && current !== last) setLast(current);
  const cancel = useAct((id: string) => portal.encoder.cancel.mutate({ jobId: id }));
  const seen = current ?? (last?.id === jobId ? last : null);
  return {
    job: seen,
    cancel: () => {
      if (jobId !== null) void cancel.run(jobId);
    },
  };
}
