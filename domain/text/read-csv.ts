/** One line of a table; `line` counts the lines of the file from 1, as a text editor does. */
export interface CsvLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export type CsvTable =
  | { readonly outcome: 'read'; readonly lines: readonly CsvLine[] }
  /** A quotation mark is in the wrong place. */
  | { readonly outcome: 'unreadable'; readonly line: number };

/**
 * RFC 4180 with comma, semicolon or tab, whichever the first line has outside quotes; a mark of UTF-8 at the beginning and
 * lines without any text are left out. Cells come without the blanks around them. A quote in the wrong place is not guessed at.
 */
export function readCsv(text: string): CsvTable {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let line = 1;
  let begunAt = 1;
  let at = 0;
  while (at <= source.length) {
    const cell = source[skipBlanks(source, at)] === '"' ? quoted(source, at, separator) : plain(source, at, separator);
    if (cell === null) return { outcome: 'unreadable', line };
    cells.push(cell.text.trim());
    line += newlines(source.slice(at, cell.end));
    at = cell.end;
    if (source[at] === separator) {
      at += 1;
      continue;
    }
    if (cells.some((each) => each !== '')) lines.push({ line: begunAt, cells });
    cells = [];
    at += source[at] === '\r' && source[at + 1] === '\n' ? 2 : 1;
    line += 1;
    begunAt = line;
  }
  return { outcome: 'read', lines };
}

interface Cell {
  readonly text: string;
  /** Where the separator or the end of the line stands. */
  readonly end: number;
}

function plain(source: string, from: number, separator: string): Cell | null {
  let end = from;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r') end += 1;
  const text = source.slice(from, end);
  return text.includes('"') ? null : { text, end };
}

function quoted(source: string, from: number, separator: string): Cell | null {
  let at = skipBlanks(source, from) + 1;
  let text = '';
  for (;;) {
    const close = source.indexOf('"', at);
    if (close === -1) return null;
    text += source.slice(at, close);
    if (source[close + 1] !== '"') {
      const end = skipBlanks(source, close + 1);
      const isEnd = end >= source.length || [separator, '\r', '\n'].includes(source[end] ?? '');
      return isEnd ? { text, end } : null;
    }
    text += '"';
    at = close + 2;
  }
}

function skipBlanks(source: string, from: number): number {
  let at = from;
  while (source[at] === ' ') at += 1;
  return at;
}

function separatorOf(source: string): string {
  const [first = ''] = source.split(/[\r\n]/, 1);
  const bare = first.replaceAll(/"[^"]*"/g, '');
  return [';', ',', '\t'].find((each) => bare.includes(each)) ?? ',';
}

function newlines(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
