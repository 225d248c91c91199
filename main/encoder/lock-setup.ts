import { toHex } from '#hardware/bytes';
import type { DoorId, LockId } from '#domain/ids';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import { numberOfDoor, type CardKeyring } from './card-keys.ts';

/** What a lock that implements PK1 (docs/card-format.md) has to be told. The masters are secrets: never logged. */
export interface LockSetup {
  readonly doorId: DoorId;
  readonly name: string;
  readonly lockId: LockId | null;
  /** On its gateway; null for a door without a lock of Portal's. */
  readonly address: string | null;
  /** Under which the door stands on cards. */
  readonly number: number;
  readonly propertyId: string;
  readonly property: number;
  /** Every set that is accepted, 32 hexadecimal digits each. */
  readonly masters: readonly { readonly set: number; readonly master: string }[];
  /** Credential numbers that open nothing any more, in rising order. */
  readonly blocked: readonly number[];
}

/**
 * For every door, numbering those that have no number yet. Ask again after commits to `cardKeys`, `cardWritings`, `doors`
 * and `keys`.
 */
export async function lockSetups(base: Base, keyring: CardKeyring): Promise<readonly LockSetup[]> {
  const { propertyId, property, masters } = await keyring.ready();
  const told = [...masters].map(([set, master]) => ({ set, master: toHex(master) }));
  return base.store.transact(async (transaction) => {
    const blocked = await blockedCredentials(transaction, base.clock.now());
    const setups: LockSetup[] = [];
    for (const { id: doorId, name, lockId } of await transaction.all('doors')) {
      const lock = lockId === null ? null : await transaction.get('locks', lockId);
      const number = await numberOfDoor(transaction, doorId);
      const address = lock?.address ?? null;
      setups.push({ doorId, name, lockId, address, number, propertyId, property, masters: told, blocked });
    }
    return setups;
  });
}

/**
 * Cards that still run and must not open: lost or blocked, of a key that was taken away, replaced by another card, or
 * given up while nobody knows what is on them.
 */
async function blockedCredentials(view: View, now: string): Promise<readonly number[]> {
  const over = await view.find('cardWritings', 'state', { value: 'void' });
  return over
    .filter(({ why, content }) => content.to > now && blocking.has(why ?? ''))
    .map(({ credential }) => credential)
    .toSorted((a, b) => a - b);
}

const blocking: ReadonlySet<string> = new Set(['blocked', 'replaced', 'key-ended', 'given-up']);
