import type { KeycardListInput } from '#api/keycard-inputs';
import type { KeycardDetails, KeycardPage, KeycardRow } from '#api/keycards';
import { AppError } from '#domain/failure';
import { foldedWords } from '#domain/text/folded-words';
import type { KeycardId } from '#domain/ids';
import { keycardStates, type Keycard, type KeycardState } from '#domain/cards/keycard';
import type { ZoneName } from '#domain/time/time';
import { beginsWith } from '#main/keys/matching-keys';
import type { View } from '#main/storage/store';
import { cardWritingView, doorNames, uidEnd } from './keycard-views.ts';
import { cardsIn } from '#main/settling/reserved-cards';

/** One page of the stock. Only its cards are made. */
export async function listKeycards(view: View, input: KeycardListInput): Promise<KeycardPage> {
  const { state, text, offset, limit } = input;
  const zone = await zoneOf(view);
  const counts = await countsOf(view);
  const isNarrowed = foldedWords(text).length > 0;
  const ids = isNarrowed ? await matchingCards(view, input) : await inOrder(view, state, { offset, limit });
  const page = isNarrowed ? ids.slice(offset, offset + limit) : ids;
  const whole = state === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state];
  const rows = [];
  for (const id of page) {
    const card = await view.get('keycards', id);
    if (card !== null) rows.push(await rowOf(view, card, zone));
  }
  return { rows, total: isNarrowed ? ids.length : whole, counts };
}

export async function keycardDetails(view: View, id: KeycardId): Promise<KeycardDetails> {
  const card = await view.get('keycards', id);
  if (card === null) throw new AppError('not-found', 'showing a keycard');
  const zone = await zoneOf(view);
  const writings = [];
  for (const writing of await view.find('cardWritings', 'keycard', { value: id }, { descending: true })) {
    const key = await view.get('keys', writing.keyId);
    const owner = key?.people.find(({ personId }) => personId === writing.personId) ?? key?.people[0];
    const shown = await cardWritingView(view, writing, zone);
    writings.push({ ...shown, owner: nameOf(owner), keyId: writing.keyId });
  }
  return { ...(await rowOf(view, card, zone)), writings };
}

/** The cards under a state and a text in number, name or holder, in the order of their numbers. From the indexes alone. */
export async function matchingCards(
  view: View,
  { state, text }: Pick<KeycardListInput, 'state' | 'text'>,
): Promise<readonly KeycardId[]> {
  const sets = await Promise.all(foldedWords(text).map((word) => cardsWithWord(view, word)));
  return (await inOrder(view, state, {})).filter((id) => sets.every((set) => set.has(id)));
}

async function inOrder(
  view: View,
  state: KeycardState | null,
  page: { readonly offset?: number; readonly limit?: number },
): Promise<readonly KeycardId[]> {
  const places =
    state === null
      ? await view.places('keycards', 'order', {}, page)
      : await view.places('keycards', 'state', cardsIn(state), page);
  return places.map(({ id }) => id as KeycardId);
}

/** A number that has the word in it, a name or the name of a live key's person that begins with it. */
async function cardsWithWord(view: View, word: string): Promise<ReadonlySet<string>> {
  const numbered = await view.places('keycards', 'number', {});
  const named = await view.places('keycards', 'word', beginsWith(word));
  const keys = [
    ...(await view.places('keys', 'word', beginsWith(`current/${word}`))),
    ...(await view.places('keys', 'word', beginsWith(`upcoming/${word}`))),
  ];
  const keyIds = new Set(keys.map(({ id }) => id));
  const held = keyIds.size === 0 ? [] : await view.places('keycards', 'key', {});
  return new Set([
    ...numbered.filter(({ value }) => value.includes(word)).map(({ id }) => id),
    ...named.map(({ id }) => id),
    ...held.filter(({ value }) => keyIds.has(value)).map(({ id }) => id),
  ]);
}

async function countsOf(view: View): Promise<KeycardPage['counts']> {
  const counted = await Promise.all(
    keycardStates.map(async (state) => [state, await view.count('keycards', 'state', cardsIn(state))] as const),
  );
  return Object.fromEntries(counted) as Record<KeycardState, number>;
}

async function rowOf(view: View, card: Keycard, zone: ZoneName): Promise<KeycardRow> {
  const { id, version, number, name, uid, type, state } = card;
  const [last] = await view.find('cardWritings', 'keycard', { value: id }, { descending: true, limit: 1 });
  return {
    id,
    version,
    number,
    name,
    uidEnd: uidEnd(uid),
    type,
    state,
    holder: await holderOf(view, card),
    writing: last === undefined ? null : await cardWritingView(view, last, zone),
  };
}

async function holderOf(view: View, { holder }: Keycard): Promise<KeycardRow['holder']> {
  const key = holder === null ? null : await view.get('keys', holder.keyId);
  if (holder === null || key === null) return null;
  const person = key.people.find(({ keycards }) =>
    keycards.some(({ credentialId }) => credentialId === holder.credentialId),
  );
  const doors = key.doors.filter(({ revoked, leavesAt }) => revoked === null && leavesAt === null);
  const names = await doorNames(
    view,
    doors.map(({ doorId }) => doorId),
  );
  return { keyId: key.id, owner: nameOf(person ?? key.people[0]), doors: names };
}

function nameOf(person: { readonly firstName: string; readonly lastName: string } | undefined): string {
  return person === undefined ? '' : `${person.firstName} ${person.lastName}`.trim();
}

async function zoneOf(view: View): Promise<ZoneName> {
  const settings = await view.get('settings', 'property');
  if (settings === null) throw new AppError('internal', 'showing keycards before the property is set up');
  return settings.zone;
}
