import type { SessionView } from '#api/staff-views';
import { defaultSettings } from '#domain/house/settings';
import { isUseStale } from '#domain/staff/session';
import type { Base } from '#main/base';
import { heldSession, type HeldSession } from './sessions.ts';

/** Asked for every call: read in one go, and seldom written. null when the session, or the access, is over. */
export async function whoIs(base: Base, token: string): Promise<SessionView | null> {
  const now = base.clock.now();
  const found = await base.store.read(async (view) => {
    const held = await heldSession(view, token, now);
    return held === null ? null : { held, settings: await view.get('settings', 'property') };
  });
  if (found === null) return null;
  const { held, settings } = found;
  if (isUseStale(held.session, now)) await noteUse(base, token);
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

/** Nobody is kept from reading because the disk is full: it is noted with a later call. */
async function noteUse(base: Base, token: string): Promise<void> {
  try {
    await base.store.transact(async (transaction) => {
      const now = base.clock.now();
      const held = await heldSession(transaction, token, now);
      if (held !== null && isUseStale(held.session, now)) {
        await transaction.put('sessions', { ...held.session, lastUsedAt: now });
      }
    });
  } catch (err) {
    base.log.warn({ err }, 'the use of a session could not be noted');
  }
}

function stateOf({ session, member }: HeldSession): SessionView['state'] {
  if (session.locked !== null) return 'locked';
  return member.oneTimeUntil === null ? 'open' : 'choose-password';
}
