import { createHash, timingSafeEqual } from 'node:crypto';
import { joinBytes } from '../bytes.ts';
import { aesCmac, diversifyKey } from './aes-cmac.ts';
import { decodeFields, encodeFields, RECORD_BYTES, SEAL_BYTES, SEALED_BYTES } from './key-record.ts';
import type { KeyRecord } from './key-record.ts';

/** A property's masters. While one replaces another, both are here: the new one seals, both are accepted. */
export interface Keyring {
  /** The property's full id. Part of every card's key: no card opens another property, whatever its short number. */
  readonly propertyId: string;
  /** The short number in its records: what tells our unfinished card from another property's. */
  readonly property: number;
  /** The key set that new cards are sealed with. */
  readonly current: number;
  /** 16 random bytes for each key set. */
  readonly masters: ReadonlyMap<number, Uint8Array>;
}

export type RecordCheck =
  /** The seal is right: this property made the record, for this very card. */
  | { readonly is: 'sealed'; readonly record: KeyRecord }
  /** It reads as a record, but the seal is wrong or of another property. */
  | { readonly is: 'unsealed'; readonly record: KeyRecord }
  /** Its key set is not (or no longer) on the ring. */
  | { readonly is: 'unknown-key-set'; readonly record: KeyRecord }
  | { readonly is: 'no-record' };

/**
 * The 48 bytes for one card.
 * @param uid The card's own number, 4 or 7 bytes: on any other card the seal is wrong.
 * Throws RangeError when the ring has no such key set or the format cannot hold the record.
 */
export function sealRecord(record: KeyRecord, uid: Uint8Array, keyring: Keyring): Uint8Array {
  const master = keyring.masters.get(record.keySet);
  if (master === undefined) throw new RangeError(`no master for key set ${record.keySet}`);
  if (record.property !== keyring.property) throw new RangeError(`a record of property ${record.property}`);
  const fields = encodeFields(record);
  return joinBytes(fields, seal(fields, uid, master, keyring.propertyId));
}

/** Reads 48 bytes as a lock does. */
export function checkRecord(bytes: Uint8Array, uid: Uint8Array, keyring: Keyring): RecordCheck {
  if (bytes.length !== RECORD_BYTES) return { is: 'no-record' };
  const fields = bytes.subarray(0, SEALED_BYTES);
  const record = decodeFields(fields);
  if (record === null) return { is: 'no-record' };
  if (record.property !== keyring.property) return { is: 'unsealed', record };
  const master = keyring.masters.get(record.keySet);
  if (master === undefined) return { is: 'unknown-key-set', record };
  const right = seal(fields, uid, master, keyring.propertyId);
  return { is: timingSafeEqual(right, bytes.subarray(SEALED_BYTES)) ? 'sealed' : 'unsealed', record };
}

/** The key of one card: AN10922 of the master over UID ‖ "PK1" ‖ the first 16 bytes of SHA-256(property id). */
export function cardKey(uid: Uint8Array, master: Uint8Array, propertyId: string): Uint8Array {
  const property = createHash('sha256').update(propertyId, 'utf8').digest().subarray(0, 16);
  return diversifyKey(master, joinBytes(uid, new TextEncoder().encode('PK1'), property));
}

function seal(fields: Uint8Array, uid: Uint8Array, master: Uint8Array, propertyId: string): Uint8Array {
  return aesCmac(cardKey(uid, master, propertyId), fields).subarray(0, SEAL_BYTES);
}
