import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/**
 * `npm start` in a folder of its own, with our scripts and two stand-in programs: a builder that only says that it ran,
 * and an office shell that only says what it was told.
 */
const root = path.resolve(import.meta.dirname, '../..');

const builder = "console.log('built');\n";
const office = `
console.log('flags ' + process.argv.slice(2).join(' '));
if (process.argv.includes('--wrong')) process.exit(2);
process.once('SIGTERM', () => { console.log('closing'); process.exit(7); });
setInterval(() => {}, 1_000);
console.log('Portal ready at http://127.0.0.1:4321');
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portal-start-'));
  cpSync(path.join(root, 'scripts'), path.join(folder, 'scripts'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  test('explains its flags before anything is installed', () => {
    const { status, stdout } = start('--help');

    expect(status).toBe(0);
    expect(stdout).toMatch(/--demo[^]*--no-open[^]*--port N[^]*--data DIR[^]*--help/);
  });

  test('builds the portal only when a source has changed', () => {
    pretendInstalled();

    expect(start('--wrong').stdout).toContain('built');
    expect(start('--wrong').stdout).not.toContain('built');
    writeFileSync(path.join(folder, 'main/office.ts'), `${office}\n// changed`);
    expect(start('--wrong').stdout).toContain('built');
  });

  test('does not run on top of a build that failed', () => {
    pretendInstalled();
    writeFileSync(path.join(folder, 'node_modules/electron-vite/bin/electron-vite.js'), 'process.exit(1);');

    const { status, stdout, stderr } = start('--wrong');

    expect(stderr).toContain('The build failed (code 1).');
    expect(stdout).not.toContain('flags');
    expect(status).toBe(1);
  });

  test('hands the flags to the shell and ends with its code', () => {
    pretendInstalled();

    const { status, stdout } = start('--demo', '--port', '0', '--wrong');

    expect(stdout).toContain('flags --demo --port 0 --wrong\n');
    expect(status).toBe(2);
  });

  test('told to stop, tells the shell and waits until it has closed', async () => {
    pretendInstalled();
    const running = spawn(process.execPath, startArgs('--no-open'), { cwd: folder, env: environment() });
    await said(running, 'Portal ready at http://127.0.0.1:4321');

    running.kill('SIGTERM');

    await said(running, 'closing');
    expect(await new Promise((resolve) => running.on('close', resolve))).toBe(7);
  });
});

describe('npm run bench', () => {
  test('without a name lists what can be measured', () => {
    mkdirSync(path.join(folder, 'scripts/bench'), { recursive: true });
    writeFileSync(path.join(folder, 'scripts/bench/arrivals.ts'), '');

    const { status, stderr } = spawnSync(process.execPath, ['scripts/bench.mjs'], { cwd: folder, encoding: 'utf8' });

    expect(stderr).toContain('arrivals');
    expect(status).toBe(1);
  });
});

/** A folder in which npm has installed nothing but Node and the builder. */
function pretendInstalled(): void {
  const files = {
    'main/office.ts': office,
    'node_modules/electron-vite/bin/electron-vite.js': builder,
    'node_modules/.package-lock.json': '{ "packages": {} }',
    'package-lock.json': '{ "packages": { "": {} } }',
    'package.json': readFileSync(path.join(root, 'package.json'), 'utf8'),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  symlinkSync(path.join(root, 'node_modules/node'), path.join(folder, 'node_modules/node'));
}

function start(...flags: readonly string[]) {
  return spawnSync(process.execPath, startArgs(...flags), { cwd: folder, env: environment(), encoding: 'utf8' });
}

function startArgs(...flags: readonly string[]): string[] {
  return ['scripts/start.mjs', ...flags];
}

function environment(): NodeJS.ProcessEnv {
  return { ...process.env, PORTAL_SHELL: 'office' };
}

function said(running: ChildProcessWithoutNullStreams, words: string): Promise<void> {
  return new Promise((resolve) => {
    let text = '';
    running.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(words)) resolve();
    });
  });
}
