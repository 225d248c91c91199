import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** `docs/reference-coverage.md` names tests and counts sentences: both are checked here, so that neither goes stale. */
const tests = path.resolve(import.meta.dirname, '..');
const coverage = readFileSync(path.resolve(tests, '../docs/reference-coverage.md'), 'utf8');
const columns = [
  'done',
  'done, no test',
  'differs',
  'later: SmartKey and messages',
  'later: further PMSs',
  'gap',
] as const;

interface Row {
  readonly page: string;
  readonly sentences: number;
  readonly tests: readonly string[];
  readonly state: string;
}

const rows = coverage.split(/^## /m).flatMap(rowsOf);

test('every test that is named is there', () => {
  const named = rows.flatMap((row) => row.tests);

  expect(named.length).toBeGreaterThan(300);
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

test('what is done, and what differs, has a test', () => {
  const unproven = rows.filter(({ state, tests: named }) => /^(done|differs)/.test(state) && named.length === 0);

  expect(unproven).toEqual([]);
});

test('the sentences are counted as they stand', () => {
  const pages = [...new Set(rows.map(({ page }) => page))];
  const counted = [...pages.map((page) => [page, ...counts(page)]), ['**All**', ...counts(null)]];

  expect(counted).toEqual(summary());
});

function rowsOf(section: string): readonly Row[] {
  const page = /^\d\. .*/.exec(section)?.[0];
  if (page === undefined) return [];
  const lines = section.split('\n').filter((line) => line.startsWith('| “'));
  return lines.map((line) => {
    const [quoted = '', , named = '', state = ''] = line.slice(2, -2).split(/(?<!\\) \| /);
    return { page, sentences: quoted.match(/“/g)?.length ?? 0, tests: namesIn(named), state };
  });
}

/** `folder/file: name of the test; folder/file: …`; a name may have a remark behind it in brackets. */
function namesIn(cell: string): readonly string[] {
  return cell.split(/; (?=[a-z0-9]+\/)/).filter((name) => !name.startsWith('—'));
}

function isThere(named: string): boolean {
  const [, file = '', name = ''] = /^([a-z0-9/-]+): (.+)$/.exec(named) ?? [];
  const found = [`${file}.test.ts`, `${file}.ts`].map((each) => path.join(tests, each)).find(existsSync);
  if (found === undefined) return false;
  const source = readFileSync(found, 'utf8').replaceAll("\\'", "'");
  const names = [name, name.replace(/ \([^()]*\)$/, '')];
  return names.some((each) => ["'", '"', '`'].some((quote) => source.includes(`${quote}${each}`)));
}

function counts(page: string | null): readonly number[] {
  const here = rows.filter((row) => page === null || row.page === page);
  const sum = (some: readonly Row[]) => some.reduce((total, { sentences }) => total + sentences, 0);
  return [
    ...columns.map((column) => sum(here.filter(({ state }) => state.replace(/^differs: .*/s, 'differs') === column))),
    sum(here),
  ];
}

/** The table under Summary, as it is written. */
function summary(): readonly (readonly (string | number)[])[] {
  const [, table = ''] = coverage.split('## Summary');
  const lines = table.split('\n').filter((line) => /^\| (\d\.|\*\*All)/.test(line));
  return lines.map((line) => {
    const [name = '', ...numbers] = line
      .slice(2, -2)
      .split('|')
      .map((cell) => cell.trim());
    return [name, ...numbers.map((number) => Number(number.replaceAll('*', '')))];
  });
}
