import { keptOffline, type HeldCard, type HeldCredentials } from './card-ends.ts';
import { joined } from './doorcode.ts';

/** What becomes of keycards where a key goes on with other doors or times: nothing on a card changes by itself. */

/** `, with the same doorcode and card`; nothing where nothing is held. */
export function keptText({ hasCode, cards }: HeldCredentials): string {
  const card = cards.length === 1 ? 'card' : 'cards';
  if (cards.length === 0) return hasCode ? ', with the same doorcode' : '';
  return `, with the same ${hasCode ? `doorcode and ${card}` : card}`;
}

/** `Card 12 must be encoded again.`; nothing is due on a card that carries nothing, or only a key for one day. */
export function cardsEncodeAgain(cards: readonly HeldCard[]): readonly string[] {
  const written = cards.filter(({ kind, writtenFor }) => kind === 'usual' && writtenFor.length > 0);
  return written.length === 0 ? [] : [`${namesOf(written)} must be encoded again.`];
}

/** After less access: what is on the card still says the old time to a door that only reads it. */
export function cardsOpenAsBefore(cards: readonly HeldCard[]): readonly string[] {
  const again = cardsEncodeAgain(cards);
  return again.length === 0 ? [] : [...again, 'Until then, doors that only read cards open as before.'];
}

/** Said before the locks are written again. */
export function reprovisionConsequence(owner: string, doors: readonly string[], held: HeldCredentials): string {
  const { hasCode, cards } = held;
  const code = `Portal writes ${owner}’s doorcode again to ${joined(doors)} and reads it back. The code stays the same.`;
  if (cards.length === 0) return code;
  const it = cards.length === 1 ? 'it' : 'them';
  const known = `Locks that know ${namesOf(cards)} are told ${it} again; what is written on the ${cards.length === 1 ? 'card' : 'cards'} stays as it is.`;
  return hasCode ? `${code} ${known}` : known;
}

/** Said before a revoked key opens again. @param back The cards that it had. */
export function restoreKeyConsequence(
  owner: string,
  doors: readonly string[],
  { hasCode, back }: { readonly hasCode: boolean; readonly back: readonly HeldCard[] },
): string {
  const opens = `${owner} can open ${doors.length === 0 ? 'the doors' : joined(doors)} again`;
  if (back.length === 0) return `${opens} as soon as the locks have the code.`;
  const [comes, it] = back.length === 1 ? ['comes', 'it is'] : ['come', 'they are'];
  return [
    hasCode ? `${opens} as soon as the locks have the code.` : `${opens}.`,
    `${namesOf(back)} ${comes} back to the key if ${it} still free.`,
    ...cardsEncodeAgain(back),
  ].join(' ');
}

/** Said before one revoked door opens again: a card that was written meanwhile lacks it. */
export function restoreDoorConsequence(owner: string, door: string, held: HeldCredentials): string {
  const without = held.cards.filter(({ writtenFor }) => !writtenFor.includes(door));
  return [
    `${owner} can open ${door} again as soon as the lock has ${keptOffline(held)}.`,
    ...cardsEncodeAgain(without),
  ].join(' ');
}

function namesOf(cards: readonly HeldCard[]): string {
  return joined(cards.map(({ name }) => name));
}
