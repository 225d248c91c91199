import {
  cardsAtClosedDoors,
  cardsGoBack,
  cardsStillOpen,
  keptOffline,
  type HeldCredentials,
} from '../../text/card-ends.ts';
import { joined } from '../../text/doorcode.ts';
import { maybeText, type Closing } from '../../text/doors.ts';

/** Said before access ends: who loses what, when, and what goes on opening. */

export interface RevokedKey {
  readonly owner: string;
  readonly doors: readonly string[];
  readonly held: HeldCredentials;
}

export function revokeKeyConsequence({ owner, doors, held }: RevokedKey): string {
  const { cards } = held;
  const again =
    cards.length === 0 ? '.' : `, with the same ${cards.length === 1 ? 'card if it is' : 'cards if they are'} free.`;
  return [
    ends(owner, doors.length === 0 ? 'any door' : joined(doors), held),
    `Each lock is told now; a lock that is offline keeps ${keptOffline(held)} until it answers, and is shown as “Removal pending”.`,
    ...cardsGoBack(cards),
    ...cardsStillOpen(cards),
    `The key can be restored while the stay lasts${again}`,
  ].join(' ');
}

export interface RevokedDoor {
  readonly owner: string;
  readonly closing: Closing;
  /** What still opens. */
  readonly others: readonly string[];
  readonly held: HeldCredentials;
}

export function revokeDoorConsequence(door: RevokedDoor): string {
  return `${doorCloses(door)} Access can be restored here while the stay lasts.`;
}

export function removeDoorConsequence(door: RevokedDoor): string {
  return `${doorCloses(door)} Add Door gives it back.`;
}

function doorCloses({ owner, closing, others, held }: RevokedDoor): string {
  const rest =
    others.length === 0
      ? 'No other door is left on this key.'
      : `${joined(others)} still ${others.length === 1 ? 'opens' : 'open'}.`;
  return [
    `${ends(owner, joined(closing.lost), held)}${maybeText(closing)}`,
    ...cardsAtClosedDoors(held.cards, [...closing.lost, ...closing.maybe], others.length === 0),
    rest,
  ].join(' ');
}

export interface RemovedPerson {
  readonly owner: string;
  readonly doors: readonly string[];
  readonly held: HeldCredentials;
  /** Who stays on the key. */
  readonly others: readonly string[];
  /** The key follows a reservation. */
  readonly fromPms: boolean;
}

export function removePersonConsequence({ owner, doors, held, others, fromPms }: RemovedPerson): string {
  const hasCode = held.hasCode && doors.length > 0;
  const code = hasCode
    ? `${owner}’s doorcode ends at ${doors.length} ${doors.length === 1 ? 'door' : 'doors'}: ${joined(doors)}.`
    : `${owner} has no doorcode on this key.`;
  const isKept = hasCode || held.cards.length > 0;
  return [
    code,
    ...cardsGoBack(held.cards),
    ...(isKept ? [`A lock that is offline keeps ${keptOffline({ ...held, hasCode })} until it answers.`] : []),
    ...cardsStillOpen(held.cards),
    `${joined(others)} ${others.length === 1 ? 'stays' : 'stay'} on the key.`,
    ...(fromPms ? ['A later change by the PMS does not bring them back.'] : []),
  ].join(' ');
}

/** Without a doorcode it is the card that opened. */
function ends(owner: string, where: string, { hasCode, cards }: HeldCredentials): string {
  if (!hasCode && cards.length > 0) return `${owner}’s access to ${where} ends.`;
  return `${owner} can no longer open ${where} with this doorcode.`;
}
