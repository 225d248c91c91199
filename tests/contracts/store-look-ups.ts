import type { KeyStatus } from '#domain/key/key';
import type { Clause, Condition } from '#main/storage/look-ups';
import type { Store } from '#main/storage/store';
import { keyIdOf, keyRecord } from '#tests/support/storage-records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { get, putKeys, spaceRecord } from './store-steps.ts';

/** The part of the store's contract that is about many records in one call. */
export function storeLookUps(opened: () => Promise<Store>): void {
  it('several look-ups are answered in one call, each in the form of its question', async () => {
    const store = await opened();
    const current = [2, 3].map((number) => keyRecord(number, { status: 'current' }));
    await putKeys(store, keyRecord(1, { status: 'past' }), ...current);

    const found = await store.read((view) =>
      view.getMany({
        named: { collection: 'keys', ids: [keyIdOf(1), keyIdOf(9), keyIdOf(1)] },
        byStatus: { collection: 'keys', index: 'status', values: ['current', 'revoked'] },
        places: { collection: 'keys', index: 'status', places: { value: 'past' } },
        containing: { collection: 'keys', index: 'status', containing: ['AST', 'z'] },
        gates: { collection: 'keys', index: 'door', count: { value: 'gate' } },
        everything: { collection: 'keys', all: true },
        spaces: { collection: 'spaces', all: true },
      }),
    );

    expect(found).toEqual({
      named: new Map([[keyIdOf(1), keyRecord(1, { status: 'past' })]]),
      byStatus: new Map([['current', current]]),
      places: [{ value: 'past', id: keyIdOf(1) }],
      containing: new Map([
        ['AST', [{ value: 'past', id: keyIdOf(1) }]],
        ['z', []],
      ]),
      gates: 3,
      everything: [keyRecord(1, { status: 'past' }), ...current],
      spaces: [],
    });
  });

  it('a look-up in a transaction sees what the transaction wrote', async () => {
    const store = await opened();
    await putKeys(store, keyRecord(1), keyRecord(2));

    const found = await store.transact(async (transaction) => {
      await transaction.write([
        { collection: 'keys', put: keyRecord(2, { version: 1 }) },
        { collection: 'keys', remove: keyIdOf(1) },
        { collection: 'spaces', put: spaceRecord('204') },
      ]);
      return transaction.getMany({ keys: { collection: 'keys', ids: [keyIdOf(1), keyIdOf(2)] } });
    });

    expect(found.keys).toEqual(new Map([[keyIdOf(2), keyRecord(2, { version: 1 })]]));
  });

  it('of several changes in one call all are stored, or none', async () => {
    const store = await opened();
    await putKeys(store, keyRecord(1));
    const wrong = { ...keyRecord(3), status: 'lost' as KeyStatus };

    const write = store.transact((transaction) =>
      transaction.write([
        { collection: 'keys', remove: keyIdOf(1) },
        { collection: 'keys', put: keyRecord(2) },
        { collection: 'keys', put: wrong },
      ]),
    );

    await expect(write).rejects.toMatchObject({ code: 'internal' });
    expect(await get(store, 1)).toEqual(keyRecord(1));
    expect(await get(store, 2)).toBeNull();
  });

  it('a selection keeps the order of its index, and counts what is beyond its page', async () => {
    const store = await opened();
    await putKeys(
      store,
      ...[25, 13, 1, 2, 37].map((number) => keyRecord(number, { status: 'past' })),
      keyRecord(4, { status: 'current' }),
    );
    const past = { index: 'statusByArrival', match: { from: 'past/', below: 'past0' } } as const;
    const select = (where: readonly Condition<'keys'>[], page = {}) =>
      store.read((view) => view.select('keys', { order: past, where, page }));

    // In the order of their arrivals: 1, 37, 13, 25, 2.
    expect(await select([], { limit: 2 })).toEqual({ ids: [keyIdOf(1), keyIdOf(37)], total: 5 });
    expect(await select([{ has: 'any', of: [{ ids: [keyIdOf(2), keyIdOf(4), keyIdOf(13)] }] }])).toEqual({
      ids: [keyIdOf(13), keyIdOf(2)],
      total: 2,
    });
    expect(await select([{ has: 'none', of: [{ ids: [keyIdOf(1)] }] }], { offset: 1, limit: 2 })).toEqual({
      ids: [keyIdOf(13), keyIdOf(25)],
      total: 4,
    });
    expect(await select([{ has: 'any', of: [] }])).toEqual({ ids: [], total: 0 });
  });

  it('whatever the conditions, a selection is what looking at every record would give', async () => {
    const store = await opened();
    const numbers = Array.from({ length: 400 }, (_, index) => index + 1);
    const statuses = ['past', 'current', 'upcoming'] as const;
    const keys = numbers.map((number) => keyRecord(number, { status: statuses[number % 3] ?? 'past' }));
    await putKeys(store, ...keys);
    const clause = fc.oneof<fc.Arbitrary<Clause<'keys'>>[]>(
      // Two of 400 are looked at one by one; many are walked.
      fc
        .subarray(
          keys.map(({ id }) => id),
          { maxLength: 2 },
        )
        .map((ids) => ({ ids })),
      fc.subarray(keys.map(({ id }) => id)).map((ids) => ({ ids })),
      fc.constantFrom(...statuses).map((value) => ({ index: 'status' as const, match: { value } })),
      fc
        .subarray(['gate', ...keys.flatMap(({ doors }) => doors.map(({ doorId }) => String(doorId)))])
        .map((values) => ({
          index: 'door' as const,
          values,
        })),
      fc
        .integer({ min: 1, max: 60 })
        .map((number) => ({ index: 'reservation' as const, match: { from: keyIdOf(number) } })),
    );
    const condition = fc.record({
      has: fc.constantFrom('any' as const, 'none' as const),
      of: fc.array(clause, { maxLength: 3 }),
    });
    const page = fc.record({ offset: fc.nat(5), limit: fc.nat(20), descending: fc.boolean() });

    await fc.assert(
      fc.asyncProperty(
        fc.array(condition, { maxLength: 3 }),
        fc.constantFrom(...statuses),
        page,
        async (where, status, asked) => {
          const order = { index: 'statusByArrival', match: { from: `${status}/`, below: `${status}0` } } as const;
          const { expected, selected } = await store.read(async (view) => {
            const sets = await Promise.all(
              where.map(async ({ has, of }) => {
                const found = await Promise.all(
                  of.map(async (each) => {
                    if ('ids' in each) return each.ids;
                    const matches = 'match' in each ? [each.match] : each.values.map((value) => ({ value }));
                    const places = await Promise.all(matches.map((match) => view.places('keys', each.index, match)));
                    return places.flat().map(({ id }) => id);
                  }),
                );
                return { has, ids: new Set<string>(found.flat()) };
              }),
            );
            const inOrder = (await view.places('keys', order.index, order.match)).map(({ id }) => id);
            const meets = (id: string) => sets.every(({ has, ids }) => ids.has(id) === (has === 'any'));
            return {
              expected: inOrder.filter((id) => meets(id)),
              selected: await view.select('keys', { order, where, page: asked }),
            };
          });
          const turned = asked.descending ? expected.toReversed() : expected;

          expect(selected).toEqual({
            ids: turned.slice(asked.offset, asked.offset + asked.limit),
            total: expected.length,
          });
        },
      ),
      { numRuns: 150 },
    );
  });
}
