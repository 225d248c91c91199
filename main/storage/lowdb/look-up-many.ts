import type { CollectionName, Collections } from '../collections.ts';
import type { Answers, LookUp } from '../look-ups.ts';
import type { Place } from '../match.ts';
import type { View } from '../store.ts';
import { eachPlace } from './sorted-tree.ts';
import { stretchOf, type Tables } from './tables.ts';

/** View.getMany over a view whose every other answer is at hand. */
export async function lookUpMany<Asked extends Readonly<Record<string, LookUp>>>(
  view: View,
  tables: Tables,
  asked: Asked,
): Promise<Answers<Asked>> {
  const answers: Record<string, unknown> = {};
  for (const [name, lookUp] of Object.entries(asked)) answers[name] = await answerTo(view, tables, lookUp);
  // Each question has the answer of its form; the type says the same of all of them at once.
  return answers as Answers<Asked>;
}

async function answerTo(view: View, tables: Tables, lookUp: LookUp): Promise<unknown> {
  const { collection } = lookUp;
  if ('ids' in lookUp) return byId(view, collection, lookUp.ids);
  if ('all' in lookUp) return view.all(collection);
  if ('containing' in lookUp) return containing(tables, lookUp);
  const { index } = lookUp;
  if ('places' in lookUp) return view.places(collection, index, lookUp.places, lookUp.page);
  if ('count' in lookUp) return view.count(collection, index, lookUp.count);
  const found = new Map<string, readonly Collections[CollectionName][]>();
  for (const value of new Set(lookUp.values)) {
    const records = await view.find(collection, index, { value });
    if (records.length > 0) found.set(value, records);
  }
  return found;
}

async function byId(view: View, collection: CollectionName, ids: readonly string[]) {
  const found = new Map<string, Collections[CollectionName]>();
  for (const id of new Set(ids)) {
    const record = await view.get(collection, id);
    if (record !== null) found.set(id, record);
  }
  return found;
}

function containing(
  tables: Tables,
  asked: { readonly collection: CollectionName; readonly index: string; readonly containing: readonly string[] },
): ReadonlyMap<string, readonly Place[]> {
  const found = new Map(asked.containing.map((text) => [text, [] as Place[]]));
  if (found.size === 0) return found;
  const folded = [...found].map(([text, places]) => ({ text: text.toLowerCase(), places }));
  // A number has no capitals, and a hundred thousand values need not be folded for it.
  const hasLetters = folded.some(({ text }) => text !== text.toUpperCase());
  const { tree, start, end } = stretchOf(tables, asked.collection, asked.index, {});
  // The ids of all others are not touched: at a hundred thousand entries that is half of the time.
  eachPlace(tree, start, end, (value, entry) => {
    const folding = hasLetters ? value.toLowerCase() : value;
    for (const { text, places } of folded) if (folding.includes(text)) places.push({ value, id: entry.id });
  });
  return found;
}
