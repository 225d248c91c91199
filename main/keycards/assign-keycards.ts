import type { KeycardChoicesInput, RemoveKeycardInput, SetKeycardInput } from '#api/keycard-inputs';
import type { KeycardChoice } from '#api/keycards';
import type { EditDone } from '#api/key-making';
import { AppError } from '#domain/failure';
import type { Actor, Key, KeycardCredential } from '#domain/key/key';
import type { Keycard } from '#domain/cards/keycard';
import { removeKeycard, setKeycard } from '#domain/cards/keycard-edits';
import type { Base } from '#main/base';
import { editKey } from '#main/settling/edit-key';
import type { View } from '#main/storage/store';
import { uidEnd } from './keycard-views.ts';
import { matchingCards } from './list-keycards.ts';
import { isFree, stockCard } from '#main/settling/reserved-cards';

const shownChoices = 200;

/** The card that is assigned first, then the unused ones by number. */
export async function keycardChoices(
  view: View,
  { keyId, credentialId, text }: KeycardChoicesInput,
): Promise<readonly KeycardChoice[]> {
  const key = keyId === null ? null : await view.get('keys', keyId);
  const currentId = credentialOf(key, credentialId)?.keycardId ?? null;
  const current = currentId === null ? null : await view.get('keycards', currentId);
  const choices = current === null ? [] : [choiceOf(current, true)];
  for (const id of await matchingCards(view, { state: 'available', text })) {
    if (choices.length >= shownChoices) break;
    const found = id === currentId ? null : await stockCard(view, id, key);
    if (found !== null && isFree(found, key, credentialId)) choices.push(choiceOf(found.card, false));
  }
  return choices;
}

/** All or nothing: a card that somebody else took meanwhile leaves the person the one they have. */
export async function assignKeycard(base: Base, input: SetKeycardInput, by: Actor): Promise<EditDone> {
  const { keyId, version, personId, credentialId, policy, keycardId: chosen } = input;
  return editKey(base, {
    keyId,
    version,
    by,
    undoable: 'keycard',
    async edit(key, context, transaction) {
      const present = credentialOf(key, credentialId)?.keycardId ?? null;
      const card = present === null ? null : await transaction.get('keycards', present);
      const newId = (): string => base.random.id();
      const isUsable = card?.state === 'assigned';
      return setKeycard(key, { personId, credentialId, policy, kind: 'usual', chosen, isUsable, newId }, context);
    },
    async also(_transaction, settled, before) {
      const hadCard = credentialOf(before, credentialId)?.keycardId != null;
      const has = settled.people.flatMap(({ keycards }) => keycards).some(({ keycardId }) => keycardId === chosen);
      if (chosen !== null && (hadCard || policy === 'random') && !has) {
        throw new AppError('keycard-not-available', 'assigning a keycard');
      }
    },
  });
}

/** The card goes back to the stock. */
export async function takeKeycardBack(base: Base, input: RemoveKeycardInput, by: Actor): Promise<EditDone> {
  const { keyId, version, ...which } = input;
  return editKey(base, {
    keyId,
    version,
    by,
    undoable: 'keycard',
    edit: (key, context) => removeKeycard(key, which, context),
  });
}

function credentialOf(key: Key | null, credentialId: string | null): KeycardCredential | null {
  const all = key?.people.flatMap(({ keycards }) => keycards) ?? [];
  return all.find((each) => each.credentialId === credentialId) ?? null;
}

function choiceOf({ id, number, name, uid }: Keycard, isCurrent: boolean): KeycardChoice {
  return { id, number, name, uidEnd: uidEnd(uid), isCurrent };
}
