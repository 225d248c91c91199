import type { Collections } from '#main/storage/collections';
import type { Match, Page } from '#main/storage/match';
import type { Store, View } from '#main/storage/store';
import fc from 'fast-check';
import { expect, it } from 'vitest';

type Space = Collections['spaces'];
type Step = { readonly put: Space } | { readonly remove: string };

const names = ['10', '100', '101', '11', 'é', 'Z', 'a', ''];

const id = fc.integer({ min: 0, max: 300 }).map((number) => `space-${number}` as Space['id']);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ id, name: fc.constantFrom(...names) }).map((given) => ({
      put: { ...given, connectionId: 'mews', parentId: null, kind: 'room' as const, active: true },
    })),
  },
  { weight: 2, arbitrary: id.map((remove) => ({ remove })) },
);

const transactions = fc.array(
  fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 200 }), fails: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
);

const match: fc.Arbitrary<Match> = fc.oneof(
  fc.constantFrom(...names).map((value) => ({ value })),
  fc.record({ from: fc.constantFrom(...names), below: fc.constantFrom(...names) }, { requiredKeys: [] }),
);

const page: fc.Arbitrary<Page> = fc.record(
  { offset: fc.nat(150), limit: fc.nat(150), descending: fc.boolean() },
  { requiredKeys: [] },
);

/** Any transactions against a plain map: after each, every question has the answer of a full scan. */
export function storeProperties(open: () => Promise<Store>): void {
  it('after any transactions, every index agrees with a full scan', async () => {
    const store = await open();

    await fc.assert(
      fc.asyncProperty(transactions, fc.array(fc.tuple(match, page), { maxLength: 8 }), async (runs, questions) => {
        const model = new Map((await store.read((view) => view.all('spaces'))).map((record) => [record.id, record]));
        for (const { steps, fails } of runs) {
          const tentative = new Map<string, Space>(model);
          const outcome = store.transact(async (transaction) => {
            for (const each of steps) {
              if ('put' in each) await transaction.put('spaces', each.put);
              else await transaction.remove('spaces', each.remove);
            }
            for (const each of steps) play(tentative, each);
            await agrees(transaction, tentative, questions);
            if (fails) throw new Error('as planned');
          });
          const [settled] = await Promise.allSettled([outcome]);
          expect(settled.status).toBe(fails ? 'rejected' : 'fulfilled');
          if (!fails) replace(model, tentative);
          await store.read((view) => agrees(view, model, questions));
        }
      }),
      { numRuns: 25 },
    );
  });
}

async function agrees(
  view: View,
  model: ReadonlyMap<string, Space>,
  questions: readonly (readonly [Match, Page])[],
): Promise<void> {
  const records = [...model.values()].toSorted((one, other) => compare(one.id, other.id));
  expect(await view.all('spaces')).toEqual(records);
  for (const [asked, from] of questions) {
    const matching = records.filter(({ name }) => matches(name, asked));
    const ordered = matching.toSorted((one, other) => compare(one.name, other.name) || compare(one.id, other.id));
    if (from.descending === true) ordered.reverse();
    const offset = from.offset ?? 0;
    const expected = ordered.slice(offset, offset + (from.limit ?? ordered.length));
    expect(await view.find('spaces', 'name', asked, from)).toEqual(expected);
    expect(await view.count('spaces', 'name', asked)).toBe(matching.length);
  }
}

function matches(name: string, asked: Match): boolean {
  if ('value' in asked) return name === asked.value;
  return (asked.from === undefined || name >= asked.from) && (asked.below === undefined || name < asked.below);
}

function play(model: Map<string, Space>, each: Step): void {
  if ('put' in each) model.set(each.put.id, each.put);
  else model.delete(each.remove);
}

function replace(model: Map<string, Space>, by: ReadonlyMap<string, Space>): void {
  model.clear();
  for (const [key, record] of by) model.set(key, record);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
