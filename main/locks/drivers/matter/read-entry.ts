import './matter-settings.ts';
import { DoorLock } from '@matter/main/clusters/door-lock';
import type { ListedEntry, Readback, RemoveOrder } from '#main/locks/lock-driver';
import { heldEntry, isComplete, windowOf } from './held-entry.ts';
import { allUsers, findUser, refOf, tagOf } from './lock-access.ts';
import type { LockAccess } from './lock-access.ts';

/** What the lock holds under the tag. The code is never told: Matter PINs and cards can be written but not read. */
export async function readEntry(access: LockAccess, { tag, ref }: RemoveOrder): Promise<Readback> {
  const { user } = await findUser(access, tag, ref);
  if (user === null) return { outcome: 'empty' };
  const held = await heldEntry(access, user);
  return {
    outcome: 'present',
    ref: refOf(held.index),
    code: null,
    window: windowOf(held),
    complete: isComplete(held),
  };
}

export async function listEntries(access: LockAccess): Promise<readonly ListedEntry[]> {
  const entries: ListedEntry[] = [];
  for (const user of await allUsers(access)) {
    const held = await heldEntry(access, user);
    entries.push({
      ref: refOf(held.index),
      tag: tagOf(user),
      name: user.userName ?? '',
      credentials: (user.credentials ?? []).map(({ credentialType }) => credentialKind(credentialType)),
      window: windowOf(held),
    });
  }
  return entries;
}

function credentialKind(type: DoorLock.CredentialType): 'pin' | 'card' | 'other' {
  if (type === DoorLock.CredentialType.Pin) return 'pin';
  return type === DoorLock.CredentialType.Rfid ? 'card' : 'other';
}
