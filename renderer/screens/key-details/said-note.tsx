import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import type { KeyId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { actTexts, undoRefused } from './act-sentences.ts';
import styles from './key-details.module.css';

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

/** Beside what something is said: the header, one door's row, one credential's card, one line that needs attention. */
export type Place = 'key' | `door/${string}` | `doorcode/${string}` | `keycard/${string}` | `attention/${string}`;

export interface Said {
  readonly place: Place;
  readonly text: string;
  readonly tone: 'done' | 'failed';
}

/** Long enough to be read after looking up from the guest. */
const saidMs = 8_000;

/** What came of the last act, to be shown where it was clicked; a refusal stays until the next act. */
export function useSaid() {
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(() => {
    if (said === null || said.tone === 'failed') return undefined;
    const timer = setTimeout(() => setSaid(null), saidMs);
    return () => clearTimeout(timer);
  }, [said]);
  const say = useCallback(
    (place: Place, text: string, tone: Said['tone'] = 'done') => setSaid({ place, text, tone }),
    [],
  );
  return { said, say };
}

/** As long as the desk keeps what it needs to take the act back. */
const undoMs = 30_000;

interface UndoableDone {
  readonly keyId: KeyId;
  /** The version that the act made. */
  readonly version: number;
  readonly said: string;
}

/** Says what was done, with Undo for 30 seconds; another act on the key takes its place. */
export function offerUndo(done: UndoableDone): void {
  const id = `undo/${done.keyId}`;
  notifications.hide(id);
  notifications.show({
    id: `${id}/${done.version}`,
    autoClose: undoMs,
    withCloseButton: true,
    message: <UndoNotice {...done} onGone={() => notifications.hide(`${id}/${done.version}`)} />,
  });
}

function UndoNotice({ keyId, version, said, onGone }: UndoableDone & { readonly onGone: () => void }) {
  const undo = useAct(() => portal.keys.undo.mutate({ keyId, version }), {
    done: () => {
      onGone();
      notifications.show({ message: actTexts.undo.done });
    },
  });
  return (
    <div className={styles['undo']}>
      <span>{undo.failure === null ? said : undoRefused(undo.failure)}</span>
      {undo.failure === null ? (
        <Button size="xs" loading={undo.pending} onClick={() => void undo.run(undefined)}>
          {actTexts.undo.act}
        </Button>
      ) : null}
    </div>
  );
}
