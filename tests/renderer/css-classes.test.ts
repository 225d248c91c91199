import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/** TypeScript takes any name of a class for one that a CSS module has, so a misspelt one would go unseen. */

const root = join(import.meta.dirname, '../../renderer');
const screens = globSync('**/*.tsx', { cwd: root }).map((file) => join(root, file));
const uses = screens.flatMap(usesIn);
const isNamed = new Set(uses.map(({ css, name }) => `${css} ${name}`));

it('every class that a screen names is in its style sheet', () => {
  expect(uses.filter(({ css, name }) => !classesOf(css).includes(name))).toEqual([]);
});

it('every class of a style sheet is named by a screen', () => {
  const sheets = [...new Set(uses.map(({ css }) => css))];
  const classes = sheets.flatMap((css) => classesOf(css).map((name) => `${css} ${name}`));

  expect(classes.filter((each) => !isNamed.has(each))).toEqual([]);
});

it('the classes of the screens are found at all', () => {
  expect(isNamed).toContain(`${join(root, 'screens/keys/key-table.module.css')} owner`);
});

function usesIn(file: string): readonly { readonly file: string; readonly css: string; readonly name: string }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, variable, path]) =>
    [...text.matchAll(new RegExp(`\\b${variable}\\['([\\w-]+)'\\]`, 'g'))].map(([, name]) => ({
      file,
      css: join(dirname(file), path ?? ''),
      name: name ?? '',
    })),
  );
}

function classesOf(css: string): readonly string[] {
  const found = [...readFileSync(css, 'utf8').matchAll(/\.([a-zA-Z][\w-]*)/g)].map(([, name]) => name ?? '');
  return [...new Set(found)];
}
