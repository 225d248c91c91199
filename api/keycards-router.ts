import {
  addKeycardInput,
  importKeycardsInput,
  keycardChoicesInput,
  keycardInput,
  keycardListInput,
  keycardStateInput,
  removeKeycardInput,
  renameKeycardInput,
  setKeycardInput,
} from './keycard-inputs.ts';
import { procedureFor, router } from './procedures.ts';

export const keycardsRouter = router({
  list: procedureFor('see-keycards')
    .input(keycardListInput)
    .query(({ ctx, input }) => ctx.services.keycards.list(input)),
  details: procedureFor('see-keycards')
    .input(keycardInput)
    .query(({ ctx, input }) => ctx.services.keycards.details(input.keycardId)),
  choices: procedureFor('see-keycards')
    .input(keycardChoicesInput)
    .query(({ ctx, input }) => ctx.services.keycards.choices(input)),
  add: procedureFor('edit-keycards')
    .input(addKeycardInput)
    .mutation(({ ctx, input }) => ctx.services.keycards.add(input, ctx.by)),
  importCsv: procedureFor('edit-keycards')
    .input(importKeycardsInput)
    .mutation(({ ctx, input }) => ctx.services.keycards.importCsv(input, ctx.by)),
  rename: procedureFor('edit-keycards')
    .input(renameKeycardInput)
    .mutation(({ ctx, input }) => ctx.services.keycards.rename(input, ctx.by)),
  setState: procedureFor('edit-keycards')
    .input(keycardStateInput)
    .mutation(({ ctx, input }) => ctx.services.keycards.setState(input, ctx.by)),
  set: procedureFor('edit-keycards')
    .input(setKeycardInput)
    .mutation(({ ctx, input }) => ctx.services.keycards.set(input, ctx.by)),
  remove: procedureFor('edit-keycards')
    .input(removeKeycardInput)
    .mutation(({ ctx, input }) => ctx.services.keycards.remove(input, ctx.by)),
});
