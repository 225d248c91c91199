import { mayDo } from '#domain/staff/permission';
import {
  addGatewayInput,
  connectPmsInput,
  disconnectPmsInput,
  doorInput,
  doorLogInput,
  doorSettingsInput,
  linkedDoorsInput,
  lockInput,
  mappingInput,
  settingsInput,
} from './inputs.ts';
import { procedureFor, router, sensitiveProcedureFor } from './procedures.ts';
import type { StaffView } from './views.ts';

export const doorsRouter = router({
  list: procedureFor('see-doors').query(({ ctx }) => ctx.services.doors.list()),
  /** Who may not see keys sees the door without its guests. */
  details: procedureFor('see-doors')
    .input(doorInput)
    .query(async ({ ctx, input }) => {
      const details = await ctx.services.doors.details(input.doorId);
      return seesGuests(ctx) ? details : { ...details, credentials: [] };
    }),
  log: procedureFor('see-doors')
    .input(doorLogInput)
    .query(async ({ ctx, input }) => {
      const log = await ctx.services.doors.log(input.doorId, input.limit);
      return seesGuests(ctx) ? log : log.map((entry) => ({ ...entry, owner: null, keyId: null }));
    }),
  lockContents: procedureFor('provision')
    .input(lockInput)
    .query(async ({ ctx, input }) => {
      const contents = await ctx.services.doors.lockContents(input.lockId);
      if (seesGuests(ctx) || contents.outcome !== 'listed') return contents;
      return { ...contents, entries: contents.entries.map((entry) => ({ ...entry, owner: null, keyId: null })) };
    }),
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
  get: procedureFor('see-settings').query(({ ctx }) => ctx.services.settings.get()),
  /** For whoever adds locks, and may not see the rest. */
  gateways: procedureFor('edit-locks').query(async ({ ctx }) => (await ctx.services.settings.get()).gateways),
  lockSystems: procedureFor('edit-locks').query(({ ctx }) => ctx.services.settings.lockSystems()),
  save: procedureFor('edit-settings')
    .input(settingsInput)
    .mutation(({ ctx, input }) => ctx.services.settings.save(input, ctx.by)),
  connectPms: sensitiveProcedureFor('edit-integrations')
    .input(connectPmsInput)
    .mutation(({ ctx, input }) => ctx.services.settings.connectPms(input, ctx.by)),
  disconnectPms: sensitiveProcedureFor('edit-integrations')
    .input(disconnectPmsInput)
    .mutation(({ ctx, input }) => ctx.services.settings.disconnectPms(input, ctx.by)),
  syncNow: procedureFor('provision').mutation(({ ctx }) => ctx.services.settings.syncNow()),
  addGateway: sensitiveProcedureFor('edit-locks')
    .input(addGatewayInput)
    .mutation(({ ctx, input }) => ctx.services.settings.addGateway(input, ctx.by)),
});

function seesGuests({ staff }: { readonly staff: StaffView }): boolean {
  return mayDo(staff.role, 'see-keys');
}
