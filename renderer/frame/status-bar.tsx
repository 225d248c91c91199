import type { StatusStrip } from '#api/views';
import type { Role } from '#domain/staff';
import { useNow } from '../format.ts';
import { statusLines, statusText } from '../text/status.ts';
import { StatusItem } from './status-item.tsx';
import styles from './status-bar.module.css';

/** Always in sight: what Portal is connected to. */
export function StatusBar({ strip, role }: { readonly strip: StatusStrip | undefined; readonly role: Role }) {
  const now = useNow();
  return (
    <footer className={styles['bar']} aria-label={statusText.label}>
      {strip === undefined
        ? null
        : statusLines(strip, now).map((line) => (
            <StatusItem key={line.id} line={line} problem={line.id === 'pms' ? strip.pms.problem : null} role={role} />
          ))}
      <span className={styles['hint']}>
        <kbd>?</kbd> {statusText.shortcuts}
      </span>
    </footer>
  );
}
