import { joinBytes } from '../bytes.ts';
import { hasOnlyBegun, isUnused } from './card-layout.ts';
import type { CardLayout } from './card-layout.ts';
import { hasHeader } from './key-record.ts';
import type { KeyRecord } from './key-record.ts';
import { checkRecord } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import type { SteadyCard } from './steady-card.ts';

/**
 * What is on a card that we can write. `says`: a record that nobody may trust, and that an installer may want to read; null:
 * there is none.
 */
export type CardContent =
  | { readonly is: 'blank' }
  /** The record that counts: of those with a right seal the highest sequence, then the highest credential. */
  | { readonly is: 'ours'; readonly record: KeyRecord; readonly slot: number }
  /** Ours, and no record on it is right: not finished, or sealed with a key set that was retired. */
  | { readonly is: 'torn'; readonly why: 'unfinished' | 'retired-key-set'; readonly says: KeyRecord | null }
  /** inSlotsOnly: what is there lies where we write, and nowhere else. */
  | { readonly is: 'foreign'; readonly inSlotsOnly: boolean; readonly says: KeyRecord | null }
  | { readonly is: 'locked' };

export interface ReadCard {
  readonly content: CardContent;
  /** The bytes of each slot; empty when locked. */
  readonly slots: readonly Uint8Array[];
}

/** Reads the slots, and the whole of the card before it is called blank. Writes nothing. */
export async function readCard(
  card: SteadyCard,
  { layout, uid, keyring }: { readonly layout: CardLayout; readonly uid: Uint8Array; readonly keyring: Keyring },
): Promise<ReadCard> {
  const slots: Uint8Array[] = [];
  for (const blocks of layout.slots) {
    const bytes = await readBlocks(card, layout, blocks);
    if (bytes === null) return { content: { is: 'locked' }, slots: [] };
    slots.push(bytes);
  }
  const content = contentOf(slots, { layout, uid, keyring });
  if (content.is !== 'blank' && content.is !== 'foreign') return { content, slots };
  const isRestUnused = await isUnusedOutside(card, layout);
  if (content.is === 'foreign') return { content: { ...content, inSlotsOnly: isRestUnused }, slots };
  return { content: isRestUnused ? content : { is: 'foreign', inSlotsOnly: false, says: null }, slots };
}

/** @returns null when a block cannot be read. */
export async function readBlocks(
  card: SteadyCard,
  layout: CardLayout,
  blocks: readonly number[],
): Promise<Uint8Array | null> {
  const step = 16 / layout.unit;
  const parts: Uint8Array[] = [];
  for (let place = 0; place < blocks.length; place += step) {
    const bytes = await card.read(blocks[place] ?? 0);
    if (bytes === null) return null;
    // The last read of a Type 2 card may bring pages that were not asked for.
    parts.push(bytes.subarray(0, Math.min(step, blocks.length - place) * layout.unit));
  }
  return joinBytes(...parts);
}

/** The rule of the reference reader, as a lock applies it. */
export function contentOf(
  slots: readonly Uint8Array[],
  { layout, uid, keyring }: { readonly layout: CardLayout; readonly uid: Uint8Array; readonly keyring: Keyring },
): CardContent {
  const checks = slots.map((bytes) => checkRecord(bytes, uid, keyring));
  const records = checks
    .flatMap((check, slot) => (check.is === 'no-record' ? [] : [{ is: check.is, record: check.record, slot }]))
    .toSorted((a, b) => b.record.sequence - a.record.sequence || b.record.credential - a.record.credential);
  const best = records.find(({ is }) => is === 'sealed');
  if (best !== undefined) return { ...best, is: 'ours' };
  const says = records[0]?.record ?? null;
  if (slots.some((bytes) => !isUnused(bytes) && !isOurs(bytes, layout, keyring))) {
    return { is: 'foreign', inSlotsOnly: false, says };
  }
  if (slots.every(isUnused)) return { is: 'blank' };
  const isRetired = records.some(({ is }) => is === 'unknown-key-set');
  return { is: 'torn', why: isRetired ? 'retired-key-set' : 'unfinished', says };
}

function isOurs(bytes: Uint8Array, { unit }: CardLayout, { property }: Keyring): boolean {
  const isOfProperty = hasHeader(bytes) && (bytes[4] ?? 0) * 256 + (bytes[5] ?? 0) === property;
  return isOfProperty || hasOnlyBegun(bytes, unit);
}

async function isUnusedOutside(card: SteadyCard, layout: CardLayout): Promise<boolean> {
  const slotted = new Set(layout.slots.flat());
  const rest = layout.user.filter((block) => !slotted.has(block));
  const bytes = await readBlocks(card, layout, rest);
  // A sector that does not open belongs to somebody.
  return bytes !== null && isUnused(bytes);
}
