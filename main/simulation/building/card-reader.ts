import type { Temporal } from 'temporal-polyfill';
import { layoutOf } from '#hardware/card/card-layout';
import type { CardType } from '#hardware/card/card-layout';
import type { KeyRecord } from '#hardware/card/key-record';
import { checkRecord } from '#hardware/card/keyring';
import type { Keyring } from '#hardware/card/keyring';
import { lockVerdict } from '#hardware/card/lock-rule';
import type { LockVerdict } from '#hardware/card/lock-rule';
import { joinBytes } from '#hardware/bytes';

/** What an installer's tool tells a lock that implements PK1 (docs/card-format.md). */
export interface ReaderSetup {
  readonly door: number;
  readonly propertyId: string;
  readonly property: number;
  readonly masters: ReadonlyMap<number, Uint8Array>;
  readonly blocked: ReadonlySet<number>;
}

/** What the lock remembers by itself. */
export interface ReaderMemory {
  /** The highest sequence that opened this door; 0 before the first. */
  readonly sequence: number;
  /** One-shot credentials that opened it, each until its `to`. */
  readonly spent: readonly { readonly credential: number; readonly to: number }[];
}

export const newMemory: ReaderMemory = { sequence: 0, spent: [] };

/** Everything that the reader gets from a card's chip. */
export interface ShownCard {
  readonly uid: Uint8Array;
  /** null: a type that holds no PK1 record. */
  readonly type: CardType | null;
  readonly memory: Uint8Array;
}

export type ReaderVerdict =
  | { readonly opens: true; readonly memory: ReaderMemory }
  | {
      readonly opens: false;
      readonly why: 'not-set-up' | 'no-record' | Extract<LockVerdict, { opens: false }>['why'];
    };

/**
 * What the lock does for the card, in the order of docs/card-format.md, "What a lock does".
 *
 * @param now The lock's own clock: the moment, in the zone of the door.
 */
export function judgeCard(
  card: ShownCard,
  { setup, memory, now }: { setup: ReaderSetup | null; memory: ReaderMemory; now: Temporal.ZonedDateTime },
): ReaderVerdict {
  if (setup === null) return { opens: false, why: 'not-set-up' };
  const record = recordThatCounts(card, setup);
  if (record === null) return { opens: false, why: 'no-record' };
  const minute = Math.floor((now.epochMilliseconds - Date.UTC(2020, 0, 1)) / 60_000);
  const verdict = lockVerdict(record, {
    door: setup.door,
    minute,
    weekday: now.dayOfWeek - 1,
    quarter: now.hour * 4 + Math.floor(now.minute / 15),
    sequence: memory.sequence,
    blocked: setup.blocked,
    spent: new Set(memory.spent.map(({ credential }) => credential)),
  });
  if (!verdict.opens) return verdict;
  const used = record.role === 'one-shot' ? [{ credential: record.credential, to: record.to }] : [];
  const spent = [...memory.spent.filter(({ to }) => minute < to), ...used];
  return { opens: true, memory: { sequence: verdict.sequence, spent } };
}

/** Of those with a right seal for this very card the highest sequence, then the highest credential, then slot A. */
function recordThatCounts({ uid, type, memory }: ShownCard, setup: ReaderSetup): KeyRecord | null {
  if (type === null) return null;
  const { slots, unit } = layoutOf(type);
  // A lock seals nothing: which set is the current one says nothing to it.
  const keyring: Keyring = { ...setup, current: 0 };
  const [best] = slots
    .map((blocks) => joinBytes(...blocks.map((block) => memory.subarray(block * unit, (block + 1) * unit))))
    .map((bytes) => checkRecord(bytes, uid, keyring))
    .flatMap((check) => (check.is === 'sealed' && check.record.property === setup.property ? [check.record] : []))
    .toSorted((a, b) => b.sequence - a.sequence || b.credential - a.credential);
  return best ?? null;
}
