/** Which shell this machine can run: Electron's window, or the office shell and a browser. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { node, root } from './setup.mjs';

/** Electron's runtime is some 100 MB. */
const DOWNLOAD_LIMIT = 120_000;
const PROBE_LIMIT = 3_000;
/** A machine that could not reach the download yesterday is asked again today, not at every start. */
const TRY_AGAIN_AFTER = 24 * 3_600_000;

const executables = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };
const electron = path.join(root, 'node_modules/electron/dist', executables[process.platform] ?? 'electron');
const failedBefore = path.join(root, '.cache', 'electron-not-reachable');

/**
 * @param {string | undefined} wish 'office' or 'desk'
 * @returns {Promise<{ kind: 'desk', electron: string, reason: null } | { kind: 'office', reason: string | null }>}
 * Throws with a sentence when the wish cannot be met.
 */
export async function chooseShell(wish) {
  if (wish === 'office') return { kind: 'office', reason: null };
  const obstacle = noScreen() ?? (await noRuntime(wish === 'desk'));
  if (obstacle === null) return { kind: 'desk', electron, reason: null };
  if (wish === 'desk') throw new Error(`The desk shell cannot run: ${obstacle}.`);
  return {
    kind: 'office',
    reason: `No desk window here (${obstacle}): serving the office shell to a browser instead.`,
  };
}

function noScreen() {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return `${existsSync(electron) ? '' : "Electron's runtime is not installed and "}there is no screen`;
  }
  return process.getuid?.() === 0 ? 'Electron does not run as root in its sandbox' : null;
}

async function noRuntime(insist) {
  if (existsSync(electron)) return null;
  const missing = "Electron's runtime is not installed and could not be downloaded";
  if (!insist && wasTriedLately()) return missing;
  if (await downloadIsReachable()) {
    console.log("Downloading Electron's runtime (once) …");
    await download();
  }
  if (existsSync(electron)) return null;
  mkdirSync(path.dirname(failedBefore), { recursive: true });
  writeFileSync(failedBefore, '');
  return missing;
}

function wasTriedLately() {
  return existsSync(failedBefore) && Date.now() - statSync(failedBefore).mtimeMs < TRY_AGAIN_AFTER;
}

async function downloadIsReachable() {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/';
  try {
    return (await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT) })).ok;
  } catch {
    return false;
  }
}

/** Electron's own installer, which checks what it downloads. Its words are of no use to a front desk. */
function download() {
  return new Promise((resolve) => {
    const child = spawn(node, ['node_modules/electron/install.js'], { cwd: root, stdio: 'ignore' });
    const limit = setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_LIMIT);
    child.on('close', () => {
      clearTimeout(limit);
      resolve(undefined);
    });
  });
}
