import { ownerInput, propertyInput, signInInput } from './inputs.ts';
import { openProcedure, procedureFor, router } from './procedures.ts';

export const sessionsRouter = router({
  signIn: openProcedure
    .input(signInInput)
    .mutation(({ ctx, input }) => ctx.services.sessions.signIn({ ...input, from: ctx.from })),
  signOut: openProcedure.mutation(async ({ ctx }) => {
    if (ctx.token !== null) await ctx.services.sessions.signOut(ctx.token);
  }),
  /** null when nobody is signed in with this token. */
  me: openProcedure.query(({ ctx }) => (ctx.token === null ? null : ctx.services.sessions.whoIs(ctx.token))),
});

export const setupRouter = router({
  state: openProcedure.query(({ ctx }) => ctx.services.setup.state()),
  createOwner: openProcedure
    .input(ownerInput)
    .mutation(({ ctx, input }) => ctx.services.setup.createOwner({ ...input, from: ctx.from })),
  saveProperty: procedureFor('edit-settings')
    .input(propertyInput)
    .mutation(({ ctx, input }) => ctx.services.setup.saveProperty(input, ctx.by)),
});
