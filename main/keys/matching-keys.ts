import type { KeyQuestion } from '#domain/key/key-question';
import { isNotAllowed } from '#domain/locks/attention';
import { folded, foldedWords } from '#domain/text/folded-words';
import type { KeyId } from '#domain/ids';
import type { KeyStatus } from '#domain/key/key';
import type { IndexName } from '#main/storage/collections';
import type { Match, View } from '#main/storage/store';
import { keysInTrouble } from './attention.ts';
import { breath } from '#main/storage/breath';

/** Places looked at before everybody else has a turn: some milliseconds. */
const stride = 4_000;
const doorsInARow = 10;

const orders = { owner: 'statusByOwner', arrival: 'statusByArrival', departure: 'statusByDeparture' } as const;

/** The index that holds a tab in this order. */
export function orderOf({ sort }: Pick<KeyQuestion, 'sort'>) {
  return orders[sort];
}

/** `<status>/…`: every value of the tab in an index that begins so. */
export function tabOf({ status }: Pick<KeyQuestion, 'status'>): { readonly from: string; readonly below: string } {
  return { from: `${status}/`, below: `${status}0` };
}

export function isNarrowed({ filter, source, attention, access }: KeyQuestion): boolean {
  return filter.trim() !== '' || source !== 'all' || attention || access !== 'all';
}

/**
 * The keys under a tab and its filter, in order. From the indexes alone, no key is made for it: 100,000 keys cost some
 * tens of milliseconds, in strides between which everything else goes on.
 */
export async function matchingIds(view: View, question: KeyQuestion): Promise<readonly KeyId[]> {
  const sets = await setsOf(view, question);
  const left = question.source === 'pms' ? await idsAt(view, 'manual', { value: question.status }) : none;
  const order = orderOf(question);
  const { descending } = question;
  const found: KeyId[] = [];
  for (let offset = 0; ; offset += stride) {
    const part = await view.places('keys', order, tabOf(question), { offset, limit: stride, descending });
    for (const { id } of part) if (!left.has(id) && sets.every((set) => set.has(id))) found.push(id as KeyId);
    if (part.length < stride) return found;
    await breath();
  }
}

/** Each a condition that a key must meet. */
async function setsOf(view: View, question: KeyQuestion): Promise<readonly ReadonlySet<string>[]> {
  const { status, source, attention, access } = question;
  const sets: ReadonlySet<string>[] = [];
  if (attention) sets.push(await keysInTrouble(view));
  if (access === 'not-allowed') sets.push(await idsAt(view, 'notAllowed', { value: status }));
  if (access === 'late') sets.push(await lateKeys(view));
  if (source === 'manual') sets.push(await idsAt(view, 'manual', { value: status }));
  for (const word of foldedWords(question.filter)) sets.push(await keysWithWord(view, word, status));
  return sets.toSorted((one, other) => one.size - other.size);
}

/** A name that begins with the word, or a door or a reservation number that has it in it. */
async function keysWithWord(view: View, word: string, status: KeyStatus): Promise<ReadonlySet<string>> {
  const found = new Set(await idsAt(view, 'word', beginsWith(`${status}/${word}`)));
  const doors = (await view.all('doors')).filter(({ name }) => folded(name).includes(word));
  for (const [position, door] of doors.entries()) {
    // A house where every door is called "room": each may have had thousands of keys.
    if (position % doorsInARow === doorsInARow - 1) await breath();
    for (const id of await idsAt(view, 'door', { value: door.id })) found.add(id);
  }
  for (const reservationId of await reservationsWith(view, word)) {
    for (const { id } of await view.places('keys', 'reservation', { value: reservationId })) found.add(id);
  }
  return found;
}

async function reservationsWith(view: View, word: string): Promise<readonly string[]> {
  // Numbers of reservations have a digit; a name is not looked for in all of them.
  if (!/\d/.test(word)) return [];
  const found: string[] = [];
  for (let offset = 0; ; offset += stride) {
    const part = await view.places('reservations', 'number', {}, { offset, limit: stride });
    for (const { value, id } of part) if (value.toLowerCase().includes(word)) found.push(id);
    if (part.length < stride) return found;
    await breath();
  }
}

async function lateKeys(view: View): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { id: value } of await view.places('reservations', 'late', {})) {
    for (const { id } of await view.places('keys', 'reservation', { value })) found.add(id);
  }
  return found;
}

/** Current keys of which Portal heard late, and of which a door still waits for somebody to allow it. */
export async function lateAndNotAllowed(view: View): Promise<number> {
  const late = await Promise.all([...(await lateKeys(view))].map((id) => view.get('keys', id)));
  return late.filter((key) => key?.status === 'current' && key.doors.some(isNotAllowed)).length;
}

async function idsAt(view: View, index: IndexName<'keys'>, match: Match): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let offset = 0; ; offset += stride) {
    const part = await view.places('keys', index, match, { offset, limit: stride });
    for (const { id } of part) found.add(id);
    if (part.length < stride) return found;
    await breath();
  }
}

const none: ReadonlySet<string> = new Set();

export function beginsWith(text: string): { readonly from: string; readonly below: string } {
  return { from: text, below: `${text}\uFFFF` };
}
