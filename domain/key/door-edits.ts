import type { DoorId } from '#domain/ids';
import { changed, refused, replaceDoor, type EditContext, type KeyEdit } from './key-edit.ts';
import { staffFields, type Key, type KeyDoor, type PmsWish, type StaffField } from './key.ts';
import { isStanding } from './opened-doors.ts';

/** Edit door and Update Portal Room: what staff set at one door of a key. */

/** The fields that staff may set; those left out stay as they are. */
export type DoorSettings = Pick<KeyDoor, StaffField>;

/** Every field that is given is staff's from now on: a PMS update keeps it. */
export function editDoor(key: Key, doorId: DoorId, edit: Partial<DoorSettings>, context: EditContext): KeyEdit {
  const door = key.doors.find((each) => each.doorId === doorId);
  if (door === undefined) return refused('not-found');
  const given = staffFields.filter((field) => edit[field] !== undefined);
  const edited: KeyDoor = { ...door, ...edit, staffSet: [...new Set([...door.staffSet, ...given])] };
  if (edited.departure <= edited.arrival) return refused('invalid-input');
  const notes = [
    { kind: 'key-changed' as const, doorId, facts: { fields: given.join(' ') } },
    ...(edited.allowProvisioning === door.allowProvisioning
      ? []
      : [{ kind: provisioningNote(edited.allowProvisioning), doorId }]),
  ];
  return changed(replaceDoor(key, edited), context, { notes, codeNeeded: true });
}

export function protectDoor(key: Key, doorId: DoorId, context: EditContext): KeyEdit {
  const door = key.doors.find((each) => each.doorId === doorId);
  if (door === undefined) return refused('not-found');
  return changed(replaceDoor(key, { ...door, protect: true }), context, {
    notes: [{ kind: 'configuration-protected', doorId }],
    codeNeeded: false,
  });
}

export type UnprotectEdit = KeyEdit & {
  /** What the PMS wanted meanwhile. Not null: plan the reservation again (`planReservationChange`), it applies now. */
  readonly wish: PmsWish | null;
};

export function unprotectDoor(key: Key, doorId: DoorId, context: EditContext): UnprotectEdit {
  const door = key.doors.find((each) => each.doorId === doorId);
  if (door === undefined) return { ...refused('not-found'), wish: null };
  const edit = changed(replaceDoor(key, { ...door, protect: false, pmsWish: null }), context, {
    notes: [{ kind: 'configuration-unprotected', doorId }],
    codeNeeded: false,
  });
  return { ...edit, wish: door.pmsWish };
}

/**
 * On a PMS key, what is set as at the stay's own door goes on following the PMS (an extension extends this door too);
 * what differs is staff's. A door that was taken off the key, or a room that the guest has left, may be added again.
 */
export function addDoor(key: Key, doorId: DoorId, settings: DoorSettings, context: EditContext): KeyEdit {
  const present = key.doors.find((each) => each.doorId === doorId);
  if (present !== undefined && isStanding(present)) return refused('invalid-input');
  if (settings.departure <= settings.arrival) return refused('invalid-input');
  const main = key.doors.find((each) => each.origin === 'pms' && each.leavesAt === null);
  const differs = (field: StaffField): boolean =>
    main === undefined || JSON.stringify(settings[field]) !== JSON.stringify(main[field]);
  const door: KeyDoor = {
    doorId,
    origin: present !== undefined && present.leavesAt === null ? present.origin : 'staff',
    ...settings,
    protect: false,
    pmsWish: null,
    staffSet: staffFields.filter(differs),
    revoked: null,
    leavesAt: null,
  };
  const others = key.doors.filter((each) => each.doorId !== doorId);
  return changed({ ...key, doors: [...others, door] }, context, {
    notes: [{ kind: 'key-changed', doorId, facts: { change: 'door-added' } }],
    codeNeeded: true,
  });
}

/**
 * A door that the PMS put on the key is revoked instead of forgotten, so that the next PMS update does not bring it
 * back. The last door of a manual key stays: such a key is revoked as a whole.
 */
export function removeDoor(key: Key, doorId: DoorId, context: EditContext): KeyEdit {
  const door = key.doors.find((each) => each.doorId === doorId);
  if (door === undefined) return refused('not-found');
  if (key.source === 'manual' && key.doors.length === 1) return refused('invalid-input');
  const notes = [{ kind: 'key-changed' as const, doorId, facts: { change: 'door-removed' } }];
  if (door.origin === 'pms') {
    const revoked = { at: context.at, by: context.by };
    return changed(replaceDoor(key, { ...door, revoked }), context, { notes, codeNeeded: false });
  }
  const doors = key.doors.filter((each) => each.doorId !== doorId);
  return changed({ ...key, doors }, context, { notes, codeNeeded: false });
}

function provisioningNote(isAllowed: boolean): 'provisioning-allowed' | 'provisioning-stopped' {
  return isAllowed ? 'provisioning-allowed' : 'provisioning-stopped';
}
