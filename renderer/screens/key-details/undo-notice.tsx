import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { KeyId } from '#domain/ids';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { undoRefused, undoTexts as texts } from './sentences.ts';
import styles from './key-details.module.css';

/** As long as the desk keeps what it needs to take the act back. */
const staysMs = 30_000;

export interface UndoableDone {
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
    autoClose: staysMs,
    withCloseButton: true,
    message: <UndoNotice {...done} onGone={() => notifications.hide(`${id}/${done.version}`)} />,
  });
}

function UndoNotice({ keyId, version, said, onGone }: UndoableDone & { readonly onGone: () => void }) {
  const undo = useAct(() => portal.keys.undo.mutate({ keyId, version }), {
    done: () => {
      onGone();
      notifications.show({ message: texts.undone });
    },
  });
  return (
    <div className={styles['undo']}>
      <span>{undo.failure === null ? said : undoRefused(undo.failure)}</span>
      {undo.failure === null ? (
        <Button size="xs" loading={undo.pending} onClick={() => void undo.run(undefined)}>
          {texts.undo}
        </Button>
      ) : null}
    </div>
  );
}
