import type { FilterServices } from '#api/filters';
import { AppError } from '#domain/failure';
import { folded } from '#domain/text/folded-words';
import type { SavedFilter } from '#domain/key/saved-filter';
import { inNaturalOrder } from '#domain/text/natural-order';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';

/** The views of the list of keys that the property keeps: a handful. */
export function filtersService({ store, clock, random }: Base): FilterServices {
  return {
    list: () => store.read(async (view) => (await view.all('filters')).toSorted(inNaturalOrder)),

    save: ({ name, question }, by) =>
      store.transact(async (transaction) => {
        const known = await named(transaction, name);
        const filter = { id: known?.id ?? random.id(), name, question, savedAt: clock.now() };
        await transaction.put('filters', filter);
        await appendAudit(transaction, { at: clock.now(), by, what: 'filter-saved', facts: { name } });
        return filter;
      }),

    rename: ({ id, name }, by) =>
      store.transact(async (transaction) => {
        const filter = await transaction.get('filters', id);
        if (filter === null) throw new AppError('not-found', 'renaming a filter');
        const other = await named(transaction, name);
        if (other !== null && other.id !== id) throw new AppError('invalid-input', 'renaming a filter to a taken name');
        await transaction.put('filters', { ...filter, name });
        const changes = { before: { name: filter.name }, after: { name } };
        await appendAudit(transaction, { at: clock.now(), by, what: 'filter-renamed', ...changes });
      }),

    remove: (id, by) =>
      store.transact(async (transaction) => {
        const filter = await transaction.get('filters', id);
        if (filter === null) return;
        await transaction.remove('filters', id);
        const facts = { name: filter.name };
        await appendAudit(transaction, { at: clock.now(), by, what: 'filter-removed', facts });
      }),
  };
}

async function named(view: View, name: string): Promise<SavedFilter | null> {
  return (await view.all('filters')).find((filter) => folded(filter.name) === folded(name)) ?? null;
}
