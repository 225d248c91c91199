import { useState } from 'react';
import type { KeyDetails } from '#api/views';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { actWords, type ActWords, type KeyAct } from './key-act.ts';

export interface ActDialogProps {
  readonly asked: KeyAct;
  readonly details: KeyDetails;
  readonly onDone: (words: ActWords) => void;
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
          if (done !== undefined) onDone(words);
        });
      }}
    />
  );
}

async function perform(asked: KeyAct, edit: Pick<KeyDetails, 'version'> & { readonly keyId: KeyDetails['id'] }) {
  switch (asked.act) {
    case 'regenerate':
      await portal.keys.regenerateDoorcode.mutate({ ...edit, personId: asked.personId });
      break;
    case 'revoke':
      await portal.keys.revoke.mutate({ ...edit, doorId: asked.doorId });
      break;
    case 'restore':
      await portal.keys.restore.mutate({ ...edit, doorId: asked.doorId });
      break;
    case 'reprovision':
      await portal.keys.reprovision.mutate({ ...edit, doorId: asked.doorId });
      break;
    case 'give-up':
      await portal.keys.giveUp.mutate({ keyId: edit.keyId, doorId: asked.doorId });
      break;
  }
  return 'done' as const;
}
