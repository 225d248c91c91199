import { useNavigate } from '@tanstack/react-router';
import type { BulkLine } from '#api/bulk';
import type { BulkAction } from '#domain/acts/bulk';
import { localText, timeTexts } from '../../text/format.ts';
import { bulkText as text, doneWords, effectWords, reasonWords } from './bulk-sentences.ts';
import styles from './bulk.module.css';
import { doorsText, doorsTitle } from './sentences.ts';

export interface BulkLinesProps {
  readonly lines: readonly BulkLine[];
  readonly action: BulkAction;
  /** How many there are in all. */
  readonly total: number;
  /** It has been done: what came of it. Otherwise: what will be. */
  readonly report?: boolean;
}

/** Each key with what happens to it, or what has. */
export function BulkLines({ lines, action, total, report = false }: BulkLinesProps) {
  const navigate = useNavigate();
  return (
    <>
      <div className={styles['lines']} role="region" aria-label={text.lines} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{text.columns.owner}</th>
              <th scope="col">{text.columns.doors}</th>
              <th scope="col">{report ? text.columns.result : text.columns.effect}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.keyId} data-outcome={line.outcome}>
                <td>
                  {report ? (
                    <button
                      type="button"
                      className={styles['owner']}
                      onClick={() => void navigate({ to: '/keys/$keyId', params: { keyId: line.keyId } })}
                    >
                      {line.owner}
                    </button>
                  ) : (
                    line.owner
                  )}
                </td>
                <td title={doorsTitle(line.doors, 0)}>{doorsText(line.doors, 0)}</td>
                <td>{report ? resultOf(line, action) : effectOf(line, action)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length < total ? <p className={styles['note']}>{text.first(lines.length, total)}</p> : null}
    </>
  );
}

function effectOf({ because, departure }: BulkLine, action: BulkAction): string {
  if (because !== null) return reasonWords(because);
  return departure === null
    ? effectWords(action, 'before')
    : timeTexts.period(localText(departure.from), localText(departure.to));
}

function resultOf(line: BulkLine, action: BulkAction): string {
  if (line.outcome === 'change') return text.notReached;
  if (line.outcome === 'done') return doneWords(action, line.newDoorcode);
  return line.because === null ? '' : reasonWords(line.because);
}
