import type { KeyHolderInput } from '#api/key-inputs';
import type { PersonHit } from '#api/key-making';
import { AppError } from '#domain/failure';
import { foldedWords, namedWords } from '#domain/text/folded-words';
import type { PersonId } from '#domain/ids';
import type { NewKeyPerson } from '#domain/acts/manual-key';
import type { Person } from '#domain/stay/person';
import type { Base } from '#main/base';
import { beginsWith } from '#main/storage/match';
import type { Transaction, View } from '#main/storage/store';

const shown = 12;
/** At most this many people of one word are compared with the other words. */
const compared = 2_000;

/** The person that staff chose, or a new one, stored in the transaction of the key. */
export async function holderOf(
  transaction: Transaction,
  base: Base,
  { person: chosen, doorcode, keycard }: KeyHolderInput,
): Promise<NewKeyPerson> {
  const person = 'personId' in chosen ? await transaction.get('people', chosen.personId) : newPerson(base, chosen);
  if (person === null) throw new AppError('not-found', 'choosing a person for a key');
  if (!('personId' in chosen)) await transaction.put('people', person);
  const { id: personId, firstName, lastName } = person;
  const wish =
    doorcode === null ? null : { policy: doorcode.policy, asked: doorcode.policy === 'random' ? null : doorcode.code };
  const card =
    keycard === null ? null : { policy: keycard.policy, asked: keycard.policy === 'random' ? null : keycard.keycardId };
  return { personId, firstName, lastName, doorcode: wish, keycard: card };
}

function newPerson(base: Base, typed: Exclude<KeyHolderInput['person'], { readonly personId: PersonId }>): Person {
  return {
    id: base.random.id() as PersonId,
    ...typed,
    emailIsRelay: false,
    language: null,
    pmsId: null,
    updatedAt: base.clock.now(),
  };
}

/** People whose names have words that begin with every word of the text, whatever the accents; in order of their names. */
export async function findPeople(view: View, text: string): Promise<readonly PersonHit[]> {
  const [longest, ...others] = foldedWords(text).toSorted((one, other) => other.length - one.length);
  if (longest === undefined) return [];
  const found = await view.find('people', 'word', beginsWith(longest), { limit: compared });
  const isMeant = ({ firstName, lastName }: Person): boolean => {
    const words = namedWords(`${firstName} ${lastName}`);
    return others.every((other) => words.some((word) => word.startsWith(other)));
  };
  const unique = new Map(found.filter((person) => isMeant(person)).map((person) => [person.id, person]));
  return [...unique.values()]
    .slice(0, shown)
    .map(({ id, kind, firstName, lastName, email, phone }) => ({ id, kind, firstName, lastName, email, phone }));
}
