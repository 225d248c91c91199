import { isEmpty, sameBytes } from '../bytes.ts';
import { EncoderError } from '../encoder-error.ts';
import type { CardLayout } from './card-layout.ts';
import { readBlocks } from './inspect-card.ts';
import type { SteadyCard } from './steady-card.ts';

export type Progress = (step: 'writing' | 'verifying', done: number, of: number) => void;

export interface SlotWrite {
  readonly layout: CardLayout;
  /** What is in the slots now. */
  readonly slots: readonly Uint8Array[];
  /** Where the new record goes. */
  readonly slot: number;
  readonly sealed: Uint8Array;
  readonly onProgress: Progress;
}

/**
 * Writes a record so that a cut anywhere leaves the one in the other slot valid: first the seal of this slot is spoilt,
 * then the record is written with its seal last, then read back, and only then the other slot's seal is spoilt.
 * @returns the slots as read back at the end.
 * Throws EncoderError 'verify-mismatch', 'verify-unreadable', and what SteadyCard throws.
 */
export async function writeSlot(card: SteadyCard, write: SlotWrite): Promise<readonly Uint8Array[]> {
  const { layout, slots, slot, sealed, onProgress } = write;
  const writes = plan(write);
  const progress = (done: number) => onProgress('writing', done, writes.length);
  const here = slots.map((bytes) => Uint8Array.from(bytes));
  let done = 0;
  const put = async ({ slot, place, bytes }: UnitWrite) => {
    const now = here[slot]?.subarray(place * layout.unit, (place + 1) * layout.unit) ?? new Uint8Array();
    await card.write(layout.slots[slot]?.[place] ?? -1, bytes, now);
    now.set(bytes);
    done += 1;
    progress(done);
  };

  for (const each of writes.filter((each) => each.slot === slot)) await put(each);
  onProgress('verifying', 0, 1);
  await verify(card, write);
  for (const each of writes.filter((each) => each.slot !== slot)) await put(each);

  const final: Uint8Array[] = [];
  for (const [index, blocks] of layout.slots.entries()) {
    // The new slot was read a moment ago; the other changed since.
    const bytes = index === slot ? sealed : await readBlocks(card, layout, blocks);
    if (bytes === null) throw new EncoderError('verify-unreadable', 'the other record cannot be read back');
    final.push(bytes);
  }
  onProgress('verifying', 1, 1);
  return final;
}

/** Zeros in every slot: the seals first, each record's first unit last, so that what is left is known as ours. */
export async function eraseSlots(card: SteadyCard, layout: CardLayout, slots: readonly Uint8Array[]): Promise<void> {
  const last = (blocks: readonly number[]) => blocks.length - 1;
  const places = layout.slots.flatMap((blocks, slot) => blocks.map((block, place) => ({ block, slot, place })));
  const rank = (place: number, slot: number) => (place === last(layout.slots[slot] ?? []) ? -1 : -place + 100);
  for (const { block, slot, place } of places.toSorted((a, b) => rank(a.place, a.slot) - rank(b.place, b.slot))) {
    const now = slots[slot]?.subarray(place * layout.unit, (place + 1) * layout.unit) ?? new Uint8Array();
    if (!isEmpty(now)) await card.write(block, new Uint8Array(layout.unit), now);
  }
  for (const blocks of layout.slots) {
    const bytes = await readBlocks(card, layout, blocks);
    if (bytes === null) throw new EncoderError('verify-unreadable', 'the card cannot be read back');
    if (!isEmpty(bytes)) throw new EncoderError('verify-mismatch', 'the card keeps what was wiped');
  }
}

interface UnitWrite {
  readonly slot: number;
  readonly place: number;
  readonly bytes: Uint8Array;
}

function plan({ layout, slots, slot, sealed }: SlotWrite): readonly UnitWrite[] {
  const { unit } = layout;
  const last = 48 / unit - 1;
  const spoil = (slot: number): readonly UnitWrite[] =>
    isEmpty(slots[slot]?.subarray(last * unit) ?? new Uint8Array())
      ? []
      : [{ slot, place: last, bytes: new Uint8Array(unit) }];
  const units = Array.from({ length: last + 1 }, (_, place) => ({
    slot,
    place,
    bytes: sealed.subarray(place * unit, (place + 1) * unit),
  }));
  const others = Array.from(layout.slots.keys()).filter((each) => each !== slot);
  return [...spoil(slot), ...units, ...others.flatMap(spoil)];
}

async function verify(card: SteadyCard, { layout, slot, sealed }: SlotWrite): Promise<void> {
  const blocks = layout.slots[slot] ?? [];
  // Twice: a bit that fell over on the air is not the card's fault.
  for (let tries = 0; tries < 2; tries += 1) {
    const bytes = await readBlocks(card, layout, blocks);
    if (bytes === null) throw new EncoderError('verify-unreadable', 'the new record cannot be read back');
    if (sameBytes(bytes, sealed)) return;
  }
  await card.write(blocks.at(-1) ?? -1, new Uint8Array(layout.unit), sealed.subarray(48 - layout.unit));
  throw new EncoderError('verify-mismatch', 'the card does not keep what is written');
}
