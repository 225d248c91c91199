import './matter-settings.ts';
import { DoorLock } from '@matter/main/clusters/door-lock';
import { Status } from '@matter/main/types';
import { LockRefusal, refusalOf } from './lock-answers.ts';
import type { LockAccess } from './lock-access.ts';
import type { Credential, CredentialPlace } from './lock-credential.ts';

const { Add, Modify } = DoorLock.DataOperationType;

/** How many places for a credential are tried before the lock counts as full. */
const PLACES_TRIED = 5;

/** Gives the user its first credential. Throws LockRefusal('duplicate') when another user of the lock has the same. */
export async function addCode(access: LockAccess, userIndex: number, credential: Credential): Promise<void> {
  const { type } = credential;
  // A credential's place is mostly that of its user; where it is not, the lock names the next free one.
  let index = firstPlace(access, userIndex, credential);
  for (let tried = 0; tried < PLACES_TRIED; tried += 1) {
    const { status, nextCredentialIndex } = await setCredential(access, Add, userIndex, { type, index }, credential);
    if (status === Status.Success) return;
    if (!(await isTaken(access, status, { type, index }))) throw refused(status);
    if (nextCredentialIndex == null) throw new LockRefusal('no-space', 'no place for a credential');
    index = nextCredentialIndex;
  }
  throw new LockRefusal('no-space', `no free place for a credential in ${PLACES_TRIED} tries`);
}

/** Changes the user's credential in place; it stays of its kind. */
export async function changeCode(
  access: LockAccess,
  userIndex: number,
  place: CredentialPlace,
  credential: Credential,
): Promise<void> {
  const { status } = await setCredential(access, Modify, userIndex, place, credential);
  if (status !== Status.Success) throw refused(status);
}

export async function removeCode({ commands }: LockAccess, place: CredentialPlace): Promise<void> {
  await commands.clearCredential({ credential: named(place) });
}

function setCredential(
  { commands }: LockAccess,
  operationType: DoorLock.DataOperationType,
  userIndex: number,
  place: CredentialPlace,
  { bytes }: Credential,
): Promise<DoorLock.SetCredentialResponse> {
  const unchanged = { userStatus: null, userType: null };
  const credential = named(place);
  return commands.setCredential({ operationType, credential, credentialData: bytes, userIndex, ...unchanged });
}

/** A lock may take fewer cards than people: then its last users' cards begin to look for a place at the first. */
function firstPlace({ cards }: LockAccess, userIndex: number, { type }: Credential): number {
  return type === DoorLock.CredentialType.Rfid && cards !== null && userIndex > cards.places ? 1 : userIndex;
}

/** Locks answer "occupied" (3) or a plain failure (1); the latter may also mean that the credential is a duplicate. */
async function isTaken({ commands }: LockAccess, status: number, place: CredentialPlace): Promise<boolean> {
  if (status !== OCCUPIED && status !== Status.Failure) return false;
  const found = await commands.getCredentialStatus({ credential: named(place) });
  return found.credentialExists;
}

function named({ type, index }: CredentialPlace) {
  return { credentialType: type, credentialIndex: index };
}

const OCCUPIED = 3;

/** matter.js 0.17 and older locks say FAILURE where the specification has DUPLICATE. */
function refused(status: number): LockRefusal {
  if (status === Status.Failure) return new LockRefusal('duplicate', 'setCredential status 1');
  const { kind, native } = refusalOf(status);
  return new LockRefusal(kind, `setCredential ${native}`);
}
