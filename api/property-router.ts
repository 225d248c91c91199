import {
  addGatewayInput,
  connectPmsInput,
  doorInput,
  doorLogInput,
  doorSettingsInput,
  linkedDoorsInput,
  lockInput,
  mappingInput,
  settingsInput,
} from './inputs.ts';
import { procedureFor, router } from './procedures.ts';

export const doorsRouter = router({
  list: procedureFor('see-doors').query(({ ctx }) => ctx.services.doors.list()),
  /** Names the guests whose codes the lock holds. */
  details: procedureFor('see-keys')
    .input(doorInput)
    .query(({ ctx, input }) => ctx.services.doors.details(input.doorId)),
  log: procedureFor('see-keys')
    .input(doorLogInput)
    .query(({ ctx, input }) => ctx.services.doors.log(input.doorId, input.limit)),
  lockContents: procedureFor('see-keys')
    .input(lockInput)
    .query(({ ctx, input }) => ctx.services.doors.lockContents(input.lockId)),
  retryNow: procedureFor('provision')
    .input(doorInput)
    .mutation(({ ctx, input }) => ctx.services.doors.retryNow(input.doorId, ctx.by)),
  setMapping: procedureFor('edit-doors')
    .input(mappingInput)
    .mutation(({ ctx, input }) => ctx.services.doors.setMapping(input, ctx.by)),
  setLinkedDoors: procedureFor('edit-doors')
    .input(linkedDoorsInput)
    .mutation(({ ctx, input }) => ctx.services.doors.setLinkedDoors(input, ctx.by)),
  save: procedureFor('edit-doors')
    .input(doorSettingsInput)
    .mutation(({ ctx, input }) => ctx.services.doors.save(input, ctx.by)),
});

export const settingsRouter = router({
  get: procedureFor('edit-settings').query(({ ctx }) => ctx.services.settings.get()),
  save: procedureFor('edit-settings')
    .input(settingsInput)
    .mutation(({ ctx, input }) => ctx.services.settings.save(input, ctx.by)),
  connectPms: procedureFor('edit-integrations')
    .input(connectPmsInput)
    .mutation(({ ctx, input }) => ctx.services.settings.connectPms(input, ctx.by)),
  disconnectPms: procedureFor('edit-integrations').mutation(({ ctx }) => ctx.services.settings.disconnectPms(ctx.by)),
  syncNow: procedureFor('provision').mutation(({ ctx }) => ctx.services.settings.syncNow()),
  addGateway: procedureFor('edit-locks')
    .input(addGatewayInput)
    .mutation(({ ctx, input }) => ctx.services.settings.addGateway(input, ctx.by)),
});
