import { longestName } from '#domain/text/names';
import { readCsv, type CsvLine } from '#domain/text/read-csv';
import { cardUid, isPassingUid, longestKeycardNumber, plainUid } from './keycard.ts';

/** A card as a line of the file names it. */
export interface ImportedCard {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  /** Lower-case hexadecimal. */
  readonly uid: string | null;
}

/** What is wrong with a line; renderer/text/refusals.ts says it. */
export type LineFault =
  | {
      readonly what:
        | 'misplaced-quote'
        | 'empty-file'
        | 'no-card'
        | 'column-twice'
        | 'no-number-column'
        | 'more-cells-than-columns'
        | 'number-missing'
        | 'not-a-uid'
        | 'passing-uid'
        | 'number-in-stock';
    }
  | { readonly what: 'unknown-column'; readonly column: string }
  | { readonly what: 'number-too-long' | 'name-too-long'; readonly most: number }
  /** `first`: the line that has it already. */
  | { readonly what: 'number-twice' | 'uid-twice'; readonly first: number }
  /** Another card has the UID: the one with this number. */
  | { readonly what: 'uid-in-stock'; readonly number: string };

export type LineProblem = { readonly line: number } & LineFault;

export type KeycardFile =
  | { readonly outcome: 'read'; readonly cards: readonly ImportedCard[] }
  | { readonly outcome: 'refused'; readonly problems: readonly LineProblem[] };

const columns = ['number', 'name', 'uid'] as const;
type Column = (typeof columns)[number];

/** More problems than this are not told: the file is another file. */
const shownProblems = 50;

/**
 * The cards of a file with the columns number, name, uid in any order, named in its first line; only the number must be
 * there. A number or a UID that comes twice is refused. UIDs as readers print them: `04:A1:…`, `04-a1-…`, `04 A1 …`.
 */
export function readKeycardFile(csv: string): KeycardFile {
  const table = readCsv(csv);
  if (table.outcome === 'unreadable') return refused([{ line: table.line, what: 'misplaced-quote' }]);
  const [heading, ...lines] = table.lines;
  if (heading === undefined) return refused([{ line: 1, what: 'empty-file' }]);
  const places = placesOf(heading);
  if ('what' in places) return refused([{ line: heading.line, ...places }]);

  const read = lines.map((line) => cardOf(line, places, heading.cells.length));
  const problems = read.flatMap((each) => ('what' in each ? [each] : []));
  const cards = read.flatMap((each) => ('what' in each ? [] : [each]));
  const all = [...problems, ...twice(cards)];
  if (all.length > 0) return refused(all);
  return cards.length === 0 ? refused([{ line: 1, what: 'no-card' }]) : { outcome: 'read', cards };
}

export function refused(problems: readonly LineProblem[]): Extract<KeycardFile, { outcome: 'refused' }> {
  const inOrder = problems.toSorted((one, other) => one.line - other.line);
  return { outcome: 'refused', problems: inOrder.slice(0, shownProblems) };
}

function placesOf({ cells }: CsvLine): ReadonlyMap<Column, number> | LineFault {
  const names = cells.map((cell) => cell.toLowerCase());
  const unknown = names.find((name) => !columns.some((column) => column === name));
  if (unknown !== undefined) return { what: 'unknown-column', column: unknown };
  if (new Set(names).size < names.length) return { what: 'column-twice' };
  if (!names.includes('number')) return { what: 'no-number-column' };
  return new Map(columns.filter((column) => names.includes(column)).map((column) => [column, names.indexOf(column)]));
}

function cardOf(
  { line, cells }: CsvLine,
  places: ReadonlyMap<Column, number>,
  width: number,
): ImportedCard | LineProblem {
  if (cells.length > width) return { line, what: 'more-cells-than-columns' };
  const cell = (column: Column): string => cells[places.get(column) ?? -1] ?? '';
  const number = cell('number');
  const name = cell('name');
  if (number === '') return { line, what: 'number-missing' };
  if (number.length > longestKeycardNumber) return { line, what: 'number-too-long', most: longestKeycardNumber };
  if (name.length > longestName) return { line, what: 'name-too-long', most: longestName };
  const uid = plainUid(cell('uid'));
  if (uid === '') return { line, number, name, uid: null };
  if (!cardUid.safeParse(uid).success) return { line, what: 'not-a-uid' };
  if (isPassingUid(uid)) return { line, what: 'passing-uid' };
  return { line, number, name, uid };
}

function twice(cards: readonly ImportedCard[]): readonly LineProblem[] {
  const numbers = new Map<string, number>();
  const uids = new Map<string, number>();
  return cards.flatMap(({ line, number, uid }) => [
    ...again(numbers, number.toLowerCase(), { line, what: 'number-twice' }),
    ...(uid === null ? [] : again(uids, uid, { line, what: 'uid-twice' })),
  ]);
}

function again(
  seen: Map<string, number>,
  value: string,
  { line, what }: { readonly line: number; readonly what: 'number-twice' | 'uid-twice' },
): readonly LineProblem[] {
  const first = seen.get(value);
  if (first === undefined) seen.set(value, line);
  return first === undefined ? [] : [{ line, what, first }];
}
