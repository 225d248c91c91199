import { createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '#api/router';

/** Revokes the keys that staff made, so that none of them holds a room of the next story. */
export async function endOwnKeys({
  address,
  token,
}: {
  readonly address: string;
  readonly token: string;
}): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const portal = createTRPCClient<AppRouter>({ links: [httpLink({ url: `${address}/trpc`, headers })] });
  for (const status of ['upcoming', 'current'] as const) {
    const { rows } = await portal.keys.list.query({ status, source: 'manual' });
    for (const { id: keyId, version } of rows) await portal.keys.revoke.mutate({ keyId, version });
  }
}
