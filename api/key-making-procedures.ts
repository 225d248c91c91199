import { mayDo } from '#domain/staff/permission';
import {
  addDoorsInput,
  addPersonInput,
  changeStayInput,
  createKeyInput,
  findPeopleInput,
  moveRoomInput,
  previewDoorcodeInput,
  removeDoorInput,
  removePersonInput,
  templateIdInput,
  templateInput,
  undoInput,
} from './key-inputs.ts';
import { procedureFor } from './procedures.ts';

/** Part of the keys router: keys made by hand. */
export const keyMakingProcedures = {
  create: procedureFor('create-keys')
    .input(createKeyInput)
    .mutation(({ ctx, input }) => ctx.services.keys.create(input, ctx.by)),
  findPeople: procedureFor('see-people')
    .input(findPeopleInput)
    .query(({ ctx, input }) => ctx.services.keys.findPeople(input.text)),
  previewDoorcode: procedureFor('edit-keys')
    .input(previewDoorcodeInput)
    .query(({ ctx, input }) =>
      ctx.services.keys.previewDoorcode(input, mayDo(ctx.staff.role, 'see-keys') ? 'named' : 'unnamed'),
    ),
  addDoors: procedureFor('edit-keys')
    .input(addDoorsInput)
    .mutation(({ ctx, input }) => ctx.services.keys.addDoors(input, ctx.by)),
  removeDoor: procedureFor('edit-keys')
    .input(removeDoorInput)
    .mutation(({ ctx, input }) => ctx.services.keys.removeDoor(input, ctx.by)),
  addPerson: procedureFor('edit-keys')
    .input(addPersonInput)
    .mutation(({ ctx, input }) => ctx.services.keys.addPerson(input, ctx.by)),
  removePerson: procedureFor('edit-keys')
    .input(removePersonInput)
    .mutation(({ ctx, input }) => ctx.services.keys.removePerson(input, ctx.by)),
  changeStay: procedureFor('edit-keys')
    .input(changeStayInput)
    .mutation(({ ctx, input }) => ctx.services.keys.changeStay(input, ctx.by)),
  moveRoom: procedureFor('edit-keys')
    .input(moveRoomInput)
    .mutation(({ ctx, input }) => ctx.services.keys.moveRoom(input, ctx.by)),
  undo: procedureFor('edit-keys')
    .input(undoInput)
    .mutation(({ ctx, input }) => ctx.services.keys.undo(input, ctx.by)),
  newKeyDefaults: procedureFor('create-keys').query(({ ctx }) => ctx.services.keys.newKeyDefaults()),
  templates: procedureFor('create-keys').query(({ ctx }) => ctx.services.keys.templates()),
  saveTemplate: procedureFor('create-keys')
    .input(templateInput)
    .mutation(({ ctx, input }) => ctx.services.keys.saveTemplate(input, ctx.by)),
  removeTemplate: procedureFor('create-keys')
    .input(templateIdInput)
    .mutation(({ ctx, input }) => ctx.services.keys.removeTemplate(input.id, ctx.by)),
};
