import type { Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import type { StayNews } from '#main/reservations/apply-stay';
import { knownStays } from './known-stays.ts';
import type { PmsAnswer } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';

/** What the PMS says of stays when it is asked for each by its id. One that it does not know any more is deleted. */
export async function newsById(
  base: Base,
  source: PmsSource,
  stays: readonly Pick<Reservation, 'id' | 'pmsId'>[],
  signal: AbortSignal,
): Promise<PmsAnswer<readonly StayNews[]>> {
  if (stays.length === 0) return { outcome: 'answered', value: [] };
  const asked = await source.connector.staysById(
    stays.map(({ pmsId }) => pmsId),
    signal,
  );
  if (asked.outcome !== 'answered') return asked;
  const told = await knownStays(base, source, asked.value.stays);
  const unknown = new Set(asked.value.unknown);
  const ids = stays.filter(({ pmsId }) => unknown.has(pmsId)).map(({ id }) => id);
  const { gone } = await base.store.read((view) => view.getMany({ gone: { collection: 'reservations', ids } }));
  return { outcome: 'answered', value: [...told, ...[...gone.values()].flatMap(deleted)] };
}

function deleted({ receivedAt: _receivedAt, ...known }: Reservation): readonly StayNews[] {
  if (known.state === 'deleted') return [];
  return [{ ...known, state: 'deleted', contentHash: `deleted:${known.contentHash}` }];
}
