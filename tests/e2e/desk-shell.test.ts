import { buildSmallDesk } from '#tests/support/shell-desk-build';
import { runDeskProcess, type DeskProcess } from '#tests/support/shell-desk-process';
import { expect, test } from '@playwright/test';
import { mkdir, mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeFolder } from '#tests/support/remove-folder';

/**
 * The desk shell with a small application, on the stand-in for Electron (tests/support/electron-stand-in): the shell's
 * own code, the real preload script and a real Chromium; only Electron between them is ours.
 */
const entry = join(import.meta.dirname, '../support/shell-desk-entry.ts');

let built: string;
let folder: string;
let desk: DeskProcess;
let parent: string;

test.beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'portal-desk-'));
  built = await buildSmallDesk(join(parent, 'out'));
});
test.afterAll(() => removeFolder(parent));
test.beforeEach(async () => {
  folder = await mkdtemp(join(parent, 'data-'));
});
test.afterEach(() => desk.kill());

function start(environment: Readonly<Record<string, string>> = {}, args: readonly string[] = ['--demo']): void {
  desk = runDeskProcess(entry, [...args, '--data', folder], { BUILT_FOLDER: built, ...environment });
}

async function startAndWait(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  start(environment);
  await desk.line('Portal ready on the desk');
}

const textOf = (selector: string) => () => desk.ask({ ask: 'text', selector });
const log = async () => readFile(join(folder, 'portal.log'), 'utf8');

test('U: a desk whose memory of its window is zeros opens its window where the platform likes', async () => {
  await mkdir(join(folder, 'desk'));
  await writeFile(join(folder, 'desk', 'window.json'), Buffer.alloc(60));

  await startAndWait();

  expect(await desk.ask({ ask: 'seen' })).toMatchObject({ isVisible: true });
});

test('the window keeps its page in the sandbox', async () => {
  await startAndWait();

  expect(await desk.ask({ ask: 'seen' })).toMatchObject({
    sandboxed: true,
    isVisible: true,
    schemes: [{ scheme: 'portal', privileges: { standard: true, secure: true } }],
    menus: [null],
    windowOptions: [
      {
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          allowRunningInsecureContent: false,
          experimentalFeatures: false,
          webviewTag: false,
        },
      },
    ],
  });
});

test('the page calls the application and hears of changes, through two functions', async () => {
  await startAndWait();

  await expect.poll(textOf('#counts')).toBe('2 current keys');
  await expect.poll(textOf('#changes')).toBe('listening');
  expect(await desk.ask({ ask: 'evaluate', expression: 'Object.keys(portalBridge).sort().join()' })).toBe(
    'onMessage,send',
  );
  expect(await desk.ask({ ask: 'evaluate', expression: 'typeof require + typeof process' })).toBe('undefinedundefined');
});

test('a reload starts afresh, and what the page before it had open has ended', async () => {
  await startAndWait();
  await expect.poll(textOf('#changes')).toBe('listening');

  await desk.ask({ ask: 'reload' });

  await expect.poll(textOf('#counts')).toBe('2 current keys');
  await expect.poll(textOf('#changes')).toBe('listening');
  await expect.poll(async () => (await log()).match(/"open":\d/g)).toEqual(['"open":1', '"open":0', '"open":1']);
});

test('the page runs under the strict policy: an inline script does nothing, no other site is reached', async () => {
  await startAndWait();
  const addScript =
    "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })); String(window.ran)";
  const callOutside = "fetch('https://evil.example/').then(() => 'reached', () => 'not reached')";
  // In a timer, because what a debugger evaluates is excused from the policy.
  const evaluate =
    "new Promise((say) => setTimeout(() => { try { eval('1'); say('evaluated'); } catch { say('refused'); } }))";

  expect(await desk.ask({ ask: 'evaluate', expression: addScript })).toBe('undefined');
  expect(await desk.ask({ ask: 'evaluate', expression: callOutside })).toBe('not reached');
  expect(await desk.ask({ ask: 'evaluate', expression: evaluate })).toBe('refused');
  expect(await desk.ask({ ask: 'seen' })).toMatchObject({ outside: [] });
});

test('the page can neither leave Portal nor open another window', async () => {
  await startAndWait();

  await desk.ask({ ask: 'click', selector: '#away' });
  await desk.ask({ ask: 'click', selector: '#pop-up' });

  await expect
    .poll(() => desk.ask({ ask: 'seen' }))
    .toMatchObject({
      refusedNavigations: ['https://evil.example/'],
      popUps: [{ url: 'https://evil.example/', action: 'deny' }],
      pages: 1,
    });
  expect(await desk.ask({ ask: 'evaluate', expression: 'document.title' })).toBe('Portal');
});

