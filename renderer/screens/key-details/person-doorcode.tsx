import type { ReactNode } from 'react';
import type { KeyId } from '#domain/ids';
import type { DoorcodeView, KeyPersonView } from '#api/views';
import { DoorcodeCard } from './doorcode-card.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { worksByCard } from './held-credentials.ts';
import { SaidNote } from './said-note.tsx';
import { useShownDoorcode } from './use-shown-doorcode.ts';
import type { Said } from './use-said.ts';

export interface PersonDoorcodeProps {
  readonly keyId: KeyId;
  readonly person: KeyPersonView;
  readonly doorcode: DoorcodeView;
  readonly owner: string | null;
  readonly editable: boolean;
  readonly menu: ReactNode;
  readonly said: Said | null;
  readonly onEdit: () => void;
  readonly onRegenerate: () => void;
  readonly onSwitchOff: () => void;
}

/** A doorcode's card with its digits behind the eye. */
export function PersonDoorcode({ keyId, person, said, ...card }: PersonDoorcodeProps) {
  const { personId } = person;
  const shown = useShownDoorcode({ keyId, personId, assignedAt: card.doorcode.assignedAt });
  return (
    <DoorcodeCard
      {...card}
      hasCard={worksByCard(person)}
      shown={shown.code}
      pending={shown.pending}
      onShow={shown.show}
      onHide={shown.hide}
      said={
        <>
          <SaidNote said={said} place={`doorcode/${personId}`} />
          <FailureNotice failure={shown.failure} />
        </>
      }
    />
  );
}
