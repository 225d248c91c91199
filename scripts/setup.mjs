/** What every command needs first. Runs on the machine's own Node, 20 or newer, before anything is installed. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The project's Node 24, which npm brings: the machine's own may be older. */
export const node = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const PARENT_LOOK = 250;

/** Installs what package-lock.json names, unless it is there already. Throws with a sentence when that fails. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json (once, a minute or two) …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { shell: isWindows() });
  if (code !== 0) throw new Error(`npm ci ended with code ${code}. Is the npm registry within reach?`);
  if (!isInstalled()) {
    throw new Error(`npm ci left no working Node ${nodeVersion()} at ${node}. Were its install scripts refused?`);
  }
}

/**
 * Runs a program to its end and passes signals on to it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {object} options Those of node:child_process's spawn. With `onLine`, standard output is still shown, and each
 * of its lines is handed over as well.
 * @returns {Promise<number>} The exit code; 128 and the signal's number after a signal, as in a shell.
 */
export function run(program, args, { onLine, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = onLine === undefined ? 'inherit' : ['inherit', 'pipe', 'inherit'];
    const child = spawn(program, args, { cwd: root, stdio, ...options });
    if (onLine !== undefined) showAndTell(child.stdout, onLine);
    const stopPassing = passSignals(child);
    child.on('error', (error) => {
      stopPassing();
      reject(new Error(`${program} could not be started: ${error.message}`, { cause: error }));
    });
    child.on('close', (code, signal) => {
      stopPassing();
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** Ends with a sentence instead of a stack. */
export function fail(error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

function showAndTell(stream, onLine) {
  let rest = '';
  stream.on('data', (chunk) => {
    process.stdout.write(chunk);
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
}

/** Ctrl+C in a terminal reaches the child by itself: told twice, it would think that somebody insists. */
function passSignals(child) {
  const pass = (signal) => {
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  const watch = watchParent(() => child.kill('SIGTERM'));
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, pass);
  };
}

/**
 * npm, told to stop, stops only the shell between itself and us; killed, it leaves that shell alive. Either way we hear of
 * it by who our parent, and its parent, are.
 */
function watchParent(onLost) {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  const family = familyOf(process.ppid);
  const look = () => {
    if (familyOf(process.ppid) !== family) onLost();
  };
  return setInterval(look, PARENT_LOOK).unref();
}

/** `<parent> <its parent>`; where the system does not tell (no /proc), the parent alone. */
function familyOf(parent) {
  try {
    const status = readFileSync(`/proc/${parent}/status`, 'utf8');
    return `${parent} ${/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? ''}`;
  } catch {
    return String(parent);
  }
}

/** Compares what npm says that it installed with the lock file, so that no mark of our own can go stale. */
function isInstalled() {
  const installedFile = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(node)) return false;
  const installed = readPackages(installedFile);
  const wanted = Object.entries(readPackages(path.join(root, 'package-lock.json')));
  const complete = wanted.every(
    ([place, { version, optional }]) => place === '' || optional === true || installed[place]?.version === version,
  );
  return complete && spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() === `v${nodeVersion()}`;
}

function nodeVersion() {
  return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.node;
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function isWindows() {
  return process.platform === 'win32';
}
