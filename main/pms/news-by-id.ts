import type { Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import type { StayNews } from '#main/reservations/apply-stay';
import { knownStays } from './known-stays.ts';
import type { PmsAnswer, UnreadableStay } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';
import { setAsideIds } from './set-aside.ts';

/** What the PMS says of stays that it was asked for by their ids. */
export interface NewsById {
  readonly news: readonly StayNews[];
  /** The PMS's ids that were asked for. */
  readonly asked: readonly string[];
  readonly unreadable: readonly UnreadableStay[];
}

/**
 * Asks for stays that Portal knows, and for those that are set aside. One that the PMS does not know any more is deleted; one
 * that cannot be read is not.
 */
export async function newsById(
  base: Base,
  source: PmsSource,
  stays: readonly Pick<Reservation, 'id' | 'pmsId'>[],
  signal: AbortSignal,
): Promise<PmsAnswer<NewsById>> {
  const ids = [...new Set([...stays.map(({ pmsId }) => pmsId), ...(await setAsideIds(base, source))])];
  if (ids.length === 0) return { outcome: 'answered', value: { news: [], asked: [], unreadable: [] } };
  const answer = await source.connector.staysById(ids, signal);
  if (answer.outcome !== 'answered') return answer;
  const told = await knownStays(base, source, answer.value.stays);
  const unknown = new Set(answer.value.unknown);
  const goneIds = stays.filter(({ pmsId }) => unknown.has(pmsId)).map(({ id }) => id);
  const { gone } = await base.store.read((view) =>
    view.getMany({ gone: { collection: 'reservations', ids: goneIds } }),
  );
  const news = [...told, ...[...gone.values()].flatMap(deleted)];
  return { outcome: 'answered', value: { news, asked: ids, unreadable: answer.unreadable ?? [] } };
}

function deleted({ receivedAt: _receivedAt, ...known }: Reservation): readonly StayNews[] {
  if (known.state === 'deleted') return [];
  return [{ ...known, state: 'deleted', contentHash: `deleted:${known.contentHash}` }];
}
