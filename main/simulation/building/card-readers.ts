import { readFile } from 'node:fs/promises';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { fromHex, toHex } from '#hardware/bytes';
import { inTurn } from '#main/ports/in-turn';
import { writePrivateFile } from '#main/secrets/private-file';
import { judgeCard, newMemory } from './card-reader.ts';
import type { ReaderMemory, ReaderSetup, ReaderVerdict, ShownCard } from './card-reader.ts';

const master = z.string().transform((text, context) => {
  const bytes = fromHex(text);
  if (bytes?.length === 16) return bytes;
  context.addIssue({ code: 'custom', message: 'a master has 16 bytes in hexadecimal' });
  return z.NEVER;
});

/** As an installer's tool says it: `{door, propertyId, property, masters: {"1": hex}, blocked: [credential …]}`. */
export const readerSetupBody = z.object({
  door: z.number().int().min(1).max(0x7fff),
  propertyId: z.string().min(1),
  property: z.number().int().min(0).max(0xffff),
  masters: z
    .record(z.string().regex(/^\d{1,3}$/), master)
    .transform((masters) => new Map(Object.entries(masters).map(([set, bytes]) => [Number(set), bytes]))),
  blocked: z.array(z.number().int().min(1).max(0xffff_ffff)).transform((credentials) => new Set(credentials)),
});

const keptReaders = z.record(
  z.string(),
  z.object({
    setup: readerSetupBody.nullable(),
    memory: z.object({
      sequence: z.number().int(),
      spent: z.array(z.object({ credential: z.number().int(), to: z.number().int() })),
    }),
  }),
);

interface Reader {
  readonly setup: ReaderSetup | null;
  readonly memory: ReaderMemory;
}

/** The card readers of a building, by the lock's id. What they know is in a file, as a lock has it without power. */
export class CardReaders {
  readonly #file: string;
  readonly #readers: Map<string, Reader>;
  readonly #oneByOne = inTurn();

  constructor(file: string, readers: ReadonlyMap<string, Reader>) {
    this.#file = file;
    this.#readers = new Map(readers);
  }

  /** The same door of the same property remembers who opened it; another one has seen nobody. */
  async setUp(lock: string, setup: ReaderSetup): Promise<void> {
    const before = this.#readers.get(lock);
    const isSame = before?.setup?.door === setup.door && before.setup.propertyId === setup.propertyId;
    await this.#keep(lock, { setup, memory: isSame ? before.memory : newMemory });
  }

  /** Needs no radio. What is to be remembered is on the disk before the door opens. */
  async show(lock: string, card: ShownCard, now: Temporal.ZonedDateTime): Promise<ReaderVerdict> {
    const { setup, memory } = this.#readers.get(lock) ?? { setup: null, memory: newMemory };
    const verdict = judgeCard(card, { setup, memory, now });
    if (verdict.opens) await this.#keep(lock, { setup, memory: verdict.memory });
    return verdict;
  }

  /** Reset, or replaced by a new one. */
  async forget(lock: string): Promise<void> {
    await this.#keep(lock, { setup: null, memory: newMemory });
  }

  async #keep(lock: string, reader: Reader): Promise<void> {
    this.#readers.set(lock, reader);
    const text = JSON.stringify(Object.fromEntries(Array.from(this.#readers, ([id, each]) => [id, toJson(each)])));
    await this.#oneByOne(() => writePrivateFile(this.#file, text));
  }
}

/** @param file Created by the first reader that is set up; only this account may read it, for it holds masters. */
export async function openCardReaders(file: string): Promise<CardReaders> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return new CardReaders(file, new Map(Object.entries(keptReaders.parse(JSON.parse(text)))));
}

function toJson({ setup, memory }: Reader): unknown {
  if (setup === null) return { setup, memory };
  const masters = Object.fromEntries(Array.from(setup.masters, ([set, bytes]) => [set, toHex(bytes)]));
  return { setup: { ...setup, masters, blocked: [...setup.blocked] }, memory };
}
