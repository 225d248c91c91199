import type { DoorcodePreview } from '#api/key-making';
import { unassignedTexts } from './doorcode.ts';
import { dayText } from './format.ts';
import { plural, sentences } from './language.ts';

/** Somebody who is to be on a key, and the credentials that they get. */
export const peopleTexts = sentences('people', {
  addPerson: 'Add a person',
  addPersonHint: 'Type a name: someone Portal knows, or someone new.',
  searching: 'Searching…',
  newPerson: (name: string) => `New person: ${name}`,
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
  notYet: 'Not available in this version yet',
  policyOf: (name: string) => `Assignment type for ${name}`,
  opensNothing: (name: string) => `Without a doorcode or a keycard ${name} opens nothing.`,
  keycardOf: (name: string) => `Keycard for ${name}`,
  cardPolicyOf: (name: string) => `Assignment type of the keycard for ${name}`,
});

/** One or several doors to choose. */
export const doorChoiceTexts = sentences('door-choice', {
  addDoor: 'Add Door',
  hint: 'Type a room or a floor; choose as many as you like.',
  allRooms: (count: number) => `All rooms (${count})`,
  floor: (floor: string, count: number) => `Floor ${floor}, all rooms (${count})`,
  ofType: (type: string, count: number) => `${type}: all (${count})`,
  severalAtOnce: 'Several at once',
  noSuchDoor: 'No such door',
});

export const previewTexts = sentences('doorcode-preview', {
  free: (doors: number) => plural(doors, { one: 'Free at this door', other: `Free at all ${doors} doors` }),
  reserved: (owner: string) => `Reserved for the whole property by ${owner}`,
  reservedUntil: (owner: string, until: string) => `Reserved for the whole property by ${owner} until ${until}`,
  held: (owner: string) => `Held by ${owner}`,
  heldUntil: (owner: string, until: string) => `Held by ${owner} until ${until}`,
  heldAt: (owner: string, door: string) => `Held by ${owner} at ${door}`,
  heldUntilAt: (owner: string, until: string, door: string) => `Held by ${owner} until ${until} at ${door}`,
});

/** "Free at all 3 doors", "Held by Jonas Weber until 25 Nov at 204". */
export function previewText(preview: DoorcodePreview): string {
  if (preview.outcome === 'free') return previewTexts.free(preview.doors);
  const { heldBy, reason } = preview;
  if (heldBy === null) return unassignedTexts[reason].why;
  const { owner, doorName } = heldBy;
  const until = heldBy.until === null ? null : dayText(heldBy.until);
  if (reason === 'reserved-by-strict')
    return until === null ? previewTexts.reserved(owner) : previewTexts.reservedUntil(owner, until);
  if (doorName === null) return until === null ? previewTexts.held(owner) : previewTexts.heldUntil(owner, until);
  return until === null ? previewTexts.heldAt(owner, doorName) : previewTexts.heldUntilAt(owner, until, doorName);
}
