import { IconAlertTriangle, IconCheck, IconCircleDashed, IconClock } from '@tabler/icons-react';
import type { EncoderJob, MadeCard } from '#api/encoder';
import { StateTag } from '../../components/state-tag.tsx';
import { isMade } from '../../text/encoder-job.ts';
import { cardName } from '../../text/keycards.ts';
import styles from './encode.module.css';
import { encodeText as text } from './sentences.ts';

const icons = {
  ok: <IconCheck aria-hidden />,
  warn: <IconClock aria-hidden />,
  bad: <IconAlertTriangle aria-hidden />,
  neutral: <IconCircleDashed aria-hidden />,
} as const;

const tones = {
  issued: 'ok',
  outrun: 'warn',
  failed: 'bad',
  unknown: 'warn',
  enrolled: 'ok',
  known: 'neutral',
  wiped: 'ok',
  void: 'neutral',
} as const satisfies Record<MadeCard['outcome'], keyof typeof icons>;

export interface MadeCardsProps {
  readonly job: Pick<EncoderJob, 'kind' | 'made' | 'of' | 'card' | 'step'>;
}

/**
 * A place for every card of the job from its beginning, so that nothing jumps; one that failed has none, as another takes
 * its place. Of a stack, the newest first.
 */
export function MadeCards({ job }: MadeCardsProps) {
  const { kind, made, of } = job;
  const laidOn = made.filter(wasLaidOn);
  const cards = laidOn.map((card, index) => ({
    ...card,
    id: index,
    place: isMade(card) ? laidOn.slice(0, index + 1).filter(isMade).length : null,
  }));
  if (kind === 'enrol') cards.reverse();
  const places = kind === 'encode' && of > 1 ? of - laidOn.filter(isMade).length : 0;
  if (cards.length + places === 0) return null;
  return (
    <section className={styles['made']}>
      <ul tabIndex={0} aria-label={text.soFar}>
        {cards.map((card) => {
          const tone = tones[card.outcome];
          return (
            <li key={card.id}>
              <span className={styles['place']}>{card.place}</span>
              <span className={styles['cardName']}>{cardName(card)}</span>
              <StateTag tone={tone} icon={icons[tone]}>
                {text.outcomes[card.outcome]}
              </StateTag>
            </li>
          );
        })}
        {Array.from({ length: places }, (_, index) => of - places + index + 1).map((place) => (
          <li key={place} className={styles['toCome']}>
            <span className={styles['place']}>{place}</span>
            <span className={styles['cardName']}>{toComeWord(job, place)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Called off before it: nothing was made of a card that never lay there. */
function wasLaidOn({ outcome, uidEnd }: MadeCard): boolean {
  return outcome !== 'failed' || uidEnd !== null;
}

function toComeWord({ card, step }: MadeCardsProps['job'], place: number): string {
  if (step === 'failed') return text.notMade;
  return place === card ? text.thisCard : text.toCome;
}
