import { heldQuestion, letEndInput } from './brake.ts';
import { procedureFor, router } from './procedures.ts';

/** What would have ended the access of many at once: staff look, and decide. */
export const brakeRouter = router({
  held: procedureFor('see-keys')
    .input(heldQuestion)
    .query(({ ctx, input }) => ctx.services.brake.held(input)),
  letEnd: procedureFor('revoke-keys')
    .input(letEndInput)
    .mutation(({ ctx, input }) => ctx.services.brake.letEnd(input, ctx.by)),
});
