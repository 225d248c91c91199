import type { KeyMakingServices } from '#api/key-making';
import { AppError } from '#domain/failure';
import type { DoorId } from '#domain/ids';
import { removeDoor } from '#domain/key/door-edits';
import { addPerson } from '#domain/acts/manual-key';
import { removePerson } from '#domain/key/remove-person';
import { addDoors, changeStay, moveRoom } from '#domain/key/stay-edits';
import { inNaturalOrder } from '#domain/text/natural-order';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import { cardsIn } from '#main/settling/reserved-cards';
import type { Transaction } from '#main/storage/store';
import { createKey } from './create-key.ts';
import { editKey, keyAt } from '#main/settling/edit-key';
import { findPeople, holderOf } from './key-people.ts';
import { previewDoorcode } from './preview-doorcode.ts';
import { settleKey } from '#main/settling/settle-key';
import { undoLast } from './undo-act.ts';

/** Keys made by hand, and edits of a key as a whole. */
export function keyMaking(base: Base): KeyMakingServices {
  const { store } = base;
  return {
    create: (input, by) => createKey(base, input, by),
    findPeople: (text) => store.read((view) => findPeople(view, text)),
    previewDoorcode: (input, names) => store.read((view) => previewDoorcode(view, base, { input, names })),

    addDoors: ({ keyId, version, doorIds, ...settings }, by) =>
      editKey(base, {
        keyId,
        version,
        by,
        undoable: 'add-doors',
        edit: (key, context) => addDoors(key, doorIds, settings, context),
        also: (transaction) => doorsExist(transaction, doorIds),
      }),

    removeDoor: ({ keyId, version, doorId }, by) =>
      editKey(base, {
        keyId,
        version,
        by,
        undoable: 'remove-door',
        edit: (key, context) => removeDoor(key, doorId, context),
      }),

    addPerson: ({ keyId, version, ...holder }, by) =>
      store.transact(async (transaction) => {
        const key = await keyAt(transaction, keyId, version);
        const settings = await transaction.get('settings', 'property');
        if (settings === null) throw new AppError('internal', 'adding a person before the property is set up');
        const person = await holderOf(transaction, base, holder);
        const reservation =
          key.reservationId === null ? null : await transaction.get('reservations', key.reservationId);
        const context = { by, at: base.clock.now(), reservation, zone: settings.zone };
        const edit = addPerson(key, person, () => base.random.id(), context);
        if (edit.outcome === 'refused') throw new AppError(edit.reason, 'adding a person to a key');
        const settled = await settleKey(transaction, base, { ...edit, by });
        return { version: settled.version };
      }),

    removePerson: ({ keyId, version, personId }, by) =>
      editKey(base, {
        keyId,
        version,
        by,
        undoable: 'remove-person',
        edit: (key, context) => removePerson(key, personId, context),
      }),

    changeStay: ({ keyId, version, ...period }, by) =>
      editKey(base, { keyId, version, by, undoable: 'stay', edit: (key, context) => changeStay(key, period, context) }),

    moveRoom: ({ keyId, version, from, to }, by) =>
      editKey(base, {
        keyId,
        version,
        by,
        undoable: 'move-room',
        edit: (key, context) => moveRoom(key, { from, to }, context),
        also: (transaction) => doorsExist(transaction, [to]),
      }),

    undo: (input, by) => undoLast(base, input, by),

    newKeyDefaults: () =>
      store.read(async (view) => {
        const settings = await view.get('settings', 'property');
        if (settings === null) throw new AppError('internal', 'beginning a key before the property is set up');
        const freeKeycards = await view.count('keycards', 'state', cardsIn('available'));
        return { departure: settings.defaultDeparture, codeLength: settings.codeLength, freeKeycards };
      }),

    templates: () => store.read(async (view) => (await view.all('templates')).toSorted(inNaturalOrder)),

    saveTemplate: (input, by) =>
      store.transact(async (transaction) => {
        const named = (await transaction.all('templates')).find(({ name }) => name === input.name);
        await transaction.put('templates', { ...input, id: named?.id ?? base.random.id() });
        const facts = { name: input.name, doors: String(input.doorIds.length) };
        await appendAudit(transaction, { at: base.clock.now(), by, what: 'template-saved', facts });
      }),

    removeTemplate: (id, by) =>
      store.transact(async (transaction) => {
        const template = await transaction.get('templates', id);
        if (template === null) return;
        await transaction.remove('templates', id);
        const facts = { name: template.name };
        await appendAudit(transaction, { at: base.clock.now(), by, what: 'template-removed', facts });
      }),
  };
}

async function doorsExist(transaction: Transaction, ids: readonly DoorId[]): Promise<void> {
  for (const id of ids) {
    if ((await transaction.get('doors', id)) === null) throw new AppError('not-found', 'adding a door to a key');
  }
}