test('camera, location, USB and every other permission are refused', async () => {
  await startAndWait();
  const refused = { request: false, check: false, device: false };

  expect(await desk.ask({ ask: 'permission', permission: 'media' })).toEqual(refused);
  expect(await desk.ask({ ask: 'permission', permission: 'geolocation' })).toEqual(refused);
  expect(await desk.ask({ ask: 'permission', permission: 'usb' })).toEqual(refused);
});

test('a message that does not come from the page itself is dropped', async () => {
  await startAndWait();
  await expect.poll(textOf('#changes')).toBe('listening');
  const dropped = async () => (await log()).split('a message that is not from the page was dropped').length - 1;
  const line = `close ${String(await desk.ask({ ask: 'evaluate', expression: 'Math.floor(performance.timeOrigin * 1000).toString(36)' }))}_1`;
  const ours = 'portal://app/index.html';

  await desk.ask({ ask: 'message', line, url: 'https://evil.example/', inFrame: false, otherWindow: false });
  await desk.ask({ ask: 'message', line, url: ours, inFrame: true, otherWindow: false });
  await desk.ask({ ask: 'message', line, url: ours, inFrame: false, otherWindow: true });

  expect(await dropped()).toBe(3);
  expect((await log()).match(/"open":\d/g)).toEqual(['"open":1']);
  expect(await desk.ask({ ask: 'evaluate', expression: 'ask().then((counts) => counts.current)' })).toBe(2);
});

test('closing the window waits until the application has stopped', async () => {
  const witness = join(folder, 'witness');
  await startAndWait({ STOP_TAKES: '400', STOP_WITNESS: witness });

  await desk.ask({ ask: 'close' }).catch(() => null);
  const { code } = await desk.ended;

  expect(code).toBe(0);
  expect(await readFile(witness, 'utf8')).toBe('stopped');
});

test('quitting from the menu or the platform waits as well', async () => {
  const witness = join(folder, 'witness');
  await startAndWait({ STOP_TAKES: '400', STOP_WITNESS: witness });

  await desk.ask({ ask: 'quit' }).catch(() => null);
  const { code } = await desk.ended;

  expect(code).toBe(0);
  expect(await readFile(witness, 'utf8')).toBe('stopped');
});

test('secrets rest wrapped by the platform, and are there after a restart', async () => {
  await startAndWait();
  await desk.ask({ ask: 'quit' }).catch(() => null);
  await desk.ended;
  const wrapped = await readFile(join(folder, 'secrets.desk.json'), 'utf8');

  await startAndWait();

  expect(wrapped).toMatch(/"sealing-key": "[\w+/=]{40,}"/);
  expect(wrapped).not.toContain('a secret of the test');
  expect(JSON.parse(await readFile(join(folder, 'secrets.desk.json'), 'utf8')).secrets['sealing-key']).toBe(
    JSON.parse(wrapped).secrets['sealing-key'],
  );
  expect(await readdir(folder)).not.toContain('secrets.json');
});

test('the window comes back where it was', async () => {
  await startAndWait();
  await desk.ask({ ask: 'close' }).catch(() => null);
  await desk.ended;

  expect(JSON.parse(await readFile(join(folder, 'desk/window.json'), 'utf8'))).toEqual({
    bounds: { x: 40, y: 40, width: 1366, height: 768 },
  });

  await writeFile(join(folder, 'desk/window.json'), '{"bounds":{"x":100,"y":50,"width":1200,"height":700}}');
  await startAndWait();

  expect(await desk.ask({ ask: 'seen' })).toMatchObject({
    windowOptions: [{ x: 100, y: 50, width: 1200, height: 700 }],
  });
});

test('a second start leaves at once and changes nothing', async () => {
  start({ STAND_IN_SECOND_INSTANCE: '1' });

  const { code, stdout } = await desk.ended;

  expect(code).toBe(0);
  expect(stdout).toBe('');
  expect(await readdir(folder)).toEqual(['desk']);
});

test('a wrong flag is refused in one sentence', async () => {
  start({}, ['--prot']);

  const { code, stderr } = await desk.ended;

  expect(code).toBe(2);
  expect(stderr).toBe("Unknown option '--prot'. Try --help.\n");
});

test('a damaged vault is refused in one sentence, and left as it is', async () => {
  await writeFile(join(folder, 'secrets.desk.json'), '{"version":1');
  start();

  const { code, stderr } = await desk.ended;

  expect(code).toBe(1);
  expect(stderr).toMatch(/^The data in .* is damaged, or part of it is missing\. Nothing was changed\. .*\n$/);
  expect(await readFile(join(folder, 'secrets.desk.json'), 'utf8')).toBe('{"version":1');
});
