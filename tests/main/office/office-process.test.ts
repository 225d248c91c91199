import { runShell, type ShellProcess } from '#tests/support/shell-process';
import { access, chmod, mkdir, mkdtemp, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFolder } from '#tests/support/remove-folder';

const entry = join(import.meta.dirname, '../../support/shell-office-entry.ts');
const usual = ['--no-open', '--port', '0', '--data'];

let folder: string;
let running: ShellProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portal-office-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((shell) => shell.kill()));
  await removeFolder(folder);
});

function office(args: readonly string[], environment: Readonly<Record<string, string>> = {}): ShellProcess {
  const shell = runShell(entry, args, environment);
  running.push(shell);
  return shell;
}

describe('starting the office shell', () => {
  it('says on one line where Portal is, and writes the same into endpoints.json for this account alone', async () => {
    const shell = office([...usual, folder]);

    const line = await shell.line('Portal ready at ');

    const portal = line.replace('Portal ready at ', '');
    expect(portal).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'))).toEqual({
      portal,
      health: `${portal}/health`,
    });
    expect((await stat(join(folder, 'endpoints.json'))).mode & 0o777).toBe(0o600);
    expect((await fetch(`${portal}/health`)).status).toBe(200);
  });

  it("tells the demo hotel's owner and password, and where its PMS, locks and encoder are steered", async () => {
    const shell = office(['--demo', ...usual, folder]);

    await shell.line('Portal ready at ');

    expect(await shell.line('Sign in')).toBe('Sign in as Olivia Owner with the password and PIN 482913');
    expect(JSON.parse(await readFile(join(folder, 'endpoints.json'), 'utf8'))).toMatchObject({
      pms: 'http://127.0.0.1:1',
      pmsControl: 'http://127.0.0.1:1/control',
      locksControl: 'http://127.0.0.1:2',
      encoderPort: 'tcp://127.0.0.1:3',
      encoderControl: 'http://127.0.0.1:4',
    });
  });

  it.each([
    ['a flag that does not exist', ['--prot', '1'], /^Unknown option '--prot'. Try --help.\n$/],
    [
      'a port that is no number',
      ['--port', 'http'],
      /^--port takes a number from 0 to 65535, not "http". Try --help.\n$/,
    ],
    [
      'a port that is too high',
      ['--port', '65536'],
      /^--port takes a number from 0 to 65535, not "65536". Try --help.\n$/,
    ],
    ['a port left out', ['--port'], /^Option '--port <value>' argument missing. Try --help.\n$/],
    ['no folder', ['--data', ''], /^--data needs the path to a folder. Try --help.\n$/],
    ['a stray word', ['demo'], /^Unexpected argument 'demo'.* Try --help.\n$/],
  ])('refuses %s in one sentence', async (_case, args, sentence) => {
    const { code, stdout, stderr } = await office(args).ended;

    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
    expect(stdout).toBe('');
  });

  it('explains its flags and does nothing else', async () => {
    const { code, stdout } = await office(['--help', '--data', folder]).ended;

    expect(code).toBe(0);
    expect(stdout).toMatch(/--demo[\s\S]*--no-open[\s\S]*--port N[\s\S]*7717[\s\S]*--data DIR[\s\S]*--help/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;

    const { code, stderr } = await office(['--no-open', '--port', String(port), '--data', folder]).ended;
    other.close();

    expect(code).toBe(1);
    expect(stderr).toMatch(new RegExp(`^Port ${port} is in use by another program\\. .*\\n$`));
    expect(await readdir(folder)).not.toContain('endpoints.json');
  });

  it('refuses a data folder that another Portal has, and leaves that one alone', async () => {
    const first = office([...usual, folder]);
    const line = await first.line('Portal ready at ');
    const endpoints = await readFile(join(folder, 'endpoints.json'), 'utf8');

    const { code, stderr } = await office([...usual, folder]).ended;

    expect(code).toBe(1);
    expect(stderr).toMatch(/^Portal is already running on the data folder .*\n$/);
    expect(await readFile(join(folder, 'endpoints.json'), 'utf8')).toBe(endpoints);
    expect((await fetch(`${line.replace('Portal ready at ', '')}/health`)).status).toBe(200);
  });

  it('takes over the folder of a Portal that was killed', async () => {
    const first = office([...usual, folder]);
    await first.line('Portal ready at ');
    await first.kill();

    const second = office([...usual, folder]);

    expect(await second.line('Portal ready at ')).toMatch(/127\.0\.0\.1/);
  });

  it('refuses a data folder that is a file', async () => {
    await writeFile(join(folder, 'file'), 'not a folder');

    const { code, stderr } = await office([...usual, join(folder, 'file')]).ended;

    expect(code).toBe(1);
    expect(stderr).toMatch(/^Portal cannot write to the data folder .*\n$/);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('not a folder');
  });

  it.skipIf(process.platform !== 'linux')(
    'refuses a folder that nobody can make, instead of trying for ever (Linux has such a place, /proc)',
    async () => {
      const { code, stderr } = await office([...usual, '/proc/portal/data']).ended;

      expect(code).toBe(1);
      expect(stderr).toMatch(/^Portal cannot write to the data folder \/proc\/portal\/data\. .*\n$/);
    },
  );

  it.skipIf(process.getuid?.() === 0)(
    'refuses a data folder that it may not write to (not as root, who may)',
    async () => {
      await chmod(folder, 0o500);

      const { code, stderr } = await office([...usual, folder]).ended;
      await chmod(folder, 0o700);

      expect(code).toBe(1);
      expect(stderr).toMatch(/^Portal cannot write to the data folder .*\n$/);
    },
  );

  it.each([
    ['half a file', '{"port": "http'],
    ['a port that is no number', '{"port": "http"}'],
    ['zeros', '\0\0\0\0\0\0'],
  ])('U: sets settings of %s aside, says where, and starts with the defaults', async (_case, text) => {
    await writeFile(join(folder, 'settings.json'), text);
    const shell = office([...usual, folder]);
    await shell.line('Portal ready at http://127.0.0.1:');

    await shell.kill();

    const { stderr } = await shell.ended;
    expect(stderr).toMatch(
      /^settings\.json could not be read\. It is kept as .*settings\.set-aside-1\.json; Portal goes on/,
    );
    expect(await readFile(join(folder, 'settings.set-aside-1.json'), 'utf8')).toBe(text);
  });

  it('refuses secrets that only the desk application can read, instead of starting without them', async () => {
    await writeFile(join(folder, 'secrets.desk.json'), '{"version":1,"secrets":{}}');

    const { code, stderr } = await office([...usual, folder]).ended;

    expect(code).toBe(1);
    expect(stderr).toMatch(/only the desk application on the PC that made it can read it/);
    expect(await readdir(folder)).not.toContain('secrets.json');
  });

  it('keeps a real hotel and the demo hotel in folders of their own', async () => {
    await mkdir(join(folder, 'data'));
    const shell = office(['--demo', '--no-open', '--port', '0'], { XDG_DATA_HOME: join(folder, 'data') });

    await shell.line('Portal ready at ');

    expect(await readdir(join(folder, 'data'))).toEqual(['portal-demo']);
  });
});

describe('stopping the office shell', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'waits on %s until the application has stopped, and takes endpoints.json away',
    async (signal) => {
      const witness = join(folder, 'witness');
      const shell = office([...usual, folder], { STOP_TAKES: '300', STOP_WITNESS: witness });
      await shell.line('Portal ready at ');

      shell.child.kill(signal);
      const { code } = await shell.ended;

      expect(code).toBe(0);
      expect(await readFile(witness, 'utf8')).toBe('stopped');
      await expect(access(join(folder, 'endpoints.json'))).rejects.toThrowError(/ENOENT/);
    },
  );

  it('does not wait for a browser that stays connected', async () => {
    const shell = office([...usual, folder]);
    const portal = (await shell.line('Portal ready at ')).replace('Portal ready at ', '');
    const page = new WebSocket(`${portal.replace('http', 'ws')}/trpc`);
    await new Promise((resolve) => page.addEventListener('open', resolve));

    shell.child.kill('SIGTERM');

    expect((await shell.ended).code).toBe(0);
  });
});
