import type { EncodePlan, OccupiedRoom } from '#api/encoder';
import { accessInterval, overlaps, type Interval } from '#domain/key/access-window';
import type { CardPlan, PlannedCard } from '#domain/cards/card-plan';
import { kindOf, type CardWriting } from '#domain/cards/card-writing';
import { AppError } from '#domain/failure';
import type { CredentialId, DoorId, KeyId, PersonId } from '#domain/ids';
import type { Key, KeycardKind, KeyPerson } from '#domain/key/key';
import { localAt, type InstantText } from '#domain/time/time';
import { cardPlanFor, heldKeycards, isDueForEncoding } from '#domain/situation/held-keycards';
import type { KeySituation } from '#domain/situation/key-situation';
import { loadSituation } from '#main/settling/load-situation';
import type { View } from '#main/storage/store';
import { nameOf } from '#domain/text/names';

/** A person of a key, and what their card should say. */
export interface EncodingWish {
  readonly key: Key;
  readonly person: KeyPerson;
  readonly situation: KeySituation;
  readonly kind: KeycardKind;
  readonly plan: CardPlan;
  /** What was ever written for the key. */
  readonly writings: readonly CardWriting[];
}

export async function wishOf(
  view: View,
  now: InstantText,
  asked: { readonly keyId: KeyId; readonly personId: PersonId; readonly kind: KeycardKind },
): Promise<EncodingWish> {
  const key = await view.get('keys', asked.keyId);
  const person = key?.people.find(({ personId }) => personId === asked.personId);
  if (key === null || person === undefined) throw new AppError('not-found', 'planning a card');
  const situation = await loadSituation(view, key, now);
  const plan = cardPlanFor(situation, asked);
  return { key, person, situation, kind: asked.kind, plan, writings: situation.writings };
}

/** What staff are told before anything is written. */
export async function planFor(
  view: View,
  now: InstantText,
  asked: { readonly keyId: KeyId; readonly personId: PersonId },
): Promise<EncodePlan> {
  const wish = await wishOf(view, now, { ...asked, kind: 'usual' });
  const { plan, situation } = wish;
  const once = cardPlanFor(situation, { ...asked, kind: 'one-shot' });
  const due = dueCredentials(wish);
  const nothing = {
    from: null,
    until: null,
    oneShotUntil: null,
    doors: [],
    leftOut: [],
    others: [],
    occupied: [],
    due,
  };
  if (plan.outcome === 'refused') return { ...nothing, role: 'guest', refused: plan.why, lostRoom: lostRoom(wish) };
  const { zone } = situation.settings;
  const doorName = (id: DoorId): string => situation.doors.get(id)?.name ?? '';
  return {
    refused: null,
    lostRoom: null,
    role: plan.card.role === 'staff' ? 'staff' : 'guest',
    from: localAt(plan.card.from, zone),
    until: localAt(plan.card.to, zone),
    oneShotUntil: once.outcome === 'planned' ? localAt(once.card.to, zone) : null,
    doors: plan.card.doors.map(({ doorId }) => doorName(doorId)),
    leftOut: plan.leftOut.map(({ doorId, why }) => ({ name: doorName(doorId), why })),
    others: await otherCards(view, now, { ...wish, due }),
    occupied: await occupiedRooms(view, now, { ...wish, card: plan.card }),
    due,
  };
}

/**
 * The room that a stay without one had until just now; null: none, or the key is refused for something else. It is what the
 * clerk wanted to encode.
 */
export function lostRoom({ plan, key, situation }: Pick<EncodingWish, 'plan' | 'key' | 'situation'>): string | null {
  if (plan.outcome !== 'refused' || plan.why !== 'room-not-assigned') return null;
  const room = key.doors
    .map(({ doorId }) => situation.doors.get(doorId))
    .findLast((door) => door?.type === 'private-room' || door?.type === 'shared-room');
  return room?.name ?? null;
}

/** The person's cards that say nothing yet, or not what they should. */
export function dueCredentials({
  person,
  situation,
}: Pick<EncodingWish, 'person' | 'situation'>): readonly CredentialId[] {
  const held = heldKeycards(situation);
  return person.keycards.flatMap(({ credentialId }) => {
    const card = held.get(credentialId);
    return card !== undefined && isDueForEncoding(card) ? [credentialId] : [];
  });
}

async function otherCards(
  view: View,
  now: InstantText,
  { writings, due }: EncodingWish & { readonly due: readonly CredentialId[] },
): Promise<EncodePlan['others']> {
  const running = writings.filter(
    (each) =>
      each.state === 'issued' && each.content.to > now && kindOf(each) === 'usual' && !due.includes(each.credentialId),
  );
  return Promise.all(
    running.map(async ({ keycardId, uid }) => {
      const card = keycardId === null ? null : await view.get('keycards', keycardId);
      return { number: card?.number ?? null, uidEnd: uidEnd(uid) };
    }),
  );
}

/**
 * Other stays that hold a private room of this card in its time. Keys of members of staff do not count: their cards end
 * nobody's.
 */
export async function occupiedRooms(
  view: View,
  now: InstantText,
  { key, situation, card }: Pick<EncodingWish, 'key' | 'situation'> & { readonly card: PlannedCard },
): Promise<readonly OccupiedRoom[]> {
  const { zone } = situation.settings;
  const span: Interval = { from: card.from < now ? now : card.from, to: card.to };
  const found: OccupiedRoom[] = [];
  for (const { doorId } of card.doors.filter(({ isCommon }) => !isCommon)) {
    const room = situation.doors.get(doorId)?.name ?? '';
    for (const other of await view.find('keys', 'doorLive', { value: `${doorId}/current` })) {
      const door = other.doors.find((each) => each.doorId === doorId && each.revoked === null);
      const [owner] = other.people;
      if (other.id === key.id || door === undefined || owner === undefined) continue;
      if (!overlaps(span, accessInterval(door, zone)) || (await isStaffKey(view, other))) continue;
      found.push({ room, keyId: other.id, owner: nameOf(owner), until: door.departure });
    }
  }
  return found;
}

async function isStaffKey(view: View, { source, people }: Key): Promise<boolean> {
  if (source === 'pms') return false;
  const known = await Promise.all(people.map(({ personId }) => view.get('people', personId)));
  return known.every((person) => person?.kind === 'staff');
}

/** As on "card …580". */
export function uidEnd(uid: string | null): string | null {
  return uid === null ? null : uid.slice(-3);
}
