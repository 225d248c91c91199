import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');
const packages = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});

test('docs/decisions says of every package what it is for, and of no other', () => {
  const { dependencies, devDependencies } = packages.parse(
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
  );
  const page = readFileSync(path.join(root, 'docs/decisions/0021-the-packages.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) => Array.from(row.split('|')[1]?.matchAll(/`([^`]+)`/g) ?? [], ([, name]) => name));

  expect(new Set(named)).toEqual(new Set(Object.keys({ ...dependencies, ...devDependencies })));
  expect(named).toHaveLength(new Set(named).size);
});
