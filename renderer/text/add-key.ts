import type { DoorcodePreview } from '#api/key-making';
import { dayText } from '../format.ts';
import { unassignedTexts } from './doorcode.ts';

/** Words of Add Key, of what is added to a key later, and of a doorcode that is looked at before it is asked for. */
export const addKeyText = {
  title: 'Add Key',
  trail: 'Where this page is',
  loading: 'Loading doors…',
  people: 'People',
  addPerson: 'Add a person',
  addPersonHint: 'Type a name: somebody Portal knows, or somebody new.',
  searching: 'Searching…',
  newPerson: (name: string) => `New person: ${name}`,
  noPerson: 'Add at least one person.',
  kinds: { guest: 'Guest', staff: 'Staff' },
  kind: 'Guest or staff',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email',
  phone: 'Phone',
  noName: 'Enter a first or a last name.',
  badEmail: 'Enter an email address such as rita@example.com.',
  badPhone: 'Enter a phone number such as +351 912 345 678.',
  known: 'Known to Portal',
  unnamed: 'New person',
  remove: (name: string) => `Remove ${name}`,
  smartKey: 'SmartKey',
  keycard: 'Keycard',
  doorcode: 'Doorcode',
  doorcodeOf: (name: string) => `Doorcode for ${name}`,
  notYet: 'Not in this version yet',
  policyOf: (name: string) => `Assignment type for ${name}`,
  opensNothing: (name: string) => `Without a doorcode or a keycard ${name} opens nothing.`,
  keycardOf: (name: string) => `Keycard for ${name}`,
  cardPolicyOf: (name: string) => `Assignment type of the keycard for ${name}`,
  doors: 'Doors and access',
  addDoor: 'Add Door',
  anotherAccess: 'Add Door with other access',
  doorHint: 'Type a room or a floor; choose as many as you like.',
  noDoor: 'Add at least one door.',
  allRooms: (count: number) => `All rooms (${count})`,
  floor: (floor: string, count: number) => `Floor ${floor}, all rooms (${count})`,
  ofType: (type: string, count: number) => `${type}: all (${count})`,
  severalAtOnce: 'Several at once',
  noSuchDoor: 'No such door',
  removeAccess: 'Remove these doors',
  accessOf: (number: number) => `Access ${number}`,
  summary: 'What this key does',
  nothingYet: 'Add a person and a door: what the key will do is said here.',
  create: 'Create Key',
  createAnyway: 'Create without that doorcode',
  notAvailable: (names: string) =>
    `The doorcode for ${names} is not available. The key will be made with No Doorcode Assigned: no code opens its doors for ${names} until another is chosen.`,
  template: 'Template',
  chooseTemplate: 'Use a template',
  saveTemplate: 'Save as template',
  templateName: 'Name of the template',
  templateHint: 'Keeps the doors and access rules of the first block, without people and dates.',
  templateSaved: 'Template saved.',
  removeTemplate: 'Remove a template',
  removeTemplateTitle: (name: string) => `Remove the template ${name}?`,
  removeTemplateConsequence:
    'Nobody can use it for a new key any more. Keys that were made with it stay as they are. This cannot be undone.',
  removeTemplateConfirm: 'Remove template',
  over: 'This time is over already.',
} as const;

/** "Free at all 3 doors", "Held by Jonas Weber until 25 Nov at 204". */
export function previewText(preview: DoorcodePreview): string {
  if (preview.outcome === 'free')
    return preview.doors === 1 ? 'Free at this door' : `Free at all ${preview.doors} doors`;
  const { heldBy, reason } = preview;
  if (heldBy === null) return unassignedTexts[reason].why;
  const until = heldBy.until === null ? '' : ` until ${dayText(heldBy.until)}`;
  if (reason === 'reserved-by-strict') return `Reserved for the whole property by ${heldBy.owner}${until}`;
  return `Held by ${heldBy.owner}${until}${heldBy.doorName === null ? '' : ` at ${heldBy.doorName}`}`;
}
