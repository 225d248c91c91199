import type { CardWritingView, KeycardView } from '#api/keycards';
import type { KeyPersonView } from '#api/views';
import type { HeldCard, HeldCredentials } from '../../text/held-cards.ts';
import { cardName, isWorking, standingOf } from '../../text/keycards.ts';

/** What these people open doors with. A lost or blocked card has ended already. */
export function heldBy(people: readonly Pick<KeyPersonView, 'doorcode' | 'keycards'>[]): HeldCredentials {
  return {
    hasCode: people.some(({ doorcode }) => doorcode?.assigned === true),
    cards: people
      .flatMap(({ keycards }) => keycards)
      .filter(({ state }) => state === 'assigned')
      .map(heldCard),
  };
}

/** The cards that a key had before it ended; it takes them back when it is restored and they are free. */
export function cardsOfEnded(people: readonly Pick<KeyPersonView, 'keycards'>[]): readonly HeldCard[] {
  return people
    .flatMap(({ keycards }) => keycards)
    .filter(({ keycardId, state }) => keycardId !== null && state === null)
    .map(heldCard);
}

/** A card in the person's hand opens what the key opens. */
export function worksByCard({ keycards }: Pick<KeyPersonView, 'keycards'>): boolean {
  return keycards.some((keycard) => keycard.kind === 'usual' && isWorking(standingOf(keycard)));
}

function heldCard(keycard: KeycardView): HeldCard {
  const { writing, kind } = keycard;
  return { name: cardName(keycard), kind, writtenFor: writing !== null && mayBeOnCard(writing) ? writing.doors : [] };
}

/** Ended in the records, it is on the card all the same, unless the card itself was emptied or says something else. */
function mayBeOnCard({ state, why }: CardWritingView): boolean {
  return state !== 'void' || !gone.has(why);
}

const gone: ReadonlySet<string | null> = new Set(['wiped', 'rewritten', 'not-written']);
