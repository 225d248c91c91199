import type { KeycardListInput } from '#api/keycard-inputs';
import type { KeycardDetails, KeycardPage, KeycardRow } from '#api/keycards';
import { AppError } from '#domain/failure';
import { foldedWords } from '#domain/text/folded-words';
import type { KeycardId } from '#domain/ids';
import type { CardWriting } from '#domain/cards/card-writing';
import type { Keycard, KeycardState } from '#domain/cards/keycard';
import type { Key } from '#domain/key/key';
import { isStanding } from '#domain/key/opened-doors';
import { beginsWith } from '#main/storage/match';
import type { View } from '#main/storage/store';
import { cardWritingView, doorNamesById, uidEnd } from './keycard-views.ts';
import { propertyOf } from '#main/settling/load-situation';
import { cardsIn } from '#main/settling/reserved-cards';
import { nameOf } from '#domain/text/names';

/** One page of the stock. Only its cards are made: four store calls, and one more for each word of a filter. */
export async function listKeycards(view: View, input: KeycardListInput): Promise<KeycardPage> {
  const { state, text, offset, limit } = input;
  const isNarrowed = foldedWords(text).length > 0;
  const ids = isNarrowed ? await matchingCards(view, input) : await inOrder(view, state, { offset, limit });
  const page = isNarrowed ? ids.slice(offset, offset + limit) : ids;
  const { cards, ...counted } = await view.getMany({
    cards: { collection: 'keycards', ids: page },
    available: { collection: 'keycards', index: 'state', count: cardsIn('available') },
    assigned: { collection: 'keycards', index: 'state', count: cardsIn('assigned') },
    lost: { collection: 'keycards', index: 'state', count: cardsIn('lost') },
    blocked: { collection: 'keycards', index: 'state', count: cardsIn('blocked') },
    'worn-out': { collection: 'keycards', index: 'state', count: cardsIn('worn-out') },
  });
  const counts: KeycardPage['counts'] = counted;
  const whole = state === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state];
  const rows = await rowsOf(
    view,
    page.flatMap((id) => cards.get(id) ?? []),
  );
  return { rows, total: isNarrowed ? ids.length : whole, counts };
}

export async function keycardDetails(view: View, id: KeycardId): Promise<KeycardDetails> {
  const card = await view.get('keycards', id);
  const [row] = card === null ? [] : await rowsOf(view, [card]);
  if (row === undefined) throw new AppError('not-found', 'showing a keycard');
  const { zone } = await propertyOf(view, 'showing a keycard');
  const written = await view.find('cardWritings', 'keycard', { value: id }, { descending: true });
  const names = await doorNamesById(
    view,
    written.flatMap(({ content }) => content.doors.map(({ doorId }) => doorId)),
  );
  const { keys } = await view.getMany({ keys: { collection: 'keys', ids: written.map(({ keyId }) => keyId) } });
  const writings = written.map((writing) => {
    const people = keys.get(writing.keyId)?.people ?? [];
    const owner = people.find(({ personId }) => personId === writing.personId) ?? people[0];
    return { ...cardWritingView(writing, names, zone), owner: ownerName(owner), keyId: writing.keyId };
  });
  return { ...row, writings };
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

async function rowsOf(view: View, cards: readonly Keycard[]): Promise<readonly KeycardRow[]> {
  const found = await view.getMany({
    settings: { collection: 'settings', ids: ['property'] },
    keys: { collection: 'keys', ids: cards.flatMap(({ holder }) => holder?.keyId ?? []) },
    writings: { collection: 'cardWritings', index: 'keycard', values: cards.map(({ id }) => id) },
  });
  const zone = found.settings.get('property')?.zone;
  if (zone === undefined) throw new AppError('internal', 'showing keycards before the property is set up');
  const lastOf = (id: KeycardId): CardWriting | undefined =>
    found.writings.get(id)?.reduce((last, each) => (each.id > last.id ? each : last));
  const written = cards.flatMap(({ id }) => lastOf(id)?.content.doors.map(({ doorId }) => doorId) ?? []);
  const held = [...found.keys.values()].flatMap((key) => key.doors.map(({ doorId }) => doorId));
  const names = await doorNamesById(view, [...written, ...held]);
  return cards.map((card) => {
    const { id, version, number, name, uid, type, state } = card;
    const last = lastOf(id);
    const key = card.holder === null ? undefined : found.keys.get(card.holder.keyId);
    const holder = key === undefined ? null : holderOf(card, key, names);
    const writing = last === undefined ? null : cardWritingView(last, names, zone);
    return { id, version, number, name, uidEnd: uidEnd(uid), type, state, holder, writing };
  });
}

function holderOf({ holder }: Keycard, key: Key, names: ReadonlyMap<string, string>): KeycardRow['holder'] {
  const person = key.people.find(({ keycards }) =>
    keycards.some(({ credentialId }) => credentialId === holder?.credentialId),
  );
  const doors = key.doors.filter((own) => isStanding(own)).flatMap(({ doorId }) => names.get(doorId) ?? []);
  return { keyId: key.id, owner: ownerName(person ?? key.people[0]), doors };
}

function ownerName(person: { readonly firstName: string; readonly lastName: string } | undefined): string {
  return person === undefined ? '' : nameOf(person);
}
