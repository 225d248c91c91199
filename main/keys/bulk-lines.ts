import type { BulkLine } from '#api/bulk';
import type { KeyId } from '#domain/ids';
import type { View } from '#main/storage/store';
import { breath } from '#main/storage/breath';

/** What is known of one key, before its names are joined to it. */
export type BareLine = Pick<BulkLine, 'keyId' | 'outcome' | 'because' | 'departure' | 'newDoorcode'>;

/** With the names that staff know the keys by, as they are now. */
export async function linesOf(view: View, bare: readonly BareLine[]): Promise<readonly BulkLine[]> {
  const lines: BulkLine[] = [];
  for (const [position, line] of bare.entries()) {
    if (position % 50 === 49) await breath();
    lines.push({ ...line, ...(await namesOf(view, line.keyId)) });
  }
  return lines;
}

async function namesOf(view: View, keyId: KeyId) {
  const key = await view.get('keys', keyId);
  const [owner] = key?.people ?? [];
  const doors = await Promise.all(
    (key?.doors ?? []).filter(({ revoked }) => revoked === null).map(({ doorId }) => view.get('doors', doorId)),
  );
  const reservationId = key?.reservationId ?? null;
  const reservation = reservationId === null ? null : await view.get('reservations', reservationId);
  return {
    owner: owner === undefined ? '' : [owner.lastName, owner.firstName].filter((part) => part !== '').join(', '),
    doors: doors.flatMap((door) => (door === null ? [] : [door.name])),
    reservationNumber: reservation?.number ?? null,
  };
}
