import type { TimelineView } from '#api/views';
import type { TimelineKind } from '#domain/key/timeline';
import { sentences } from './language.ts';
import { connectionName } from './pms.ts';
import { policyName, statusName } from './timeline-changes.ts';

type Facts = TimelineView['facts'];
/** @param door One or several, by name; null: none is known. */
type Sentence = (facts: Facts, door: string | null) => string;
/** What changed has sentences of its own. */
type ChangeKind = 'key-changed' | 'settings-changed';

/**
 * One sentence for each kind of thing that happens, without a full stop. Facts come as text and may be missing in entries
 * of an older release: each sentence reads well without them.
 */
export const timelineSentences = sentences('timeline', {
  'key-created': ({ number }) => (number === undefined ? 'Key made' : `Key made from reservation ${number}`),
  'key-revoked': ({ reason }) => {
    if (reason === 'cancelled') return 'Key revoked: the reservation was cancelled';
    if (reason === 'no-show') return 'Key revoked: the guest did not arrive (no-show)';
    return reason === 'deleted' ? 'Key revoked: the reservation was deleted in the PMS' : 'Key revoked';
  },
  'key-restored': () => 'Key restored',
  'door-revoked': (_, door) => `Access revoked at ${door ?? 'the door'}`,
  'door-restored': (_, door) => `Access restored at ${door ?? 'the door'}`,
  'status-changed': ({ to }) => (to === undefined ? 'Status changed' : `Status is now ${statusName(to)}`),
  'checked-in': () => 'Checked in',
  'check-in-undone': () => 'Check-in undone',
  'checked-out': () => 'Checked out',
  'reservation-cancelled': () => 'Reservation cancelled',
  'reservation-reinstated': () => 'Reservation reinstated',
  'reservation-no-show': () => 'Marked as no-show',
  'room-moved': ({ from, to }) => {
    if (from === undefined) return to === undefined ? 'Room moved' : `Room moved to ${to}`;
    return to === undefined ? `Room moved from ${from}` : `Room moved from ${from} to ${to}`;
  },
  'doorcode-assigned': ({ policy }) =>
    policy === undefined ? 'Doorcode assigned' : `Doorcode assigned (${policyName(policy)})`,
  'doorcode-unassigned': ({ reason }) => doorcodeUnassigned[reason ?? ''] ?? 'No Doorcode Assigned',
  'doorcode-shown': () => 'Doorcode shown on the screen',
  'keycard-assigned': ({ number, policy }) =>
    policy === undefined ? `${keycard(number)} assigned` : `${keycard(number)} assigned (${policyName(policy)})`,
  'keycard-unassigned': ({ reason }) => keycardUnassigned[reason ?? ''] ?? 'No Keycard Assigned',
  'keycard-returned': ({ number }) => `${keycard(number)} is back in stock`,
  'keycard-state': ({ number, state }) => {
    if (state === 'available') return `${keycard(number)} is available again`;
    if (state === 'assigned') return `${keycard(number)} was found, and is assigned again`;
    if (state === 'lost') return `${keycard(number)} is lost`;
    if (state === 'blocked') return `${keycard(number)} is blocked`;
    return state === 'worn-out' ? `${keycard(number)} is worn out` : `${keycard(number)} was changed`;
  },
  'keycard-added': ({ number }) => `${keycard(number)} added to stock`,
  'keycard-renamed': ({ number }) => `${keycard(number)} renamed`,
  'keycards-imported': ({ added, completed }) => {
    const hasUids = Number(completed ?? 0) > 0;
    if (added === undefined) return hasUids ? `Keycards imported, UIDs added: ${completed}` : 'Keycards imported';
    return hasUids ? `Keycards imported: ${added}, UIDs added: ${completed}` : `Keycards imported: ${added}`;
  },
  'card-encoded': (facts) => `${card(facts)} encoded`,
  'card-failed': (facts) => `Encoding failed, nothing valid is on it: ${card(facts)}`,
  'card-not-finished': (facts) => `${card(facts)} not finished: it must be put on the encoder`,
  'card-wiped': (facts) => `${card(facts)} wiped`,
  'card-given-up': (facts) => `${card(facts)} given up: it is not finished and cannot be found`,
  'card-set-ended': (facts) => `${card(facts)} no longer opens anything: its card key set was ended`,
  'provisioning-allowed': (_, door) => (door === null ? 'Provisioning allowed' : `Provisioning allowed at ${door}`),
  'provisioning-stopped': (_, door) => (door === null ? 'Provisioning stopped' : `Provisioning stopped at ${door}`),
  'configuration-protected': (_, door) =>
    door === null ? 'Configuration protected' : `Configuration protected at ${door}`,
  'configuration-unprotected': (_, door) =>
    door === null ? 'Configuration no longer protected' : `Configuration no longer protected at ${door}`,
  'pms-change-withheld': ({ wish }, door) => {
    const at = door ?? 'the door';
    if (wish === 'change') return `PMS change of dates or room kept off ${at}: its configuration is protected`;
    if (wish === 'cancel') return `Cancellation by the PMS kept off ${at}: its configuration is protected`;
    if (wish === 'no-show') return `No-show from the PMS kept off ${at}: its configuration is protected`;
    if (wish === 'delete') return `Deletion in the PMS kept off ${at}: its configuration is protected`;
    if (wish === 'check-out') return `Check-out in the PMS kept off ${at}: its configuration is protected`;
    return `PMS change kept off ${at}: its configuration is protected`;
  },
  're-provision-asked': (_, door) => (door === null ? 'Re-provision requested' : `Re-provision requested at ${door}`),
  'given-up': (_, door) =>
    door === null ? 'Given up: Portal does not try again' : `Given up at ${door}: Portal does not try again`,
  written: ({ credential }, door) =>
    credential === 'card'
      ? `Keycard written and read back: ${door ?? 'the door'}`
      : `Doorcode written and read back: ${door ?? 'the door'}`,
  'write-failed': ({ attempt }, door) =>
    attempt === undefined
      ? `Write to ${door ?? 'the door'} failed`
      : `Write to ${door ?? 'the door'} failed, attempt ${attempt}`,
  removed: ({ credential }, door) =>
    credential === 'card'
      ? `Keycard removed and read back: ${door ?? 'the door'}`
      : `Doorcode removed and read back: ${door ?? 'the door'}`,
  'remove-failed': ({ attempt }, door) =>
    attempt === undefined
      ? `Removal at ${door ?? 'the door'} failed`
      : `Removal at ${door ?? 'the door'} failed, attempt ${attempt}`,
  suspended: (_, door) => `Stopped trying at ${door ?? 'the door'}: the lock refused`,
  'lock-online': (_, door) => `Lock ${door ?? 'of a door'} is online`,
  'lock-offline': (_, door) => `Lock ${door ?? 'of a door'} went offline`,
  'lock-differs': ({ missing, strangers }, door) => {
    const lock = `Lock ${door ?? 'of a door'} did not hold what it should`;
    if (Number(missing ?? 0) > 0 && Number(strangers ?? 0) > 0)
      return `${lock}: ${missing} missing, ${strangers} not from Portal`;
    if (Number(missing ?? 0) > 0) return `${lock}: ${missing} missing`;
    return Number(strangers ?? 0) > 0 ? `${lock}: ${strangers} not from Portal` : lock;
  },
  opened: (_, door) => `Opened ${door ?? 'the door'}`,
  'refused-at-door': (_, door) => `Refused at ${door ?? 'the door'}`,
  'door-mapped': ({ room, how }, door) => {
    const rooms = room === undefined || room === '' ? 'no room' : `room ${room}`;
    return how === 'by-name'
      ? `${door ?? 'The door'} is mapped to ${rooms}, found by its name`
      : `${door ?? 'The door'} is mapped to ${rooms}`;
  },
  'lock-added': (_, door) => (door === null ? 'Lock added' : `Lock added at ${door}`),
  'pms-connected': (facts) => `Connected to ${connectionName(facts) ?? 'the PMS'}`,
  'pms-broken': (facts) => `Connection to ${connectionName(facts) ?? 'the PMS'} broken`,
  'pms-recovered': (facts) => `Connection to ${connectionName(facts) ?? 'the PMS'} works again`,
  'endings-let-through': ({ count }) =>
    count === undefined ? 'Held endings let through' : `Access of held keys ended: ${count}`,
  'signed-in': () => 'Signed in',
  'sign-in-refused': ({ from }) => (from === undefined ? 'Sign-in refused' : `Sign-in refused, requested from ${from}`),
} satisfies Record<Exclude<TimelineKind, ChangeKind>, Sentence>);

