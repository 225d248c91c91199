import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * The tools that guard the borders, watched: a small product in a temporary folder, under our own configuration, with
 * one forbidden thing planted for each rule.
 */
const root = path.resolve(import.meta.dirname, '../..');

const sound = {
  'domain/key/key.ts': "import { z } from 'zod';\nexport const key = z.object({ id: z.string() });\n",
  'api/views.ts': "import type { key } from '#domain/key/key';\nexport type KeyView = typeof key;\n",
  'main/keys/issue.ts': "import { key } from '#domain/key/key';\nexport const issue = () => key.parse({ id: '1' });\n",
  'hardware/bindings.ts': "import { SerialPort } from 'serialport';\nexport const port = SerialPort;\n",
  'main/electron/window.ts': "import { BrowserWindow } from 'electron';\nexport const window = BrowserWindow;\n",
};

const planted = {
  'domain/asks-main.ts': "import type { issue } from '#main/keys/issue';\nexport type A = typeof issue;\n",
  'domain/reads-files.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'domain/tells-time.ts': 'export const now = () => Date.now();\n',
  'domain/rolls-dice.ts': 'export const roll = () => Math.random();\n',
  'domain/ring-a.ts': "import type { B } from './ring-b.ts';\nexport type A = B | 1;\n",
  'domain/ring-b.ts': "import type { A } from './ring-a.ts';\nexport type B = A | 2;\n",
  'api/asks-main.ts': "import type { issue } from '#main/keys/issue';\nexport type A = typeof issue;\n",
  'hardware/knows-hotels.ts': "import { key } from '#domain/key/key';\nexport const known = key;\n",
  'main/keys/opens-port.ts': "import { SerialPort } from 'serialport';\nexport const port = SerialPort;\n",
  'main/keys/opens-window.ts': "import { app } from 'electron';\nexport const name = () => app.name;\n",
  'main/keys/asks-shell.ts': "import { window } from '#main/electron/window';\nexport const own = window;\n",
  'main/keys/asks-tests.ts': "import { help } from '#tests/support/help';\nexport const helped = help;\n",
  'main/keys/forgets.ts': 'const send = async () => 1;\nexport const forget = () => {\n  send();\n};\n',
  'main/keys/any.ts': 'export const anything = (given: any): unknown => given;\n',
  'main/keys/lost.ts': "import { gone } from '#main/keys/gone';\nexport const lost = gone;\n",
  'main/rooms/opens.ts': "import { count } from '#main/stock/count';\nexport const opens = count;\n",
  'main/stock/count.ts': 'export const count = 1;\n',
  'main/stock/order.ts': "import { close } from '#main/rooms/close';\nexport const order = close;\n",
  'main/rooms/close.ts': 'export const close = 1;\n',
  'renderer/asks-main.ts': "import { issue } from '#main/keys/issue';\nexport const asked = issue;\n",
  'renderer/reads-files.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
  'renderer/screens/keys/list.ts': "import { door } from '../doors/door.ts';\nexport const list = [door];\n",
  'renderer/screens/doors/door.ts': "export const door = '204';\n",
  'renderer/text/doors.ts': "import { door } from '../screens/doors/door.ts';\nexport const said = door;\n",
  'tests/support/help.ts': 'export const help = 1;\n',
  'tests/mocks.test.ts': "import { vi } from 'vitest';\nvi.mock('#domain/key');\n",
};

let folder: string;
let arrows: string;
let lint: readonly string[];

