import { cardTypes, layoutOf } from '#hardware/card/card-layout';
import type { CardType } from '#hardware/card/card-layout';
import { contentOf } from '#hardware/card/inspect-card';
import type { CardContent } from '#hardware/card/inspect-card';
import { joinBytes } from '#hardware/bytes';
import { EncoderError } from '#hardware/encoder-error';
import type { SimulatedCard } from '#main/simulation/encoder/simulated-card';
import { anyway, encodeOn, newCard, pn532Bench } from './encoder-bench.ts';
import { room412, testKeyring } from './encoder-records.ts';

const cutKinds = ['before', 'half', 'after'] as const;
type CutKind = (typeof cutKinds)[number];

/** What became of a card whose power was cut at one write of a re-encode. */
export interface Cut {
  readonly type: CardType;
  readonly at: number;
  readonly how: CutKind;
  /** What a lock would read on it now. */
  readonly counts: 'old' | 'new' | 'none';
  /** What the desk was told; 'issued' only when it was told that the key is done. */
  readonly told: string;
  /** What a lock would read after the same card was laid on again and finished. */
  readonly finished: 'old' | 'new' | 'none';
}

const next = { ...room412, credential: 581, sequence: 1002 };

/** Cuts at every write of a re-encode, on every card type, before, in the middle of and after the write. */
export async function tearEverything(): Promise<readonly Cut[]> {
  const cuts: Cut[] = [];
  for (const type of cardTypes) {
    const writes = await writesOf(type);
    for (const how of cutKinds) {
      for (let at = 0; at < writes; at += 1) cuts.push(await tear(type, at, how));
    }
  }
  return cuts;
}

/** One line for each card type. */
export function tearingTable(cuts: readonly Cut[]): readonly string[] {
  const count = (type: CardType, counts: Cut['counts']) =>
    String(cuts.filter((cut) => cut.type === type && cut.counts === counts).length).padStart(5);
  const rows = cardTypes.map((type) => {
    const total = String(cuts.filter((cut) => cut.type === type).length).padStart(5);
    const issued = String(cuts.filter((cut) => cut.type === type && cut.told === 'issued').length).padStart(7);
    return `${type.padEnd(19)}${total}${count(type, 'old')}${count(type, 'new')}${count(type, 'none')}${issued}`;
  });
  return [`${'card'.padEnd(19)} cuts  old  new none issued`, ...rows];
}

async function tear(type: CardType, at: number, how: CutKind): Promise<Cut> {
  const { bench, card } = await issued(type);
  bench.faults.removeAfter = { writes: at, how };
  const told = await encodeOn(bench, card, next, anyway).then(
    () => 'issued',
    (error: unknown) => (error instanceof EncoderError ? `${error.code}, ${error.outcome}` : 'a crash'),
  );
  const counts = whatCounts(card, type);
  bench.field.lay(card);
  await encodeOn(bench, card, next, anyway);
  return { type, at, how, counts, told, finished: whatCounts(card, type) };
}

async function writesOf(type: CardType): Promise<number> {
  const { bench, card } = await issued(type);
  bench.field.writes = 0;
  await encodeOn(bench, card, next, anyway);
  return bench.field.writes;
}

async function issued(type: CardType) {
  const bench = await pn532Bench();
  const card = newCard(type);
  bench.field.lay(card);
  await encodeOn(bench, card, room412);
  return { bench, card };
}

function whatCounts(card: SimulatedCard, type: CardType): Cut['counts'] {
  const content = contentOfMemory(card, type);
  if (content.is !== 'ours') return 'none';
  return content.record.sequence === next.sequence ? 'new' : 'old';
}

/** Straight from the simulated card's memory, past every driver: what a lock would find. */
export function contentOfMemory(card: SimulatedCard, type: CardType): CardContent {
  const layout = layoutOf(type);
  const memory = card.memory();
  const slots = layout.slots.map((blocks) =>
    joinBytes(...blocks.map((block) => memory.subarray(block * layout.unit, (block + 1) * layout.unit))),
  );
  return contentOf(slots, { layout, uid: card.uid, keyring: testKeyring });
}
