import { csvOf } from './write-csv.ts';

/**
 * A table that leaves Portal as a file. Its columns and cells are codes and facts: the words are put in where the language
 * is known.
 */
export interface Sheet<Column extends string> {
  readonly columns: readonly Column[];
  /** As many cells as columns. */
  readonly rows: readonly (readonly string[])[];
}

export interface SheetWords<Column extends string> {
  readonly heads: Readonly<Record<Column, string>>;
  /** The words of cells that are codes, by column; a cell without words stays as it is. */
  readonly cells?: Partial<Readonly<Record<Column, Readonly<Record<string, string>>>>>;
}

export function sheetCsv<Column extends string>(
  sheet: Sheet<Column>,
  { heads, cells = {} }: SheetWords<Column>,
): string {
  const { columns, rows } = sheet;
  const words: readonly (Readonly<Record<string, string>> | undefined)[] = columns.map((column) => cells[column]);
  const said = rows.map((row) => row.map((cell, place) => words[place]?.[cell] ?? cell));
  return csvOf([columns.map((column) => heads[column]), ...said]);
}
