import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '#api/router';
import { endingCauses } from '#domain/brake/ending';

/** Revokes the keys that staff made, so that none of them holds a room of the next story. */
export async function endOwnKeys({ address, token }: Session): Promise<void> {
  const portal = portalOf({ address, token });
  for (const status of ['upcoming', 'current'] as const) {
    const { rows } = await portal.keys.list.query({ status, source: 'manual' });
    for (const { id: keyId, version } of rows) await portal.keys.revoke.mutate({ keyId, version });
  }
}

/** Many who leave at once days before their departure are asked about: here they have left. */
export async function letGuestsLeave(session: Session): Promise<void> {
  const portal = portalOf(session);
  await portal.settings.syncNow.mutate();
  const alerts = await portal.desk.alerts.query();
  for (const { kind, facts } of alerts) {
    const { connection = '', cause, count = '1' } = facts;
    const known = endingCauses.find((each) => each === cause);
    if (kind !== 'endings-held' || known === undefined) continue;
    await portal.brake.letEnd.mutate({ connection, cause: known, count: Number(count) });
  }
}

interface Session {
  readonly address: string;
  readonly token: string;
}

function portalOf({ address, token }: Session) {
  const headers = { authorization: `Bearer ${token}` };
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${address}/trpc`, headers })] });
}
