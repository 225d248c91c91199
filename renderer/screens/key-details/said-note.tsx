import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import styles from './key-details.module.css';
import type { Place, Said } from './use-said.ts';

/** The result of what was clicked here; read out as it appears. */
export function SaidNote({ said, place }: { readonly said: Said | null; readonly place: Place }) {
  const isHere = said?.place === place;
  return (
    <span role="status" className={isHere ? styles['said'] : undefined} data-tone={isHere ? said.tone : undefined}>
      {isHere ? (
        <>
          {said.tone === 'done' ? <IconCheck size={14} aria-hidden /> : <IconAlertTriangle size={14} aria-hidden />}
          {said.text}
        </>
      ) : null}
    </span>
  );
}
