import type { InstantText, ZoneName } from '#domain/time/time';
import type { DoorcodeState } from '#domain/situation/doorcode-state';
import { sinceText, useNow } from '../format.ts';
import { doorcodeStateDetail } from './doorcode-state-detail.ts';
import styles from './doorcode-state-cell.module.css';
import { DoorcodeStateTag } from './doorcode-state-tag.tsx';

export interface DoorcodeStateCellProps {
  readonly state: DoorcodeState;
  /** The person has a keycard that works. */
  readonly hasCard: boolean;
  /** Since when the lock is offline; null: it is not, or nobody knows. */
  readonly offlineSince: InstantText | null;
  readonly zone: ZoneName;
}

/** The state's tag, and under it what a receptionist would ask next: when is the next try, and what is in the way. */
export function DoorcodeStateCell({ state, hasCard, offlineSince, zone }: DoorcodeStateCellProps) {
  const now = useNow();
  const detail = doorcodeStateDetail(state, now, offlineSince === null ? null : sinceText(offlineSince, now, zone));
  return (
    <div className={styles['cell']}>
      <DoorcodeStateTag state={state} hasCard={hasCard} zone={zone} />
      {detail === null ? null : <span className={styles['detail']}>{detail}</span>}
    </div>
  );
}
