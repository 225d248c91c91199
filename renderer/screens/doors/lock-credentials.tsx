import { Link } from '@tanstack/react-router';
import type { DoorDetails, LockView } from '#api/views';
import type { LocalDateTime, ZoneName } from '#domain/time/time';
import { DoorcodeStateCell } from '../../components/doorcode-state.tsx';
import { Panel } from '../../components/page.tsx';
import { localText, timeTexts } from '../../text/format.ts';
import styles from './doors.module.css';
import { lockTexts as texts } from './sentences.ts';

export interface LockCredentialsProps {
  readonly credentials: DoorDetails['credentials'];
  readonly lock: LockView;
  readonly zone: ZoneName;
}

/** Whose doorcodes belong on this lock, and how far each has come. */
export function LockCredentials({ credentials, lock, zone }: LockCredentialsProps) {
  return (
    <Panel title={texts.credentials}>
      {credentials.length === 0 ? (
        <p className={styles['padded']}>{texts.noCredentials}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{texts.guest}</th>
              <th scope="col">{texts.access}</th>
              <th scope="col">{texts.doorcode}</th>
            </tr>
          </thead>
          <tbody>
            {credentials.map((credential, index) => (
              <tr key={`${credential.keyId}/${index}`}>
                <td>
                  <Link to="/keys/$keyId" params={{ keyId: credential.keyId }} className={styles['name']}>
                    {credential.owner}
                  </Link>
                  {credential.kind === 'card' ? ` · ${texts.keycard}` : null}
                </td>
                <td>{windowText(credential.from, credential.to)}</td>
                <td>
                  <DoorcodeStateCell
                    state={credential.state}
                    hasCard={false}
                    offlineSince={lock.online === 'offline' ? lock.onlineSince : null}
                    proof={lock.proof}
                    zone={zone}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

export function windowText(from: LocalDateTime | null, to: LocalDateTime | null): string {
  if (from === null && to === null) return texts.always;
  return timeTexts.span(from === null ? '…' : localText(from), to === null ? '…' : localText(to));
}
