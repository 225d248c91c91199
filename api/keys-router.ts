import {
  doorcodePolicyInput,
  editDoorInput,
  keyDoorInput,
  keyInput,
  keyListInput,
  keyPersonInput,
  protectInput,
  regenerateInput,
  timelineInput,
} from './inputs.ts';
import { timelineExportedInput } from './key-inputs.ts';
import { keyMakingProcedures } from './key-making-procedures.ts';
import { procedureFor, router } from './procedures.ts';

export const keysRouter = router({
  ...keyMakingProcedures,
  counts: procedureFor('see-keys').query(({ ctx }) => ctx.services.keys.counts()),
  list: procedureFor('see-keys')
    .input(keyListInput)
    .query(({ ctx, input }) => ctx.services.keys.list(input)),
  details: procedureFor('see-keys')
    .input(keyInput)
    .query(({ ctx, input }) => ctx.services.keys.details(input.keyId)),
  timeline: procedureFor('see-keys')
    .input(timelineInput)
    .query(({ ctx, input }) => ctx.services.keys.timeline(input.keyId, input.limit)),
  timelineExported: procedureFor('see-keys')
    .input(timelineExportedInput)
    .mutation(({ ctx, input }) => ctx.services.keys.timelineExported(input, ctx.by)),
  /** A mutation: each look at a code leaves a line in the timeline. */
  showDoorcode: procedureFor('see-doorcodes')
    .input(keyPersonInput)
    .mutation(({ ctx, input }) => ctx.services.keys.showDoorcode(input, ctx.by)),
  setDoorcodePolicy: procedureFor('edit-keys')
    .input(doorcodePolicyInput)
    .mutation(({ ctx, input }) => ctx.services.keys.setDoorcodePolicy(input, ctx.by)),
  regenerateDoorcode: procedureFor('edit-keys')
    .input(regenerateInput)
    .mutation(({ ctx, input }) => ctx.services.keys.regenerateDoorcode(input, ctx.by)),
  removeDoorcode: procedureFor('edit-keys')
    .input(regenerateInput)
    .mutation(({ ctx, input }) => ctx.services.keys.removeDoorcode(input, ctx.by)),
  editDoor: procedureFor('edit-keys')
    .input(editDoorInput)
    .mutation(({ ctx, input }) => ctx.services.keys.editDoor(input, ctx.by)),
  protect: procedureFor('edit-keys')
    .input(protectInput)
    .mutation(({ ctx, input }) => ctx.services.keys.protect(input, ctx.by)),
  revoke: procedureFor('revoke-keys')
    .input(keyDoorInput)
    .mutation(({ ctx, input }) => ctx.services.keys.revoke(input, ctx.by)),
  restore: procedureFor('revoke-keys')
    .input(keyDoorInput)
    .mutation(({ ctx, input }) => ctx.services.keys.restore(input, ctx.by)),
  reprovision: procedureFor('provision')
    .input(keyDoorInput)
    .mutation(({ ctx, input }) => ctx.services.keys.reprovision(input, ctx.by)),
  retryNow: procedureFor('provision')
    .input(keyDoorInput.omit({ version: true }))
    .mutation(({ ctx, input }) => ctx.services.keys.retryNow(input, ctx.by)),
  giveUp: procedureFor('provision')
    .input(keyDoorInput.omit({ version: true }))
    .mutation(({ ctx, input }) => ctx.services.keys.giveUp(input, ctx.by)),
});
