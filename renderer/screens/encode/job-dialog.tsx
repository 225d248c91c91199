import { Modal } from '@mantine/core';
import { jobTitles } from '../../text/encode.ts';
import { JobView } from './job-view.tsx';
import { useJob } from './use-job.ts';

/** A job that was begun without a form: wiping, finishing, or one that ran already when the screen was opened. */
export function JobDialog({ jobId, onClose }: { readonly jobId: string; readonly onClose: () => void }) {
  const { job, cancel } = useJob(jobId);
  const isOver = job?.step === 'done' || job?.step === 'failed';
  return (
    <Modal
      opened
      onClose={isOver ? onClose : cancel}
      closeOnClickOutside={false}
      title={job === null ? jobTitles.any : jobTitles[job.kind](job.owner)}
      size={560}
    >
      <JobView job={job} onClose={onClose} onCancel={cancel} />
    </Modal>
  );
}
