import type { KeyDetails } from '#api/views';
import type { ZoneName } from '#domain/time/time';
import { Panel } from '../../components/page.tsx';
import { momentText } from '../../text/format.ts';
import { actorText } from '../../text/timeline.ts';
import { nameOf } from './key-act.ts';
import styles from './key-details.module.css';
import { keyDetailsTexts as texts } from './sentences.ts';

/** Who holds the key and how to reach them, and what the PMS says of the stay. */
export function StayCard({ details, zone }: { readonly details: KeyDetails; readonly zone: ZoneName }) {
  const { reservation, people, revoked } = details;
  return (
    <Panel title={texts.stay}>
      <dl className={styles['facts']}>
        {people.map((person) => (
          <div key={person.personId} className={styles['person']}>
            <dt>{people.length > 1 ? nameOf(person) : texts.contact}</dt>
            <dd>{[person.email, person.phone].filter((part) => part !== null).join(' · ') || texts.noContact}</dd>
          </div>
        ))}
        {reservation === null ? null : (
          <>
            <div>
              <dt>{texts.room}</dt>
              <dd>{reservation.spaceName ?? texts.noRoom}</dd>
            </div>
            <div>
              <dt>{texts.state}</dt>
              <dd>{texts.stayStates[reservation.state]}</dd>
            </div>
          </>
        )}
        {revoked === null ? null : (
          <div className={styles['person']}>
            <dt>{texts.statuses.revoked}</dt>
            <dd>{texts.revokedBy[revoked.reason](momentText(revoked.at, zone), actorText(revoked.by))}</dd>
          </div>
        )}
      </dl>
    </Panel>
  );
}
