import type { CardOnEncoder, UnfinishedCard } from '#api/encoder';
import { saysTheSame } from '#domain/cards/card-encoding';
import { kindOf, type CardWriting } from '#domain/cards/card-writing';
import type { Key } from '#domain/key/key';
import { isLive } from '#domain/key/key-status';
import { localAt, type InstantText } from '#domain/time/time';
import type { KeyRecord } from '#hardware/card/key-record';
import { cardWithUid } from '#main/keycards/stock';
import { loadSituation } from '#main/settling/load-situation';
import { cardPlanFor } from '#domain/situation/held-keycards';
import type { View } from '#main/storage/store';
import { momentOf, uidText } from './card-record.ts';
import { roomsOf, sequenceText } from './card-sequence.ts';
import type { LyingCard } from './encoder-desk.ts';
import { uidEnd } from './plan-encoding.ts';
import { nameOf } from '#domain/text/names';

/** A card that lies there with no dialog open: whose it is, for which doors, until when, and what the records say of it. */
export async function lyingView(view: View, now: InstantText, lying: LyingCard): Promise<CardOnEncoder> {
  const { encoder, state } = lying;
  const uid = uidText(lying.card.uid);
  const card = await cardWithUid(view, uid);
  const there = await view.find('cardWritings', 'uid', { value: uid });
  const keycard =
    card === null ? null : { id: card.id, number: card.number, name: card.name, state: card.state as string };
  const shown = { encoder, uidEnd: uidEnd(uid) ?? '', keycard, type: state.is === 'unsupported' ? null : state.type };
  const isOpen = there.some((each) => each.state === 'unknown' || each.state === 'writing');
  if (state.is !== 'ours') {
    return { ...shown, content: state.is, says: null, matches: isOpen ? 'not-finished' : 'nothing-to-compare' };
  }
  const { record } = state;
  const writing = await view.get('cardWritings', sequenceText(record.credential));
  const key = writing === null ? null : await view.get('keys', writing.keyId);
  const matches = isOpen ? 'not-finished' : await comparison(view, now, { writing, key, uid });
  return { ...shown, content: 'ours', says: await says(view, { record, key, isRunning: state.isRunning }), matches };
}

/** Cards that were begun and not seen to the end, the oldest first. */
export async function unfinishedCards(view: View): Promise<readonly UnfinishedCard[]> {
  const open = await view.find('cardWritings', 'state', { value: 'unknown' });
  return Promise.all(
    open.map(async ({ id, keyId, content, uid }) => {
      const key = await view.get('keys', keyId);
      const [owner] = key?.people ?? [];
      const [room] = roomsOf(content);
      const [first] = content.doors;
      const door = await view.get('doors', room ?? first?.doorId ?? '');
      const name = owner === undefined ? '' : nameOf(owner);
      return { id, keyId, owner: name, room: door?.name ?? '', uidEnd: uidEnd(uid) };
    }),
  );
}

async function comparison(
  view: View,
  now: InstantText,
  { writing, key, uid }: { writing: CardWriting | null; key: Key | null; uid: string },
): Promise<CardOnEncoder['matches']> {
  if (writing === null || writing.uid !== uid) return 'not-in-records';
  if (writing.state === 'void' && writing.why !== 'key-ended') return 'records-say-void';
  if (key === null || !isLive(key)) return 'key-ended';
  // Restored since: locks may have been told to refuse it.
  if (writing.state === 'void') return 'encode-again';
  if (writing.state !== 'issued') return 'not-in-records';
  const situation = await loadSituation(view, key, now);
  const plan = cardPlanFor(situation, { personId: writing.personId, kind: kindOf(writing) });
  const isSame = plan.outcome === 'planned' && saysTheSame(writing.content, plan.card, now);
  return isSame ? 'yes' : 'encode-again';
}

async function says(
  view: View,
  { record, key, isRunning }: { record: KeyRecord; key: Key | null; isRunning: boolean },
): Promise<CardOnEncoder['says']> {
  const settings = await view.get('settings', 'property');
  if (settings === null) return null;
  const byNumber = new Map((await view.all('doors')).map(({ cardNumber, name }) => [cardNumber, name]));
  const [owner] = key?.people ?? [];
  return {
    keyId: key?.id ?? null,
    owner: owner === undefined ? null : nameOf(owner),
    doors: record.doors.map(({ number }) => byNumber.get(number) ?? `door ${number}`),
    from: localAt(momentOf(record.from), settings.zone),
    until: localAt(momentOf(record.to), settings.zone),
    isRunning,
    opensOnce: record.role === 'one-shot',
  };
}
