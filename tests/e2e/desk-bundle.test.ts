import { runDeskProcess, type DeskProcess } from '#tests/support/shell-desk-process';
import { expect, test } from '@playwright/test';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '#tests/support/remove-folder';

/**
 * What would be installed at a desk: the built main modules, preload script and renderer with the whole application
 * behind them, on the stand-in for Electron. Built by the step before (npm test -- e2e).
 */
const bundle = join(import.meta.dirname, '../../out/main/index.js');

let folder: string;
let desk: DeskProcess;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-bundle-'));
});
test.afterEach(async () => {
  // In order, because the demo's building is a process of its own.
  desk.child.kill('SIGTERM');
  await desk.ended;
  await removeFolder(folder);
});

const words = () => desk.ask({ ask: 'evaluate', expression: 'document.body.innerText' });

test('a new hotel sees the set-up on its desk, makes its Owner and goes on', async () => {
  desk = runDeskProcess(bundle, ['--data', folder]);
  await desk.line('Portal ready on the desk');
  await expect.poll(words).toMatch(/Welcome to Portal/);

  await desk.ask({ ask: 'fill', label: 'Name', text: 'Olivia Owner' });
  await desk.ask({ ask: 'fill', label: 'Password', text: 'herring and rye' });
  await desk.ask({ ask: 'fill', label: 'Repeat password', text: 'herring and rye' });
  await desk.ask({ ask: 'press', button: 'Continue' });

  await expect.poll(words).toMatch(/Time zone/i);
  expect(await desk.ask({ ask: 'evaluate', expression: 'location.protocol + typeof portalBridge.send' })).toBe(
    'https:function',
  );
  expect(await desk.ask({ ask: 'seen' })).toMatchObject({
    windowOptions: [{ webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } }],
    outside: [],
    errorBoxes: [],
  });
});

test('a desk that is started again signs nobody out: its screen is locked until somebody shows who they are', async () => {
  desk = runDeskProcess(bundle, ['--data', folder]);
  await desk.line('Portal ready on the desk');
  await expect.poll(words).toMatch(/Welcome to Portal/);
  await desk.ask({ ask: 'fill', label: 'Name', text: 'Olivia Owner' });
  await desk.ask({ ask: 'fill', label: 'Password', text: 'herring and rye' });
  await desk.ask({ ask: 'fill', label: 'Repeat password', text: 'herring and rye' });
  await desk.ask({ ask: 'press', button: 'Continue' });
  await expect.poll(words).toMatch(/Time zone/i);
  desk.child.kill('SIGTERM');
  await desk.ended;

  desk = runDeskProcess(bundle, ['--data', folder]);
  await desk.line('Portal ready on the desk');
  await expect.poll(words).toMatch(/Olivia Owner is away/);
  await desk.ask({ ask: 'fill', label: 'Password', text: 'herring and rye' });
  await desk.ask({ ask: 'press', button: 'Unlock' });

  await expect.poll(words).toMatch(/Time zone/i);
});

test('the demo hotel runs on the desk too: its Owner signs in and sees the keys', async () => {
  desk = runDeskProcess(bundle, ['--demo', '--data', folder]);
  const [, name = '', password = ''] =
    /^Sign in as (.+) with the password and PIN (\d+)$/.exec(await desk.line('Sign in as ')) ?? [];
  await desk.line('Portal ready on the desk');
  await expect.poll(words).toMatch(/Sign in/);

  await desk.ask({ ask: 'fill', label: 'Name', text: name });
  await desk.ask({ ask: 'fill', label: 'Password', text: password });
  await desk.ask({ ask: 'press', button: 'Sign in' });

  await expect.poll(words).toMatch(/Current[\s\S]*Upcoming|Upcoming[\s\S]*Current/);
});
