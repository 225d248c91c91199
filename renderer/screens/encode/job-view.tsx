import { Button, Group, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBarToUp,
  IconCheck,
  IconCreditCard,
  IconPlugX,
  IconQuestionMark,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { EncoderJob } from '#api/encoder';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import { DemoHand } from './demo-hand.tsx';
import { ClassicNotice } from './encode-choices.tsx';
import styles from './encode.module.css';
import { jobSaid, type JobSaid } from './job-said.ts';
import { MadeCards } from './made-cards.tsx';
import { encodeText as text, questionWords } from './sentences.ts';

interface JobViewProps {
  /** null: the encoder has not said anything yet. */
  readonly job: EncoderJob | null;
  readonly onCancel: () => void;
  readonly onClose: () => void;
  /** Begins the same again; undefined: there is nothing to begin again. */
  readonly onAgain?: () => void;
}

/** What the encoder is doing, to be read from where the guest stands; then what came of it. */
export function JobView({ job, onCancel, onClose, onAgain }: JobViewProps) {
  const stage = useRef<HTMLDivElement>(null);
  const isOver = job?.step === 'done' || job?.step === 'failed';
  const answer = useAct((yes: boolean) => portal.encoder.answer.mutate({ jobId: job?.id ?? '', yes }));
  const moment = momentOf(job);
  // Enter that began must not press whatever comes next: the stage takes the keyboard, and a question's safe answer.
  useEffect(() => {
    const safe = moment === 'working' ? null : document.querySelector<HTMLElement>('[data-encode-focus]');
    (safe ?? stage.current)?.focus({ preventScroll: true });
  }, [moment]);

  if (job === null) return <Waiting>{text.loading}</Waiting>;
  const said = jobSaid(job);
  const isMoving = job.step === 'writing' || job.step === 'verifying';
  return (
    <div>
      <div ref={stage} tabIndex={-1} className={styles['stage']} data-tone={said.tone}>
        {job.kind === 'encode' && job.of > 1 ? (
          <p className={styles['count']}>{text.count(Math.min(job.card, job.of), job.of)}</p>
        ) : null}
        <JobMark tone={said.tone} mark={said.mark} />
        <div role="status" aria-live="assertive" aria-atomic="true">
          <p className={styles['headline']}>{said.headline}</p>
          {said.lines.map((line) => (
            <p key={line} className={styles['todo']}>
              {line}
            </p>
          ))}
        </div>
        <div className={styles['progress']} data-shown={isMoving || undefined}>
          <Progress value={Math.round(job.progress * 100)} aria-label={text.progress} size="md" />
        </div>
      </div>
      {job.cardType === 'classic-1k' && (job.kind === 'encode' || job.kind === 'enrol') ? (
        <div className={styles['classic']}>
          <ClassicNotice isClassic />
        </div>
      ) : null}
      <MadeCards job={job} />
      {isOver ? null : <DemoHand />}
      <FailureNotice failure={answer.failure} />
      <Group justify="flex-end" gap="xs" mt="md">
        {job.question === null || isOver ? null : (
          <>
            <Button size="sm" c="var(--portal-bad)" loading={answer.pending} onClick={() => void answer.run(true)}>
              {questionWords(job.question, job.kind).yes}
            </Button>
            <Button size="sm" variant="filled" data-encode-focus onClick={() => void answer.run(false)}>
              {questionWords(job.question, job.kind).no}
            </Button>
          </>
        )}
        {isOver ? (
          <>
            {job.step === 'failed' && onAgain !== undefined ? (
              <Button size="sm" onClick={onAgain}>
                {text.again}
              </Button>
            ) : null}
            <Button size="sm" variant="filled" data-encode-focus onClick={onClose}>
              {job.step === 'failed' ? words.close : text.done}
            </Button>
          </>
        ) : (
          <Button size="sm" onClick={onCancel}>
            {job.kind === 'enrol' && job.made.length > 0 ? text.stop : text.cancel}
          </Button>
        )}
      </Group>
    </div>
  );
}

function momentOf(job: EncoderJob | null): 'none' | 'working' | 'asking' | 'over' {
  if (job === null) return 'none';
  if (job.step === 'done' || job.step === 'failed') return 'over';
  return job.question === null ? 'working' : 'asking';
}

const icons = {
  card: IconCreditCard,
  encoder: IconPlugX,
  question: IconQuestionMark,
  problem: IconAlertTriangle,
  away: IconArrowBarToUp,
  done: IconCheck,
} as const;

/** The step as a picture, for whoever looks at the card and not at the words. */
function JobMark({ tone, mark }: Pick<JobSaid, 'tone' | 'mark'>) {
  const Icon = icons[mark];
  return (
    <div className={styles['mark']} data-tone={tone} aria-hidden>
      <Icon size={44} stroke={1.6} />
    </div>
  );
}
