import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fromHex, toHex } from '#hardware/bytes';
import { writePrivateFile } from '#main/secrets/private-file';
import { ClassicCard } from './classic-card.ts';
import { foreignCard, otherCard } from './other-card.ts';
import type { SimulatedCard } from './simulated-card.ts';
import { Type2Card, type2Models } from './type2-card.ts';

export const boxedTypes = [...type2Models, 'classic-1k', 'foreign', 'other'] as const;
export type BoxedType = (typeof boxedTypes)[number];

export interface BoxedCard {
  /** Upper-case hexadecimal. */
  readonly uid: string;
  readonly type: BoxedType;
  readonly card: SimulatedCard;
}

const keptCards = z.array(z.object({ uid: z.string(), type: z.enum(boxedTypes), memory: z.string() }));

/** Ten cards as a hotel has them at hand: most of one kind, a few of two others, and one that came from a gym. */
const stock: readonly (readonly [BoxedType, string])[] = [
  ['ntag213', '04A11C52D76180'],
  ['ntag213', '04A21D52D76181'],
  ['ntag213', '04A31E52D76182'],
  ['ntag213', '04A41F52D76183'],
  ['ntag213', '04A52052D76184'],
  ['ultralight-ev1-48', '04B1309AC45E80'],
  ['ultralight-ev1-48', '04B2319AC45E81'],
  ['classic-1k', '9D44A346'],
  ['classic-1k', '9D44A347'],
  ['foreign', '04F7661BA23C80'],
];

/** The cards beside the simulated encoder. With a folder they keep their bytes over a restart, as cards do. */
export class CardBox {
  readonly #cards = new Map<string, BoxedCard>();
  readonly #file: string | null;
  #saving: Promise<void> | null = null;
  #isDirty = false;

  constructor(file: string | null = null) {
    this.#file = file;
  }

  all(): readonly BoxedCard[] {
    return [...this.#cards.values()];
  }

  find(uid: string): BoxedCard | null {
    return this.#cards.get(uid.toUpperCase()) ?? null;
  }

  /** A card as it leaves the maker; with memory, as it was left. */
  add(type: BoxedType, uid: Uint8Array, memory: Uint8Array | null = null): void {
    const card = newCard(type, uid);
    if (memory !== null) card.restore(memory);
    this.#cards.set(toHex(uid), { uid: toHex(uid), type, card });
  }

  /** To be called after every change; several at once make one write of the file. */
  save(): void {
    this.#isDirty = true;
    this.#saving ??= this.#write().finally(() => {
      this.#saving = null;
    });
  }

  /** What was saved is on the disk. */
  async saved(): Promise<void> {
    while (this.#saving !== null) await this.#saving;
  }

  async #write(): Promise<void> {
    while (this.#isDirty && this.#file !== null) {
      this.#isDirty = false;
      const kept = this.all().map(({ uid, type, card }) => ({ uid, type, memory: toHex(card.memory()) }));
      await writePrivateFile(this.#file, JSON.stringify(kept, null, 2));
    }
  }
}

/** The box of the last time; the first time an empty one, or one with the stock. */
export async function openCardBox(folder: string, options: { readonly withStock: boolean }): Promise<CardBox> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'cards.json');
  const box = new CardBox(file);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) {
    for (const { uid, type, memory } of keptCards.parse(JSON.parse(text))) box.add(type, bytesOf(uid), bytesOf(memory));
  } else if (options.withStock) {
    for (const [type, uid] of stock) box.add(type, bytesOf(uid));
  }
  box.save();
  await box.saved();
  return box;
}

function newCard(type: BoxedType, uid: Uint8Array): SimulatedCard {
  if (type === 'classic-1k') return new ClassicCard(uid);
  if (type === 'foreign') return foreignCard(uid);
  return type === 'other' ? otherCard(uid) : new Type2Card(type, uid);
}

function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === null) throw new RangeError(`not hexadecimal: ${hex.slice(0, 8)}`);
  return bytes;
}
