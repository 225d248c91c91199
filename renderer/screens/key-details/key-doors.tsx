import { VisuallyHidden } from '@mantine/core';
import type { KeyDetails } from '#api/views';
import type { DoorId } from '#domain/ids';
import { localAt, type ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { Panel } from '../../components/page.tsx';
import { AccessBar } from './access-bar.tsx';
import type { DoorChoice } from './door-menu.tsx';
import { worksByCard } from './held-credentials.ts';
import { nameOf } from './key-act.ts';
import styles from './key-details.module.css';
import { KeyDoorRow, LinkedDoorRow } from './key-door-row.tsx';
import type { Said } from './said-note.tsx';
import { keyDetailsTexts as texts } from './sentences.ts';

export interface KeyDoorsProps {
  readonly details: KeyDetails;
  readonly zone: ZoneName;
  readonly said: Said | null;
  readonly onChoose: (choice: DoorChoice, door: { readonly doorId: DoorId }) => void;
}

/** The doors of a key: when each opens, and whether its lock has the code. */
export function KeyDoors({ details, zone, said, onChoose }: KeyDoorsProps) {
  const now = localAt(useNow(), zone);
  const first = details.people.find(({ doorcode }) => doorcode !== null);
  const live = details.extendable;
  const beside = details.people.length > 1 && first !== undefined ? texts.firstPerson(nameOf(first)) : undefined;
  return (
    <Panel title={texts.doors} {...(beside === undefined ? {} : { beside })}>
      {details.doors.length === 0 ? (
        <p className={styles['emptyDoors']}>{texts.noDoors}</p>
      ) : (
        <>
          <table className={styles['doors']}>
            <thead>
              <tr>
                <th scope="col">{texts.doorColumn}</th>
                <th scope="col">{texts.accessColumn}</th>
                <th scope="col">{texts.doorcodeColumn}</th>
                <th scope="col">
                  <VisuallyHidden>{texts.more}</VisuallyHidden>
                </th>
              </tr>
            </thead>
            <tbody>
              {details.doors.map((door, index) => (
                <KeyDoorRow
                  key={door.doorId}
                  door={door}
                  above={details.doors[index - 1] ?? null}
                  isManual={details.source === 'manual'}
                  live={live}
                  hasCard={first !== undefined && worksByCard(first)}
                  zone={zone}
                  said={said}
                  onChoose={(choice) => onChoose(choice, door)}
                />
              ))}
              {details.linkedNotAllowed.map((door) => (
                <LinkedDoorRow
                  key={door.doorId}
                  door={door}
                  live={live}
                  onChoose={(choice) =>
                    onChoose(choice, { doorId: choice === 'edit-door' ? door.ownDoorId : door.doorId })
                  }
                />
              ))}
            </tbody>
          </table>
          <AccessBar doors={details.doors} now={now} isOver={details.status === 'revoked'} />
        </>
      )}
    </Panel>
  );
}
