import { readCsv, type CsvLine } from '#domain/text/read-csv';

/** A card as a line of the file names it. */
export interface ImportedCard {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  /** Lower-case hexadecimal. */
  readonly uid: string | null;
}

export interface LineProblem {
  readonly line: number;
  readonly what: string;
}

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
  if (table.outcome === 'unreadable') return refused([{ line: table.line, what: `${table.what}.` }]);
  const [heading, ...lines] = table.lines;
  if (heading === undefined) return refused([{ line: 1, what: 'The file is empty.' }]);
  const places = placesOf(heading);
  if (typeof places === 'string') return refused([{ line: heading.line, what: places }]);

  const read = lines.map((line) => cardOf(line, places, heading.cells.length));
  const problems = read.flatMap((each) => ('what' in each ? [each] : []));
  const cards = read.flatMap((each) => ('what' in each ? [] : [each]));
  const all = [...problems, ...twice(cards)];
  if (all.length > 0) return refused(all);
  return cards.length === 0 ? refused([{ line: 1, what: 'The file names no card.' }]) : { outcome: 'read', cards };
}

export function refused(problems: readonly LineProblem[]): Extract<KeycardFile, { outcome: 'refused' }> {
  const inOrder = problems.toSorted((one, other) => one.line - other.line);
  return { outcome: 'refused', problems: inOrder.slice(0, shownProblems) };
}

function placesOf({ cells }: CsvLine): ReadonlyMap<Column, number> | string {
  const names = cells.map((cell) => cell.toLowerCase());
  const unknown = names.find((name) => !columns.some((column) => column === name));
  if (unknown !== undefined) return `The first line must name the columns number, name, uid; it has "${unknown}".`;
  if (new Set(names).size < names.length) return 'The first line names a column twice.';
  if (!names.includes('number')) return 'The first line names no column "number".';
  return new Map(columns.filter((column) => names.includes(column)).map((column) => [column, names.indexOf(column)]));
}

function cardOf(
  { line, cells }: CsvLine,
  places: ReadonlyMap<Column, number>,
  width: number,
): ImportedCard | LineProblem {
  if (cells.length > width) return { line, what: 'There are more cells than columns.' };
  const cell = (column: Column): string => cells[places.get(column) ?? -1] ?? '';
  const number = cell('number');
  const name = cell('name');
  if (number === '') return { line, what: 'The number is missing.' };
  if (number.length > 20) return { line, what: 'The number is longer than 20 characters.' };
  if (name.length > 80) return { line, what: 'The name is longer than 80 characters.' };
  const uid = cell('uid')
    .replaceAll(/[\s:-]/g, '')
    .toLowerCase();
  if (uid === '') return { line, number, name, uid: null };
  if (!/^([\da-f]{8}|[\da-f]{14}|[\da-f]{20})$/.test(uid)) {
    return { line, what: 'The UID must have 8, 14 or 20 hexadecimal digits.' };
  }
  return { line, number, name, uid };
}

function twice(cards: readonly ImportedCard[]): readonly LineProblem[] {
  const numbers = new Map<string, number>();
  const uids = new Map<string, number>();
  return cards.flatMap(({ line, number, uid }) => [
    ...again(numbers, number.toLowerCase(), { line, what: 'number' }),
    ...(uid === null ? [] : again(uids, uid, { line, what: 'UID' })),
  ]);
}

function again(seen: Map<string, number>, value: string, { line, what }: LineProblem): readonly LineProblem[] {
  const first = seen.get(value);
  if (first === undefined) seen.set(value, line);
  return first === undefined ? [] : [{ line, what: `The ${what} stands in line ${first} already.` }];
}
