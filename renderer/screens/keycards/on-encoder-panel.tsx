import { Button } from '@mantine/core';
import { IconCreditCard, IconCreditCardOff, IconPlugX } from '@tabler/icons-react';
import type { EncoderView } from '#api/encoder';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { Panel } from '../../components/page.tsx';
import { stepWords } from '../../text/encoder-job.ts';
import { problemSaid } from '../../text/encoder-problems.ts';
import { CardOnEncoderFacts } from './card-on-encoder-facts.tsx';
import { laidCardText as text } from './encoder-sentences.ts';
import styles from './keycards.module.css';

/** The card that lies on the encoder with no dialog open: whose it is, and whether that is what the records say. */
export function OnEncoderPanel({ view }: { readonly view: EncoderView }) {
  const { encoders, job, card } = view;
  const isWorking = job !== null && job.step !== 'done' && job.step !== 'failed';
  const beside = encoders.length > 1 && card !== null ? text.at(card.encoder) : undefined;
  return (
    <Panel title={text.title} beside={beside}>
      <div className={styles['onEncoder']} role="status">
        {isWorking ? (
          <Quiet
            icon={<IconCreditCard size={22} aria-hidden />}
            title={job.owner === null ? text.working : text.workingFor(job.owner)}
            words={stepWords(job).headline}
            act={<Button onClick={() => askEncoder({ ask: 'job', jobId: job.id })}>{text.show}</Button>}
          />
        ) : null}
        {!isWorking && card !== null ? <CardOnEncoderFacts card={card} /> : null}
        {!isWorking && card === null ? <NoCard encoders={encoders} /> : null}
      </div>
    </Panel>
  );
}

function NoCard({ encoders }: Pick<EncoderView, 'encoders'>) {
  const [first] = encoders;
  if (first === undefined) {
    return (
      <Quiet
        icon={<IconPlugX size={22} aria-hidden />}
        title={text.noEncoder}
        words={text.noEncoderWords}
        act={<Button onClick={() => askEncoder({ ask: 'set-up' })}>{text.setUp}</Button>}
      />
    );
  }
  if (encoders.every(({ state }) => state === 'absent' || state === 'failed')) {
    const { says, todo } = problemSaid(first.problem ?? 'not-found', first.port);
    return <Quiet icon={<IconPlugX size={22} aria-hidden />} title={says} words={todo ?? ''} act={null} />;
  }
  return (
    <Quiet
      icon={<IconCreditCardOff size={22} aria-hidden />}
      title={text.nothing}
      words={text.nothingWords}
      act={null}
    />
  );
}

function Quiet(props: {
  readonly icon: React.ReactNode;
  readonly title: string;
  readonly words: string;
  readonly act: React.ReactNode;
}) {
  return (
    <div className={styles['quiet']}>
      {props.icon}
      <div className={styles['words']}>
        <p className={styles['strong']}>{props.title}</p>
        <p className={styles['soft']}>{props.words}</p>
      </div>
      {props.act}
    </div>
  );
}
