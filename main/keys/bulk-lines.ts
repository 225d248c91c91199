import type { BulkLine } from '#api/bulk';
import type { KeyId } from '#domain/ids';
import { openedDoors } from '#domain/key/opened-doors';
import { doorNamesOf } from '#domain/situation/key-situation';
import type { InstantText } from '#domain/time/time';
import { byId } from '#main/settling/load-situation';
import type { View } from '#main/storage/store';
import type { StayingKeys } from './bulk-plan.ts';
import { keysInStrides } from './selected-keys.ts';

/** What is known of one key, before its names are joined to it. */
export type BareLine = Pick<BulkLine, 'keyId' | 'outcome' | 'because' | 'departure' | 'newDoorcode'>;

/** The lines of the keys that stay as they are. @param most All of them where it is not said. */
export function stayingLines(unchanged: StayingKeys, most = Infinity): readonly BareLine[] {
  const plain = { departure: null, newDoorcode: false, outcome: 'unchanged' as const };
  const lines: BareLine[] = [];
  for (const [because, { keyIds }] of unchanged) {
    for (const keyId of keyIds.slice(0, most - lines.length)) lines.push({ ...plain, keyId, because });
  }
  return lines;
}

/** With the names that staff know the keys by, as they are now. */
export async function linesOf(view: View, bare: readonly BareLine[], now: InstantText): Promise<readonly BulkLine[]> {
  const names = new Map<KeyId, Names>();
  for await (const keys of keysInStrides(
    view,
    bare.map(({ keyId }) => keyId),
  )) {
    const { doors, reservations } = await view.getMany({
      doors: { collection: 'doors', ids: keys.flatMap((key) => key.doors.map(({ doorId }) => doorId)) },
      reservations: { collection: 'reservations', ids: keys.flatMap(({ reservationId }) => reservationId ?? []) },
    });
    for (const key of keys) {
      const [owner] = key.people;
      names.set(key.id, {
        owner: owner === undefined ? '' : [owner.lastName, owner.firstName].filter((part) => part !== '').join(', '),
        doors: doorNamesOf(openedDoors(key, byId([...doors.values()])), now),
        reservationNumber: reservations.get(key.reservationId ?? '')?.number ?? null,
      });
    }
  }
  return bare.map((line) => ({ ...line, ...(names.get(line.keyId) ?? gone) }));
}

type Names = Pick<BulkLine, 'owner' | 'doors' | 'reservationNumber'>;

const gone: Names = { owner: '', doors: [], reservationNumber: null };
