import { useEffect, useState } from 'react';
import type { KeyId, PersonId } from '#domain/ids';
import type { InstantText } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';

/** Long enough to read a code aloud twice. */
const shownMs = 30_000;

/** The digits while they are shown: they hide by themselves, on leaving, and when the code is replaced. */
export function useShownDoorcode(doorcode: {
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
