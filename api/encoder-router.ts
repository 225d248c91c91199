import {
  answerInput,
  encodeInput,
  encoderInput,
  enrolInput,
  jobInput,
  onEncoderInput,
  pickEncoderInput,
  planInput,
  retireInput,
  writingInput,
} from './encoder-inputs.ts';
import { procedureFor, router, sensitiveProcedureFor } from './procedures.ts';

export const encoderRouter = router({
  view: procedureFor('see-keycards').query(({ ctx }) => ctx.services.encoder.view()),
  /** For the settings: whoever may pick an encoder has to see which ones there are. */
  encoders: procedureFor('edit-encoders').query(async ({ ctx }) => {
    const { encoders, ports } = await ctx.services.encoder.view();
    return { encoders, ports };
  }),
  pick: procedureFor('edit-encoders')
    .input(pickEncoderInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.pick(input, ctx.by)),
  forget: procedureFor('edit-encoders')
    .input(encoderInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.forget(input.id, ctx.by)),
  plan: procedureFor('encode-keycards')
    .input(planInput)
    .query(({ ctx, input }) => ctx.services.encoder.plan(input)),
  encode: procedureFor('encode-keycards')
    .input(encodeInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.encode(input, ctx.by)),
  enrol: procedureFor('encode-keycards')
    .input(enrolInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.enrol(input, ctx.by)),
  wipe: procedureFor('encode-keycards')
    .input(onEncoderInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.wipe(input, ctx.by)),
  finish: procedureFor('encode-keycards')
    .input(onEncoderInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.finish(input, ctx.by)),
  giveUpWriting: procedureFor('encode-keycards')
    .input(writingInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.giveUpWriting(input.id, ctx.by)),
  answer: procedureFor('encode-keycards')
    .input(answerInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.answer(input, ctx.by)),
  cancel: procedureFor('encode-keycards')
    .input(jobInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.cancel(input.jobId)),
  cardKeySets: procedureFor('edit-card-keys').query(({ ctx }) => ctx.services.encoder.cardKeySets()),
  rotate: sensitiveProcedureFor('edit-card-keys').mutation(({ ctx }) => ctx.services.encoder.rotate(ctx.by)),
  retire: sensitiveProcedureFor('edit-card-keys')
    .input(retireInput)
    .mutation(({ ctx, input }) => ctx.services.encoder.retire(input, ctx.by)),
});
