import type { PersonId } from '#domain/ids';
import { changed, refused, type EditContext, type KeyEdit } from './key-edit.ts';
import type { Key } from './key.ts';

/**
 * Takes a person off a key with the credentials they hold there. Refused for the last one: a key that nobody may use is
 * revoked as a whole. A guest of the stay stays off when the PMS tells more of it (`peopleOf`).
 */
export function removePerson(key: Key, personId: PersonId, context: EditContext): KeyEdit {
  const people = key.people.filter((each) => each.personId !== personId);
  if (people.length === key.people.length) return refused('not-found');
  if (people.length === 0) return refused('invalid-input');
  return changed({ ...key, people }, context, {
    notes: [{ kind: 'key-changed', facts: { change: 'person-removed', person: personId } }],
    codeNeeded: false,
  });
}