beforeAll(() => {
  folder = plant({ ...sound, ...planted });
  arrows = checkArrows(folder).said;
  lint = checkLint(folder);
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the arrows', () => {
  test.each([
    'domain-is-pure: domain/asks-main.ts → main/keys/issue.ts',
    'domain-is-pure: domain/reads-files.ts → fs',
    'no-circles-between-folders: main/rooms → main/stock, for one by main/rooms/opens.ts → main/stock/count.ts',
    'no-circles-between-folders: main/stock → main/rooms, for one by main/stock/order.ts → main/rooms/close.ts',
    'no-cycles: domain/ring-a.ts → domain/ring-b.ts',
    'api-knows-only-the-domain: api/asks-main.ts → main/keys/issue.ts',
    'hardware-stands-alone: hardware/knows-hotels.ts → domain/key/key.ts',
    'serialport-stays-in-one-file: main/keys/opens-port.ts → ',
    'electron-stays-in-its-shell: main/keys/opens-window.ts → ',
    'nobody-imports-a-shell: main/keys/asks-shell.ts → main/electron/window.ts',
    'no-tests-in-the-product: main/keys/asks-tests.ts → tests/support/help.ts',
    'renderer-talks-through-the-api: renderer/asks-main.ts → main/keys/issue.ts',
    'renderer-runs-in-a-browser: renderer/reads-files.ts → fs',
    'screens-do-not-meet: renderer/screens/keys/list.ts → renderer/screens/doors/door.ts',
    'text-knows-only-words: renderer/text/doors.ts → renderer/screens/doors/door.ts',
    'text-knows-only-words: renderer/text/doors.ts → renderer/screens/doors/door.ts',
    'nothing-unresolved: main/keys/lost.ts → #main/keys/gone',
  ])('are kept by a tool that sees a planted %s', (complaint) => {
    expect(arrows).toContain(complaint);
  });

  test('a product without a forbidden arrow passes, and every file of it was seen', () => {
    const clean = plant({ 'domain/key/key.ts': sound['domain/key/key.ts'], 'api/views.ts': sound['api/views.ts'] });

    const { status, said } = checkArrows(clean);
    rmSync(clean, { recursive: true });

    expect(said).toContain('2 files, 2 arrows, 0 forbidden or unseen.');
    expect(status).toBe(0);
  });

  test('a check that finds no files fails', () => {
    const empty = plant({ 'domain/readme.md': 'nothing here' });

    const { status, said } = checkArrows(empty);
    rmSync(empty, { recursive: true });

    expect(said).toContain('nothing-seen');
    expect(status).toBe(1);
  });
});

describe('the linter', () => {
  test.each([
    'domain/asks-main.ts eslint(no-restricted-imports)',
    'domain/reads-files.ts eslint(no-restricted-imports)',
    'domain/tells-time.ts eslint(no-restricted-globals)',
    'domain/rolls-dice.ts eslint(no-restricted-properties)',
    'domain/ring-a.ts import(no-cycle)',
    'main/keys/opens-port.ts eslint(no-restricted-imports)',
    'main/keys/opens-window.ts eslint(no-restricted-imports)',
    'main/keys/forgets.ts typescript(no-floating-promises)',
    'main/keys/any.ts typescript(no-explicit-any)',
    'renderer/asks-main.ts eslint(no-restricted-imports)',
    'renderer/reads-files.ts eslint(no-restricted-imports)',
    'tests/mocks.test.ts eslint(no-restricted-properties)',
  ])('sees a planted %s', (complaint) => {
    expect(lint).toContain(complaint);
  });

  test.each(Object.keys(sound))('has nothing to say about %s', (file) => {
    expect(lint.filter((complaint) => complaint.startsWith(`${file} `))).toEqual([]);
  });
});

function plant(files: Readonly<Record<string, string>>): string {
  const place = mkdtempSync(path.join(tmpdir(), 'portal-ground-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(place, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(place, file), text);
  }
  for (const file of ['package.json', 'tsconfig.base.json', '.oxlintrc.json']) {
    copyFileSync(path.join(root, file), path.join(place, file));
  }
  writeFileSync(path.join(place, 'tsconfig.json'), '{ "extends": "./tsconfig.base.json", "include": ["**/*.ts"] }');
  symlinkSync(path.join(root, 'node_modules'), path.join(place, 'node_modules'));
  return place;
}

function checkArrows(place: string): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/arrows.mjs')], {
    cwd: place,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

function checkLint(place: string): readonly string[] {
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: place, encoding: 'utf8' });
  const report = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  return report.diagnostics.map(({ filename, code }) => `${filename} ${code}`);
}
