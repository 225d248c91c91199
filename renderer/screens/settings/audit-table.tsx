import { Link } from '@tanstack/react-router';
import type { AuditView } from '#api/staff-views';
import { useZone } from '../../channel/use-strip.ts';
import { momentText } from '../../format.ts';
import { auditChanges, auditSentence, auditText as text } from './audit-sentences.ts';
import { actorText } from '../../text/timeline.ts';
import styles from './settings.module.css';

export function AuditTable({ entries }: { readonly entries: readonly AuditView[] }) {
  const zone = useZone();
  if (entries.length === 0) return null;
  return (
    <div className={styles['wide']} tabIndex={0} role="region" aria-label={text.title}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.columns.at}</th>
            <th scope="col">{text.columns.who}</th>
            <th scope="col">{text.columns.pc}</th>
            <th scope="col">{text.columns.what}</th>
            <th scope="col">{text.columns.changes}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className={styles['still']}>{momentText(entry.at, zone)}</td>
              <td className={styles['still']}>{entry.by.kind === 'staff' ? entry.by.name : whoElse(entry)}</td>
              <td>{entry.from}</td>
              <td>
                {auditSentence(entry)}
                {entry.keyId === null ? null : (
                  <>
                    {' · '}
                    <Link to="/keys/$keyId" params={{ keyId: entry.keyId }} className={styles['link']}>
                      {text.openKey}
                    </Link>
                  </>
                )}
              </td>
              <td>
                {auditChanges(entry, zone).map((change) => (
                  <div key={change}>{change}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A refused sign-in was nobody's yet. */
function whoElse(entry: AuditView): string {
  return entry.what === 'sign-in-refused' ? text.nobody : actorText(entry.by);
}
