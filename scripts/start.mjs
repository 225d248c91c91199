/** `npm start`: sets up, builds when needed, and runs Portal in the best shell that this machine has. */
import { spawn } from 'node:child_process';
import { buildIfStale } from './build.mjs';
import { chooseShell } from './choose-shell.mjs';
import { ensureDependencies, fail, node, run } from './setup.mjs';

const help = `Portal: the front desk's keys.

  npm start                    run Portal
  npm start -- --demo          run the demo hotel: its PMS and its locks, simulated on this computer

  --demo        the demo hotel, with everything simulated on this computer
  --no-open     do not open a window or a browser
  --port N      where the office shell listens (0: any free port)
  --data DIR    where Portal keeps its data
  --help        this page

The desk shell (a window) runs where Electron's runtime is; otherwise the office shell serves the same portal to a
browser. PORTAL_SHELL=office or PORTAL_SHELL=desk insists on one.
`;

const flags = process.argv.slice(2);
if (flags.includes('--help') || flags.includes('-h')) process.stdout.write(help);
else start().catch(fail);

async function start() {
  await ensureDependencies();
  const shell = await chooseShell(process.env['PORTAL_SHELL']);
  if (shell.reason !== null) console.log(shell.reason);
  await buildIfStale();
  process.exitCode =
    shell.kind === 'desk'
      ? await run(shell.electron, ['.', ...flags])
      : await run(node, ['main/office.ts', ...flags], { onLine: openWhenReady });
}

function openWhenReady(line) {
  const address = /^Portal ready at (http:\/\/\S+)/.exec(line)?.[1];
  if (address !== undefined && !flags.includes('--no-open')) openBrowser(address);
}

/** As well as it goes: the address is on the screen in any case. */
function openBrowser(address) {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  const openers = { darwin: ['open', address], win32: ['cmd', '/c', 'start', '', address] };
  const [program, ...args] = openers[process.platform] ?? ['xdg-open', address];
  spawn(program, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
