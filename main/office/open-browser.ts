import { spawn } from 'node:child_process';

/** Shows the address in the browser of whoever sits here. Where there is none, nothing happens: the line was printed. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [command, ...args] = commandFor(platform, address);
  const opened = spawn(command, args, { stdio: 'ignore', detached: true });
  opened.on('error', () => undefined);
  opened.unref();
}

function commandFor(platform: NodeJS.Platform, address: string): readonly [string, ...string[]] {
  if (platform === 'win32') return ['cmd', '/c', 'start', '', address];
  return platform === 'darwin' ? ['open', address] : ['xdg-open', address];
}
