import type { CardPlan, PlannedCard } from './card-plan.ts';
import type { CardContent, CardWriting } from './card-writing.ts';
import type { InstantText } from '#domain/time/time';

/** Whether what is written on a person's card is what it should say. */
export type EncodingState =
  /** Never written, and no door of the key needs it. */
  | 'not-needed'
  /** Assigned and not written yet. */
  | 'not-encoded'
  | 'encoded'
  /** The stay or the rooms changed since: it must be encoded again. */
  | 'encode-again'
  /** Begun and not seen to the end: it must be put on the encoder. */
  | 'not-finished'
  /** A newer key of the room ended it. */
  | 'void';

/**
 * @param plan What the card should say now.
 * @param writings Every writing for this credential, in any order.
 */
export function encodingState(plan: CardPlan, writings: readonly CardWriting[], now: InstantText): EncodingState {
  const latest = decisiveWriting(writings);
  const unwritten = plan.outcome === 'planned' ? 'not-encoded' : 'not-needed';
  if (latest === null) return unwritten;
  if (latest.state === 'writing' || latest.state === 'unknown') return 'not-finished';
  // Nobody waits for a second one: its day is over, or it was ended.
  if (latest.content.role === 'one-shot' && (latest.state === 'void' || latest.content.to <= now)) return 'void';
  if (latest.state === 'void') {
    // Restored, it has its card back, but the locks were told to refuse it.
    if (latest.why === 'key-ended') return plan.outcome === 'planned' ? 'encode-again' : 'not-needed';
    if (!mustBeWrittenAnew.has(latest.why)) return unwritten;
    return plan.outcome === 'planned' ? 'encode-again' : 'void';
  }
  if (plan.outcome === 'refused') return latest.content.to > now ? stopped(plan) : 'encoded';
  return saysTheSame(latest.content, plan.card, now) ? 'encoded' : 'encode-again';
}

/** The person has the card, and something else than its end made it useless. */
const mustBeWrittenAnew: ReadonlySet<string | null> = new Set(['replaced', 'outrun', 'set-ended']);

/** The latest that put, or may have put, something on a card; null: none did. An attempt that failed changes nothing. */
export function decisiveWriting(writings: readonly CardWriting[]): CardWriting | null {
  return writings
    .filter(({ state }) => state === 'writing' || state === 'unknown' || state === 'issued' || state === 'void')
    .reduce<CardWriting | null>((latest, each) => (latest === null || each.id > latest.id ? each : latest), null);
}

/**
 * Whether a lock would do the same for both from now on. The day of a one-shot card begins when it is written, not anew
 * at every look.
 */
export function saysTheSame(
  written: Omit<CardContent, 'doors'> & Pick<PlannedCard, 'doors'>,
  planned: PlannedCard,
  now: InstantText,
): boolean {
  const begins = (from: InstantText): InstantText => (from < now ? now : from);
  const place = ({ doorId, isCommon }: PlannedCard['doors'][number]): string => `${doorId}/${isCommon}`;
  const rest = ({ role, to, weekdays, hours, doors }: Omit<PlannedCard, 'from'>): string =>
    JSON.stringify([role, to, weekdays?.toSorted(), hours?.from, hours?.to, doors.map(place).toSorted()]);
  const isWithin = planned.role === 'one-shot' && written.to <= planned.to;
  const asked = isWithin ? { ...planned, to: written.to } : planned;
  return begins(written.from) === begins(planned.from) && rest(written) === rest(asked);
}

/** The locks refuse the card of a key that ended; of one that only lost its doors they do not know. */
function stopped({ why }: Extract<CardPlan, { outcome: 'refused' }>): EncodingState {
  return why === 'key-ended' ? 'void' : 'encode-again';
}
