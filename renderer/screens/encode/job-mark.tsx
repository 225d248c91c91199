import {
  IconAlertTriangle,
  IconArrowBarToUp,
  IconCheck,
  IconCreditCard,
  IconPlugX,
  IconQuestionMark,
} from '@tabler/icons-react';
import type { JobSaid } from './job-said.ts';
import styles from './encode.module.css';

const icons = {
  card: IconCreditCard,
  encoder: IconPlugX,
  question: IconQuestionMark,
  problem: IconAlertTriangle,
  away: IconArrowBarToUp,
  done: IconCheck,
} as const;

/** The step as a picture, for whoever looks at the card and not at the words. */
export function JobMark({ tone, mark }: Pick<JobSaid, 'tone' | 'mark'>) {
  const Icon = icons[mark];
  return (
    <div className={styles['mark']} data-tone={tone} aria-hidden>
      <Icon size={44} stroke={1.6} />
    </div>
  );
}
