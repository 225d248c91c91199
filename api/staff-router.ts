import { procedureFor, router, sensitiveProcedureFor } from './procedures.ts';
import { auditExport, auditQuestion, inviteInput, staffMemberInput, staffRoleInput } from './staff-inputs.ts';

/** That only an Owner appoints or disables an Owner is the service's to check: it depends on whom it is about. */
export const staffRouter = router({
  list: procedureFor('edit-staff').query(({ ctx }) => ctx.services.staff.list()),
  invite: sensitiveProcedureFor('edit-staff')
    .input(inviteInput)
    .mutation(({ ctx, input }) => ctx.services.staff.invite(input, ctx.by)),
  setRole: sensitiveProcedureFor('edit-staff')
    .input(staffRoleInput)
    .mutation(({ ctx, input }) => ctx.services.staff.setRole(input, ctx.by)),
  /** Never held up by a question: a leaver is out at once. */
  disable: procedureFor('edit-staff')
    .input(staffMemberInput)
    .mutation(({ ctx, input }) => ctx.services.staff.disable(input, ctx.by)),
  enable: sensitiveProcedureFor('edit-staff')
    .input(staffMemberInput)
    .mutation(({ ctx, input }) => ctx.services.staff.enable(input, ctx.by)),
  reset: sensitiveProcedureFor('edit-staff')
    .input(staffMemberInput)
    .mutation(({ ctx, input }) => ctx.services.staff.reset(input, ctx.by)),
});

export const auditRouter = router({
  list: procedureFor('see-audit')
    .input(auditQuestion)
    .query(({ ctx, input }) => ctx.services.audit.list(input)),
  /** A mutation: who takes a copy is in the audit. */
  export: procedureFor('see-audit')
    .input(auditExport)
    .mutation(({ ctx, input }) => ctx.services.audit.export(input, ctx.by)),
  verify: procedureFor('see-audit').query(({ ctx }) => ctx.services.audit.verify()),
});
