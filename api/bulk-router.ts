import type { BulkAction } from '#domain/acts/bulk';
import { AppError } from '#domain/failure';
import { mayDo, type Action } from '#domain/staff/permission';
import type { Role } from '#domain/staff/staff';
import { bulkInput, bulkPreviewInput, bulkReportInput, exportKeysInput, keyRangeInput } from './bulk.ts';
import { procedureFor, router } from './procedures.ts';

/** Many keys at once. What each act needs besides `edit-keys` is asked when its name is known. */
export const bulkRouter = router({
  range: procedureFor('see-keys')
    .input(keyRangeInput)
    .query(({ ctx, input }) => ctx.services.bulk.range(input)),
  /** A mutation: the preview is kept, so that exactly it can be run. */
  preview: procedureFor('edit-keys')
    .input(bulkPreviewInput)
    .mutation(({ ctx, input }) => {
      mustBeAllowed(ctx.staff.role, input.action);
      return ctx.services.bulk.preview(input, ctx.by);
    }),
  start: procedureFor('edit-keys')
    .input(bulkInput)
    .mutation(({ ctx, input }) => {
      mustBeAllowed(ctx.staff.role, ctx.services.bulk.actionOf(input.id));
      return ctx.services.bulk.start(input.id, ctx.by);
    }),
  stop: procedureFor('edit-keys')
    .input(bulkInput)
    .mutation(({ ctx, input }) => ctx.services.bulk.stop(input.id)),
  runs: procedureFor('see-keys').query(({ ctx }) => ctx.services.bulk.runs()),
  report: procedureFor('see-keys')
    .input(bulkReportInput)
    .query(({ ctx, input }) => ctx.services.bulk.report(input)),
  /** A mutation, as below: an export leaves a line in the audit. */
  exportReport: procedureFor('see-keys')
    .input(bulkInput)
    .mutation(({ ctx, input }) => ctx.services.bulk.exportReport(input.id, ctx.by)),
  forget: procedureFor('edit-keys')
    .input(bulkInput)
    .mutation(({ ctx, input }) => ctx.services.bulk.forget(input.id)),
  exportKeys: procedureFor('see-keys')
    .input(exportKeysInput)
    .mutation(({ ctx, input }) => ctx.services.bulk.exportKeys(input.selection, ctx.by)),
});

const needed: Readonly<Record<BulkAction['act'], Action>> = {
  'allow-provisioning': 'provision',
  're-provision': 'provision',
  extend: 'edit-keys',
  'extend-to': 'edit-keys',
  revoke: 'revoke-keys',
};

function mustBeAllowed(role: Role, { act }: BulkAction): void {
  if (!mayDo(role, needed[act])) throw new AppError('not-allowed', `${act} for many keys`);
}
