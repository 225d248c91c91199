import type { SessionView } from '#api/staff-views';
import { defaultSettings } from '#domain/house/settings';
import type { Base } from '#main/base';
import { heldSession, type HeldSession } from './sessions.ts';

/** Asked for every call: read in one go, and nothing written. null when the session, or the access, is over. */
export async function whoIs(base: Base, token: string): Promise<SessionView | null> {
  const now = base.clock.now();
  const found = await base.store.read(async (view) => {
    const held = await heldSession(view, token, now);
    return held === null ? null : { held, settings: await view.get('settings', 'property') };
  });
  if (found === null) return null;
  const { held, settings } = found;
  const { member } = held;
  return {
    id: member.id,
    name: member.name,
    role: member.role,
    state: stateOf(held),
    hasPin: member.pinHash !== null,
    lockAfterSeconds: (settings ?? defaultSettings).lockAfterSeconds,
  };
}

function stateOf({ session, member }: HeldSession): SessionView['state'] {
  if (session.locked !== null) return 'locked';
  return member.oneTimeUntil === null ? 'open' : 'choose-password';
}
