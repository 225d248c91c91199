import type { BulkLine } from '#api/bulk';
import type { KeyId } from '#domain/ids';
import { doorNamesOf, type KeySituation } from '#domain/situation/key-situation';
import type { InstantText } from '#domain/time/time';
import { loadSituations } from '#main/settling/load-situation';
import type { View } from '#main/storage/store';
import { keysInStrides } from './selected-keys.ts';

/** What is known of one key, before its names are joined to it. */
export type BareLine = Pick<BulkLine, 'keyId' | 'outcome' | 'because' | 'departure' | 'newDoorcode'>;

/** With the names that staff know the keys by, as they are now. */
export async function linesOf(view: View, bare: readonly BareLine[], now: InstantText): Promise<readonly BulkLine[]> {
  const names = new Map<KeyId, Names>();
  for await (const keys of keysInStrides(
    view,
    bare.map(({ keyId }) => keyId),
  )) {
    for (const situation of await loadSituations(view, keys, now)) names.set(situation.key.id, namesOf(situation));
  }
  return bare.map((line) => ({ ...line, ...(names.get(line.keyId) ?? gone) }));
}

type Names = Pick<BulkLine, 'owner' | 'doors' | 'reservationNumber'>;

const gone: Names = { owner: '', doors: [], reservationNumber: null };

function namesOf(situation: KeySituation): Names {
  const [owner] = situation.key.people;
  return {
    owner: owner === undefined ? '' : [owner.lastName, owner.firstName].filter((part) => part !== '').join(', '),
    doors: doorNamesOf(situation),
    reservationNumber: situation.reservation?.number ?? null,
  };
}
