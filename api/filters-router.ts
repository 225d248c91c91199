import { filterInput, renameFilterInput, saveFilterInput } from './filters.ts';
import { procedureFor, router } from './procedures.ts';

/** The views of the list of keys that the property keeps. */
export const filtersRouter = router({
  list: procedureFor('see-keys').query(({ ctx }) => ctx.services.filters.list()),
  save: procedureFor('edit-keys')
    .input(saveFilterInput)
    .mutation(({ ctx, input }) => ctx.services.filters.save(input, ctx.by)),
  rename: procedureFor('edit-keys')
    .input(renameFilterInput)
    .mutation(({ ctx, input }) => ctx.services.filters.rename(input, ctx.by)),
  remove: procedureFor('edit-keys')
    .input(filterInput)
    .mutation(({ ctx, input }) => ctx.services.filters.remove(input.id, ctx.by)),
});
