import { closeEncoderQuestion, useEncoderQuestion } from '../../channel/encoder-asking.ts';
import { EncodeDialog } from './encode-dialog.tsx';
import { EnrolDialog } from './enrol-dialog.tsx';
import { JobDialog } from './job-dialog.tsx';
import { PickEncoderDialog } from './pick-encoder-dialog.tsx';

/** Whatever was asked of the encoder, over the screen that it was asked from. */
export function EncoderDialogs() {
  const asked = useEncoderQuestion();
  if (asked === null) return null;
  switch (asked.ask) {
    case 'encode':
      return <EncodeDialog key={asked.keyId} asked={asked} onClose={closeEncoderQuestion} />;
    case 'enrol':
      return <EnrolDialog onClose={closeEncoderQuestion} />;
    case 'job':
      return <JobDialog key={asked.jobId} jobId={asked.jobId} onClose={closeEncoderQuestion} />;
    case 'set-up':
      return <PickEncoderDialog onClose={closeEncoderQuestion} />;
    default:
      return asked;
  }
}
