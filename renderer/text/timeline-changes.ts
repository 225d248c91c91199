import type { LocalDateTime } from '#domain/time/time';
import type { TimelineView } from '#api/views';
import { endText, localText } from '../format.ts';
import { capital } from './capital.ts';
import { joined } from './doorcode.ts';

type Facts = TimelineView['facts'];

/** What exactly changed on a key, or at one of its doors. */
export function keyChange(facts: Facts, door: string): string {
  const known = facts['change'] === undefined ? undefined : changes[facts['change']];
  if (known !== undefined) return known(facts, door === '' ? 'the door' : door);
  const where = door === '' ? 'Key changed' : `Access changed at ${door}`;
  const fields = facts['fields'];
  if (fields !== undefined && fields !== '') return `${where}: ${joined(fields.split(/[ ,]+/).map(fieldName))}`;
  const { arrival, departure, kept } = facts;
  if (arrival === undefined || departure === undefined) return where;
  const period = `${localText(arrival as LocalDateTime)} → ${localText(departure as LocalDateTime)}`;
  return `${where}: ${period}${kept === undefined ? '' : `, kept as staff set: ${joined(kept.split(' ').map(fieldName))}`}`;
}

/** Which settings changed. */
export function settingsChange(what: string | undefined, door: string): string {
  if (what === 'linked-doors') return `Linked doors of ${door === '' ? 'a door' : door} changed`;
  if (what === 'pms-disconnected') return 'PMS disconnected';
  if (what === 'property') return 'Settings of the property changed';
  return door === '' ? 'Settings changed' : `Settings of ${door} changed`;
}

const changes: Readonly<Record<string, (facts: Facts, door: string) => string>> = {
  'doorcode-policy': (facts) => `Doorcode allocation set to ${capital(facts['policy'] ?? 'another policy')}`,
  'doorcode-regenerated': () => 'New doorcode asked for',
  'doorcode-removed': () => 'Doorcode switched off',
  'keycard-policy': (facts) => `Keycard allocation set to ${capital(facts['policy'] ?? 'another policy')}`,
  'keycard-added': () => 'Keycard asked for',
  'keycard-replaced': () => 'Keycard replaced',
  'keycard-removed': () => 'Keycard taken off the key',
  'door-added': (_, door) => `${door} added to the key`,
  'door-removed': (_, door) => `${door} taken off the key`,
  'room-left': (_, door) => `The guest moves out of ${door}; it opens until the grace period ends`,
  'person-added': () => 'Another person added to the key',
  'person-removed': () => 'Person taken off the key',
  'stay-changed': ({ arrival, departure }) =>
    arrival === undefined || departure === undefined
      ? 'Stay changed'
      : `Stay changed at every door: ${localText(arrival as LocalDateTime)} → ${endText(departure as LocalDateTime)}`,
  undone: ({ act }) => `Undone: ${undoneActs[act ?? ''] ?? 'the last change'}`,
  'check-out-undone': () => 'Check-out undone',
};

const undoneActs: Readonly<Record<string, string>> = {
  'edit-door': 'Edit door',
  'add-doors': 'doors added',
  'remove-door': 'door taken off',
  revoke: 'revocation',
  restore: 'restoration',
  policy: 'doorcode allocation',
  stay: 'change of the stay',
  'move-room': 'room move',
  'remove-person': 'person taken off',
  keycard: 'change of the keycard',
};

function fieldName(field: string): string {
  return fieldNames[field] ?? field;
}

const fieldNames: Readonly<Record<string, string>> = {
  arrival: 'arrival',
  departure: 'departure',
  weekdays: 'days of the week',
  hours: 'hours of the day',
  allowProvisioning: 'Allow Provisioning',
  allowLinkedDoors: 'Allow Linked Doors Access',
};
