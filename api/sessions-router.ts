import { propertyInput } from './inputs.ts';
import { openProcedure, procedureFor, router, signedInToken } from './procedures.ts';
import { confirmPasswordInput, ownerInput, ownSecretsInput, signInInput, unlockInput } from './staff-inputs.ts';

/** Open to all: most of it is what somebody does who is not, or not quite, inside. Each asks for its token itself. */
export const sessionsRouter = router({
  signIn: openProcedure
    .input(signInInput)
    .mutation(({ ctx, input }) => ctx.services.sessions.signIn({ ...input, from: ctx.from })),
  signOut: openProcedure.mutation(async ({ ctx }) => {
    if (ctx.token !== null) await ctx.services.sessions.signOut(ctx.token);
  }),
  /** null when nobody is signed in with this token. */
  me: openProcedure.query(({ ctx }) => (ctx.token === null ? null : ctx.services.sessions.whoIs(ctx.token))),
  lock: openProcedure.mutation(({ ctx }) => ctx.services.sessions.lock(signedInToken(ctx))),
  unlock: openProcedure
    .input(unlockInput)
    .mutation(({ ctx, input }) =>
      ctx.services.sessions.unlock({ ...input, token: signedInToken(ctx), from: ctx.from }),
    ),
  confirmPassword: openProcedure
    .input(confirmPasswordInput)
    .mutation(({ ctx, input }) =>
      ctx.services.sessions.confirmPassword({ ...input, token: signedInToken(ctx), from: ctx.from }),
    ),
  setSecrets: openProcedure
    .input(ownSecretsInput)
    .mutation(({ ctx, input }) =>
      ctx.services.sessions.setSecrets({ ...input, token: signedInToken(ctx), from: ctx.from }),
    ),
});

export const setupRouter = router({
  state: openProcedure.query(({ ctx }) => ctx.services.setup.state()),
  createOwner: openProcedure
    .input(ownerInput)
    .mutation(({ ctx, input }) => ctx.services.setup.createOwner({ ...input, from: ctx.from })),
  showDemo: openProcedure.mutation(({ ctx }) => ctx.services.setup.showDemo()),
  saveProperty: procedureFor('edit-settings')
    .input(propertyInput)
    .mutation(({ ctx, input }) => ctx.services.setup.saveProperty(input, ctx.by)),
});
