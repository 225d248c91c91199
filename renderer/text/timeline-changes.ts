import type { TimelineView } from '#api/views';
import type { LocalDateTime } from '#domain/time/time';
import { doorcodeTexts } from './doorcode.ts';
import { periodText } from './format.ts';
import { joined, sentences } from './language.ts';
import { connectionName } from './pms.ts';

type Facts = TimelineView['facts'];
type Sentence = (facts: Facts, door: string | null) => string;

const changes: Readonly<Record<string, Sentence>> = {
  'doorcode-policy': ({ policy }) =>
    policy === undefined ? 'Doorcode allocation changed' : `Doorcode allocation set to ${policyName(policy)}`,
  'doorcode-regenerated': () => 'New doorcode requested',
  'doorcode-removed': () => 'Doorcode switched off',
  'keycard-policy': ({ policy }) =>
    policy === undefined ? 'Keycard allocation changed' : `Keycard allocation set to ${policyName(policy)}`,
  'keycard-added': () => 'Keycard requested',
  'keycard-replaced': () => 'Keycard replaced',
  'keycard-removed': () => 'Keycard taken off the key',
  'door-added': (_, door) => `${door ?? 'The door'} added to the key`,
  'door-removed': (_, door) => `${door ?? 'The door'} taken off the key`,
  'room-left': (_, door) => `The guest moves out of ${door ?? 'the room'}; it opens until the grace period ends`,
  'person-added': () => 'Another person added to the key',
  'person-removed': () => 'Person taken off the key',
  'stay-changed': (facts) => {
    const period = periodOf(facts);
    return period === null ? 'Stay changed' : `Stay changed at every door: ${period}`;
  },
  'check-out-undone': () => 'Check-out undone',
  undone: ({ act }) => undone[act ?? ''] ?? 'Undone: the last change',
};

const fieldNames: Readonly<Record<string, string>> = {
  arrival: 'arrival',
  departure: 'departure',
  weekdays: 'days of the week',
  hours: 'hours of the day',
  allowProvisioning: 'Allow Provisioning',
  allowLinkedDoors: 'Allow Linked Doors Access',
};

const statuses: Readonly<Record<string, string>> = {
  upcoming: 'Upcoming',
  current: 'Current',
  past: 'Past',
  revoked: 'Revoked',
};

/** What exactly changed on a key, at one of its doors, or in the settings. */
export const timelineChangeTexts = sentences('timeline-changes', {
  changes,
  fields: (door: string | null, fields: readonly string[]) =>
    door === null ? `Key changed: ${joined(fields)}` : `Access changed at ${door}: ${joined(fields)}`,
  period: (door: string | null, period: string) =>
    door === null ? `Key changed: ${period}` : `Access changed at ${door}: ${period}`,
  periodAndKept: (door: string | null, period: string, kept: readonly string[]) =>
    door === null
      ? `Key changed: ${period}, kept as staff set: ${joined(kept)}`
      : `Access changed at ${door}: ${period}, kept as staff set: ${joined(kept)}`,
  changed: (door: string | null) => (door === null ? 'Key changed' : `Access changed at ${door}`),
  fieldNames,
  statuses,
  linkedDoors: (door: string | null) => (door === null ? 'Linked doors changed' : `Linked doors of ${door} changed`),
  pmsDisconnected: (connection: string | null) => `${connection ?? 'PMS'} disconnected`,
  property: 'Settings of the property changed',
  settings: (door: string | null) => (door === null ? 'Settings changed' : `Settings of ${door} changed`),
});

/** What Undo took back. */
const undone: Readonly<Record<string, string>> = {
  'edit-door': 'Undone: Edit door',
  'add-doors': 'Undone: doors added',
  'remove-door': 'Undone: door taken off',
  revoke: 'Undone: revocation',
  restore: 'Undone: restoration',
  policy: 'Undone: doorcode allocation',
  stay: 'Undone: change of the stay',
  'move-room': 'Undone: room move',
  'remove-person': 'Undone: person taken off',
  keycard: 'Undone: change of the keycard',
};

export function keyChange(facts: Facts, door: string | null): string {
  const known = timelineChangeTexts.changes[facts['change'] ?? ''];
  if (known !== undefined) return known(facts, door);
  const { fields, kept } = facts;
  if (fields !== undefined && fields !== '')
    return timelineChangeTexts.fields(door, fields.split(/[ ,]+/).map(fieldName));
  const period = periodOf(facts);
  if (period === null) return timelineChangeTexts.changed(door);
  return kept === undefined
    ? timelineChangeTexts.period(door, period)
    : timelineChangeTexts.periodAndKept(door, period, kept.split(' ').map(fieldName));
}

export function settingsChange(facts: Facts, door: string | null): string {
  const { what } = facts;
  if (what === 'linked-doors') return timelineChangeTexts.linkedDoors(door);
  if (what === 'pms-disconnected') return timelineChangeTexts.pmsDisconnected(connectionName(facts));
  return what === 'property' ? timelineChangeTexts.property : timelineChangeTexts.settings(door);
}

/** `Random` of `random`. */
export function policyName(policy: string): string {
  const known: Readonly<Partial<Record<string, { readonly label: string }>>> = doorcodeTexts.policies;
  return known[policy]?.label ?? policy;
}

export function statusName(status: string): string {
  return timelineChangeTexts.statuses[status] ?? status;
}

function periodOf({ arrival, departure }: Facts): string | null {
  if (arrival === undefined || departure === undefined) return null;
  return periodText(arrival as LocalDateTime, departure as LocalDateTime);
}

function fieldName(field: string): string {
  return timelineChangeTexts.fieldNames[field] ?? field;
}
