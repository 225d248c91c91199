import type { KeyQuestion } from '#domain/key/key-question';
import type { KeyId } from '#domain/ids';
import { folded, foldedWords } from '#domain/text/folded-words';
import type { Condition, Selected } from '#main/storage/look-ups';
import { beginsWith, type Page, type Place, type Match } from '#main/storage/match';
import type { View } from '#main/storage/store';

const orders = { owner: 'statusByOwner', arrival: 'statusByArrival', departure: 'statusByDeparture' } as const;

type KeyCondition = Condition<'keys'>;

/** No value of an index is empty here: what is not asked for costs nothing. */
const nowhere: Match = { value: '' };

/**
 * The keys under a tab and its filter, in order. From the indexes alone, no key is made for it. Two store calls, one where
 * nothing narrows the tab.
 */
export async function selectKeys(
  view: View,
  question: KeyQuestion,
  page: Omit<Page, 'descending'> = {},
): Promise<Selected> {
  const { status, sort, descending } = question;
  return view.select('keys', {
    // `<status>/…`: every value of the tab begins so.
    order: { index: orders[sort], match: { from: `${status}/`, below: `${status}0` } },
    where: await conditionsOf(view, question),
    page: { ...page, descending },
  });
}

/** The ids of all of them. */
export async function matchingIds(view: View, question: KeyQuestion): Promise<readonly KeyId[]> {
  const { ids } = await selectKeys(view, question);
  return ids as readonly KeyId[];
}

async function conditionsOf(view: View, question: KeyQuestion): Promise<readonly KeyCondition[]> {
  const { status, source, attention, access, filter } = question;
  const words = typedWords(filter);
  const ofSource: readonly KeyCondition[] =
    source === 'all'
      ? []
      : [{ has: source === 'manual' ? 'any' : 'none', of: [{ index: 'manual', match: { value: status } }] }];
  if (words.length === 0 && !attention && access === 'all') return ofSource;

  const found = await view.getMany({
    doors: { collection: 'doors', index: 'name', places: words.length === 0 ? nowhere : {} },
    // Numbers of reservations have a digit; a name is not looked for in all of them.
    numbers: { collection: 'reservations', index: 'number', containing: words.filter((word) => /\d/.test(word)) },
    late: { collection: 'reservations', index: 'late', places: access === 'late' ? {} : nowhere },
    alerts: { ...inTrouble.alerts, places: attention ? {} : nowhere },
    problems: { ...inTrouble.problems, places: attention ? {} : nowhere },
  });
  const { late } = found;
  return [
    ...ofSource,
    ...(attention ? [{ has: 'any', of: [{ ids: troubledIds(found) }] } as const] : []),
    ...(access === 'not-allowed'
      ? [{ has: 'any', of: [{ index: 'notAllowed', match: { value: status } }] } as const]
      : []),
    ...(access === 'late' ? [{ has: 'any', of: [{ index: 'reservation', values: idsOf(late) }] } as const] : []),
    ...words.map((word): KeyCondition => withWord(question, word, found.doors, found.numbers.get(word) ?? [])),
  ];
}

/** What has a digit may be a number with signs in it, `MW-88213`; all else is taken apart as names are. */
function typedWords(filter: string): readonly string[] {
  const typed = filter.split(/[\s,]+/).filter((part) => part !== '');
  return typed.flatMap((part) => (/\d/.test(part) ? [folded(part)] : foldedWords(part)));
}

/** A name that begins with the word, or a door or a reservation number that has it in it. */
function withWord(
  { status }: KeyQuestion,
  word: string,
  doors: readonly Place[],
  numbers: readonly Place[],
): KeyCondition {
  const named = doors.filter(({ value }) => folded(value).includes(word));
  return {
    has: 'any',
    of: [
      { index: 'word', match: beginsWith(`${status}/${word}`) },
      { index: 'door', values: idsOf(named) },
      { index: 'reservation', values: idsOf(numbers) },
    ],
  };
}

/** What the list of keys that need a person is made of: `isInTrouble` says the same of one key. */
export const inTrouble = {
  alerts: { collection: 'alerts', index: 'key', places: {} },
  problems: { collection: 'entries', index: 'problem', places: {} },
} as const;

/** Costs the problems, not the keys. */
export function troubledIds(found: {
  readonly alerts: readonly Place[];
  readonly problems: readonly Place[];
}): readonly KeyId[] {
  return [...new Set([...found.alerts, ...found.problems].map(({ value }) => value as KeyId))];
}

function idsOf(places: readonly Place[]): readonly string[] {
  return places.map(({ id }) => id);
}
