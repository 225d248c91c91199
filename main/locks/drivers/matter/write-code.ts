import './matter-settings.ts';
import { Bytes } from '@matter/main';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { Status } from '@matter/main/types';
import { LockRefusal, refusalOf } from './lock-answers.ts';
import type { LockAccess } from './lock-access.ts';

const { Add, Modify } = DoorLock.DataOperationType;

/** How many places for a code are tried before the lock counts as full. */
const PLACES_TRIED = 5;

/** Gives the user its first code. Throws LockRefusal('duplicate') when another user of the lock has the same. */
export async function addCode(access: LockAccess, userIndex: number, code: string): Promise<void> {
  // A code's place is mostly that of its user; where it is not, the lock names the next free one.
  let credentialIndex = userIndex;
  for (let tried = 0; tried < PLACES_TRIED; tried += 1) {
    const { status, nextCredentialIndex } = await access.commands.setCredential({
      operationType: Add,
      credential: { credentialType: DoorLock.CredentialType.Pin, credentialIndex },
      credentialData: Bytes.fromString(code),
      userIndex,
      userStatus: null,
      userType: null,
    });
    if (status === Status.Success) return;
    if (!(await isTaken(access, status, credentialIndex))) throw refused(status);
    if (nextCredentialIndex == null) throw new LockRefusal('no-space', 'no place for a code');
    credentialIndex = nextCredentialIndex;
  }
  throw new LockRefusal('no-space', `no free place for a code in ${PLACES_TRIED} tries`);
}

/** Changes the user's code in place. */
export async function changeCode(
  access: LockAccess,
  userIndex: number,
  credentialIndex: number,
  code: string,
): Promise<void> {
  const { status } = await access.commands.setCredential({
    operationType: Modify,
    credential: { credentialType: DoorLock.CredentialType.Pin, credentialIndex },
    credentialData: Bytes.fromString(code),
    userIndex,
    userStatus: null,
    userType: null,
  });
  if (status !== Status.Success) throw refused(status);
}

export async function removeCode({ commands }: LockAccess, credentialIndex: number): Promise<void> {
  await commands.clearCredential({ credential: { credentialType: DoorLock.CredentialType.Pin, credentialIndex } });
}

/** Locks answer "occupied" (3) or a plain failure (1); the latter may also mean that the code is a duplicate. */
async function isTaken({ commands }: LockAccess, status: number, credentialIndex: number): Promise<boolean> {
  if (status !== OCCUPIED && status !== Status.Failure) return false;
  const place = await commands.getCredentialStatus({
    credential: { credentialType: DoorLock.CredentialType.Pin, credentialIndex },
  });
  return place.credentialExists;
}

const OCCUPIED = 3;

/** matter.js 0.17 and older locks say FAILURE where the specification has DUPLICATE. */
function refused(status: number): LockRefusal {
  if (status === Status.Failure) return new LockRefusal('duplicate', 'setCredential status 1');
  const { kind, native } = refusalOf(status);
  return new LockRefusal(kind, `setCredential ${native}`);
}