/** Why, and never who holds the code. */
const doorcodeUnassigned: Readonly<Record<string, string>> = {
  'not-yet-due': 'No Doorcode Assigned: this property draws doorcodes at check-in, and the guest is not checked in yet',
  'held-by-another-key':
    'No Doorcode Assigned: another key uses the requested code on one of these doors during the same time',
  'reserved-by-strict': 'No Doorcode Assigned: another key has reserved the requested code for the whole property',
  'too-weak': 'No Doorcode Assigned: the requested code is too easy to guess, such as 1234, 1111 or a date of the stay',
  'not-accepted-by-lock': 'No Doorcode Assigned: the lock on one of these doors does not accept the requested code',
  'computed-by-lock': 'No Doorcode Assigned: the lock on one of these doors makes its own codes',
  'no-code-left': 'No Doorcode Assigned: every code that the property’s rule allows is already taken on these doors',
  'type-disabled': 'No Doorcode Assigned: doorcodes are switched off in Customization',
};

const keycardUnassigned: Readonly<Record<string, string>> = {
  'held-by-another-key': 'No Keycard Assigned: the requested keycard is assigned to another key',
  'not-in-use': 'No Keycard Assigned: the requested keycard is lost, blocked or worn out',
  'no-card-left': 'No Keycard Assigned: no keycard in stock is free',
};

function keycard(number: string | undefined): string {
  return number === undefined ? 'Keycard' : `Keycard ${number}`;
}

/** "Keycard 12 (…580)"; a card that is not in the stock has no number. */
function card({ kind, number, card: end }: Facts): string {
  const name = kind === 'one-shot' ? 'One-shot keycard' : 'Keycard';
  if (!number) return end ? `${name} …${end}` : name;
  return end ? `${name} ${number} (…${end})` : `${name} ${number}`;
}
