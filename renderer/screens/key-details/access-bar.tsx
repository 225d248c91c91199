import type { KeyDoorView } from '#api/views';
import type { LocalDateTime } from '#domain/time/time';
import { endText } from '../../text/format.ts';
import { joined } from '../../text/language.ts';
import styles from './access-bar.module.css';
import { accessPicture } from './access-lanes.ts';
import { keyDetailsTexts as texts } from './sentences.ts';

export interface AccessBarProps {
  readonly doors: readonly KeyDoorView[];
  /** In the property's zone. */
  readonly now: LocalDateTime;
  /** The whole key is revoked: nothing opens any more. */
  readonly isOver: boolean;
}

/** When the key opens, over the stay, and where "now" is in it. One bar for doors with the same Access Period. */
export function AccessBar({ doors, now, isOver }: AccessBarProps) {
  const picture = accessPicture(doors, now);
  if (picture === null) return null;
  const { lanes, ticks } = picture;
  return (
    <figure className={styles['picture']} aria-label={texts.access}>
      <div className={styles['lanes']}>
        {lanes.map((lane) => (
          <div key={lane.doors.join()}>
            {lanes.length > 1 ? <span className={styles['name']}>{joined(lane.doors)}</span> : null}
            <div className={styles['ground']}>
              <div
                className={styles['open']}
                data-revoked={isOver || lane.isRevoked || undefined}
                style={{ insetInlineStart: `${lane.from}%`, width: `${lane.to - lane.from}%` }}
              />
            </div>
          </div>
        ))}
        {picture.now === null ? null : (
          <span className={styles['now']} style={{ insetInlineStart: `${picture.now}%` }}>
            <span className={styles['nowWord']}>{texts.now}</span>
          </span>
        )}
      </div>
      <div className={styles['ticks']}>
        {ticks.map((tick) => (
          <span key={tick.moment} className={styles['tick']} style={{ insetInlineStart: `${tick.at}%` }}>
            {endText(tick.moment)}
          </span>
        ))}
      </div>
    </figure>
  );
}
