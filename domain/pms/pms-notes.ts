import { unreachable } from '#domain/failure';
import type { Key } from '#domain/key/key';
import type { ReservationChange } from './reservation-change.ts';
import type { StayState } from '#domain/stay/reservation';
import type { TimelineNote } from '#domain/key/timeline';

/** What the plan says in the key's timeline: first what the PMS did, then what it meant for the key. */
export function notesOf(change: ReservationChange, key: Key | null): readonly TimelineNote[] {
  if (key === null) return [];
  const notes = [...stayNotes(change), ...keyNotes(change, key)];
  return notes.map((note) => ({ keyId: key.id, reservationId: change.after.id, ...note }));
}

function stayNotes({ before, after }: ReservationChange): readonly TimelineNote[] {
  if (before === null) return [];
  const moved: readonly TimelineNote[] =
    before.spaceId === after.spaceId
      ? []
      : [{ kind: 'room-moved', facts: { from: before.spaceName ?? '', to: after.spaceName ?? '' } }];
  return before.state === after.state ? moved : [...stateNotes(before.state, after.state), ...moved];
}

function stateNotes(before: StayState, after: StayState): readonly TimelineNote[] {
  const wasEnded = before === 'cancelled' || before === 'no-show' || before === 'deleted';
  const back: readonly TimelineNote[] = wasEnded ? [{ kind: 'reservation-reinstated' }] : [];
  switch (after) {
    case 'tentative':
    case 'cancelled':
      return [{ kind: 'reservation-cancelled', facts: { state: after } }];
    case 'deleted':
      return [{ kind: 'reservation-cancelled', facts: { state: after } }];
    case 'no-show':
      return [{ kind: 'reservation-no-show' }];
    case 'departed':
      return [{ kind: 'checked-out' }];
    case 'in-house':
      return before === 'departed'
        ? [{ kind: 'key-changed', facts: { change: 'check-out-undone' } }]
        : [...back, { kind: 'checked-in' }];
    case 'expected':
      return before === 'in-house' || before === 'departed' ? [{ kind: 'check-in-undone' }] : back;
    default:
      return unreachable(after);
  }
}

function keyNotes({ key: present, after }: ReservationChange, key: Key): readonly TimelineNote[] {
  if (present === null) return [{ kind: 'key-created', facts: { source: 'pms', number: after.number } }];
  if (present === key) return [];
  const revoked: readonly TimelineNote[] =
    present.revoked === null && key.revoked !== null
      ? [{ kind: 'key-revoked', facts: { reason: key.revoked.reason } }]
      : [];
  const restored: readonly TimelineNote[] =
    present.revoked !== null && key.revoked === null ? [{ kind: 'key-restored' }] : [];
  return [...revoked, ...restored, ...doorNotes(present, key, after.state === 'departed')];
}

/** @param isCheckOut All doors close with the check-out, which has its own line. */
function doorNotes(present: Key, key: Key, isCheckOut: boolean): readonly TimelineNote[] {
  const gone: readonly TimelineNote[] = present.doors
    .filter(({ doorId }) => !key.doors.some((door) => door.doorId === doorId))
    .map(({ doorId }) => ({ kind: 'key-changed', doorId, facts: { change: 'door-removed' } }));
  const others = key.doors.flatMap((door): readonly TimelineNote[] => {
    const { doorId } = door;
    const known = present.doors.find((each) => each.doorId === doorId);
    if (known === undefined) return [{ kind: 'key-changed', doorId, facts: { change: 'door-added' } }];
    const notes: TimelineNote[] = [];
    if (known.arrival !== door.arrival || known.departure !== door.departure) {
      const kept = door.staffSet.length === 0 ? {} : { kept: door.staffSet.join(' ') };
      notes.push({ kind: 'key-changed', doorId, facts: { arrival: door.arrival, departure: door.departure, ...kept } });
    }
    if (known.allowProvisioning !== door.allowProvisioning) {
      notes.push({ kind: door.allowProvisioning ? 'provisioning-allowed' : 'provisioning-stopped', doorId });
    }
    if (known.leavesAt !== door.leavesAt && door.leavesAt !== null && !isCheckOut) {
      notes.push({ kind: 'key-changed', doorId, facts: { change: 'room-left', leavesAt: door.leavesAt } });
    }
    if (known.revoked === null && door.revoked !== null) notes.push({ kind: 'door-revoked', doorId });
    if (known.revoked !== null && door.revoked === null) notes.push({ kind: 'door-restored', doorId });
    if (door.pmsWish !== null && known.pmsWish !== door.pmsWish) {
      notes.push({ kind: 'pms-change-withheld', doorId, facts: { wish: door.pmsWish.wish } });
    }
    return notes;
  });
  return [...gone, ...others];
}
