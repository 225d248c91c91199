import { type ReactNode, useEffect, useState } from 'react';
import type { DoorcodeView, KeyPersonView } from '#api/views';
import type { KeyId, PersonId } from '#domain/ids';
import type { InstantText } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { DoorcodeCard } from './doorcode-card.tsx';
import { worksByCard } from './held-credentials.ts';
import { type Said, SaidNote } from './said-note.tsx';

interface PersonDoorcodeProps {
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

/** Long enough to read a code aloud twice. */
const shownMs = 30_000;

/** The digits while they are shown: they hide by themselves, on leaving, and when the code is replaced. */
function useShownDoorcode(doorcode: {
  readonly keyId: KeyId;
  readonly personId: PersonId;
  readonly assignedAt: InstantText | null;
}) {
  const { assignedAt } = doorcode;
  const [shown, setShown] = useState<{ readonly code: string; readonly of: InstantText | null } | null>(null);
  const ask = useAct(() => portal.keys.showDoorcode.mutate({ keyId: doorcode.keyId, personId: doorcode.personId }), {
    done: ({ code }) => setShown(code === null ? null : { code, of: assignedAt }),
  });
  useEffect(() => {
    if (shown === null) return undefined;
    const timer = setTimeout(() => setShown(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  return {
    code: shown?.of === assignedAt ? (shown?.code ?? null) : null,
    pending: ask.pending,
    failure: ask.failure,
    show: () => void ask.run(undefined),
    hide: () => setShown(null),
  };
}
