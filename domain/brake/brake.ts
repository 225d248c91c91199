import { z } from 'zod';
import { endingCauses, type EndingCause } from './ending.ts';
import { reservationId, type ReservationId } from '#domain/ids';
import { aheadBy } from '#domain/time/clock-doubt';
import { instantText, type InstantText } from '#domain/time/time';

/**
 * No word from outside closes the house. More than a few live keys that would end by one cause in one round are held: nothing is
 * taken from a lock until a person lets it through, or the cause passes.
 */

/** Keys that may end by one cause in one round before a person is asked: 3, or a tenth of the live ones. */
export function brakeLimit(liveKeys: number): number {
  return Math.max(3, Math.floor(liveKeys / 10));
}

/** How far apart two proofs lie at least, in milliseconds. */
const proofsApart = 60_000;

/** An ending that the PMS tells in this round. */
export interface Ending {
  readonly reservationId: ReservationId;
  readonly cause: EndingCause;
  readonly isSecondProofNeeded: boolean;
}

/** One that is not applied yet. */
export const heldEnding = z.object({
  reservationId,
  /** By which the PMS is asked for it in every round. */
  pmsId: z.string(),
  cause: z.enum(endingCauses),
  /** When it was told first. */
  since: instantText,
  /** `many`: a person decides. `proof`: it waits for the PMS to say so a second time. */
  why: z.enum(['many', 'proof']),
});
export type HeldEnding = Readonly<z.infer<typeof heldEnding>>;

/** What one PMS connection would end, and may not yet. Under the connection's id. */
export const heldEndings = z.object({
  id: z.string(),
  endings: z.array(heldEnding).readonly(),
  /** Stays whose ending a person has let through; it happens in the next round that tells it still. */
  allowed: z.array(reservationId).readonly(),
});
export type HeldEndings = Readonly<z.infer<typeof heldEndings>>;

export interface Round {
  /** The endings that this round tells; a stay that it tells nothing bad of any more is not among them. */
  readonly endings: readonly Ending[];
  /** What was held before this round. */
  readonly held: readonly HeldEnding[];
  readonly allowed: ReadonlySet<ReservationId>;
  /** How many keys of the house are live. */
  readonly liveKeys: number;
  readonly now: InstantText;
}

/** Which endings of a round wait; all others may be applied. Those that were counted once as many stay so until they are decided or pass. */
export function heldOf({ endings, held, allowed, liveKeys, now }: Round): readonly Omit<HeldEnding, 'pmsId'>[] {
  const before = new Map(held.map((each) => [each.reservationId, each]));
  const undecided = endings.filter(({ reservationId: id }) => !allowed.has(id));
  const byCause = Map.groupBy(undecided, ({ cause }) => cause);
  return undecided.flatMap((ending): readonly Omit<HeldEnding, 'pmsId'>[] => {
    const { reservationId: id, cause } = ending;
    const known = before.get(id)?.cause === cause ? before.get(id) : undefined;
    const since = known === undefined || known.since > now ? now : known.since;
    const isMany = (byCause.get(cause)?.length ?? 0) > brakeLimit(liveKeys) || known?.why === 'many';
    if (isMany) return [{ reservationId: id, cause, since, why: 'many' }];
    const isProven = aheadBy(now, since) >= proofsApart;
    return ending.isSecondProofNeeded && !isProven ? [{ reservationId: id, cause, since, why: 'proof' }] : [];
  });
}
