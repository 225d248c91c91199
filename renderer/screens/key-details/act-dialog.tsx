import { useState } from 'react';
import type { KeyDetails } from '#api/views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { actWords, type ActWords, type KeyAct } from './key-act.ts';

export interface ActDialogProps {
  readonly asked: KeyAct;
  readonly details: KeyDetails;
  /** @param version What Undo names; null: it cannot be taken back. */
  readonly onDone: (words: ActWords, version: number | null) => void;
  readonly onClose: () => void;
}

/**
 * One confirmation, with the consequence in words. It acts on the key as it was when the dialog opened: changed
 * meanwhile, it is refused and says so, and only then does the next press act on the key as it is shown now.
 */
export function ActDialog({ asked, details, onDone, onClose }: ActDialogProps) {
  const [opened] = useState({ version: details.version, words: actWords(asked, details) });
  const act = useAct((version: number) => perform(asked, { keyId: details.id, version }));
  const isStale = act.failure?.code === 'changed-meanwhile';
  const words = isStale ? actWords(asked, details) : opened.words;
  return (
    <ConfirmDialog
      opened
      title={words.title}
      consequence={words.consequence}
      confirm={words.confirm}
      danger={words.danger}
      pending={act.pending}
      failure={act.failure}
      onClose={onClose}
      onConfirm={() => {
        void act.run(isStale ? details.version : opened.version).then((done) => {
          if (done !== undefined) onDone(words, done.version);
        });
      }}
    />
  );
}

async function perform(
  asked: KeyAct,
  edit: Pick<KeyDetails, 'version'> & { readonly keyId: KeyDetails['id'] },
): Promise<{ readonly version: number | null }> {
  switch (asked.act) {
    case 'regenerate':
      await portal.keys.regenerateDoorcode.mutate({ ...edit, personId: asked.personId });
      break;
    case 'remove-doorcode':
      await portal.keys.removeDoorcode.mutate({ ...edit, personId: asked.personId });
      break;
    case 'remove-person':
      return portal.keys.removePerson.mutate({ ...edit, personId: asked.personId });
    case 'revoke':
      return portal.keys.revoke.mutate({ ...edit, doorId: asked.doorId });
    case 'restore':
      return portal.keys.restore.mutate({ ...edit, doorId: asked.doorId });
    case 'remove-door':
      return portal.keys.removeDoor.mutate({ ...edit, doorId: asked.doorId });
    case 'reprovision':
      await portal.keys.reprovision.mutate({ ...edit, doorId: asked.doorId });
      break;
    case 'give-up':
      await portal.keys.giveUp.mutate({ keyId: edit.keyId, doorId: asked.doorId });
      break;
  }
  return { version: null };
}
