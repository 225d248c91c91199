import './matter-settings.ts';
import { Bytes } from '@matter/main';
import { DoorLock } from '@matter/main/clusters/door-lock';
import type { LockContent } from '#domain/locks/lock-entry';

const { Pin, Rfid } = DoorLock.CredentialType;

/** The kinds of credentials that Portal writes. */
export type CredentialKind = typeof Pin | typeof Rfid;

/** Where on the lock a credential is. Each kind has places of its own. */
export interface CredentialPlace {
  readonly type: CredentialKind;
  readonly index: number;
}

/** What is presented at the lock: a PIN's digits as text, a card's UID as its bytes. */
export interface Credential {
  readonly type: CredentialKind;
  readonly bytes: Bytes;
}

/** The content must have been checked: a `card` has whole bytes in hexadecimal. */
export function credentialOf({ kind, code }: LockContent): Credential {
  return kind === 'card' ? { type: Rfid, bytes: Bytes.fromHex(code) } : { type: Pin, bytes: Bytes.fromString(code) };
}

/** A user's credentials of these kinds; others, such as fingers, are not Portal's to count. */
export function placesOf(credentials: readonly DoorLock.Credential[] | null): readonly CredentialPlace[] {
  return (credentials ?? []).flatMap(({ credentialType: type, credentialIndex: index }) =>
    type === Pin || type === Rfid ? [{ type, index }] : [],
  );
}
