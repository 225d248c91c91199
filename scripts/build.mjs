/**
 * Builds what both shells need into out/: Electron's main and preload, and the renderer that the office shell serves
 * too. With --if-stale, only when a source has changed since the last build.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, fail, node, root, run } from './setup.mjs';

const stamp = path.join(root, 'out', '.sources');
const sources = [
  'domain',
  'api',
  'main',
  'hardware',
  'preload',
  'renderer',
  'electron.vite.config.ts',
  'scripts/build-support',
  'package.json',
  'package-lock.json',
];

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureDependencies()
    .then(() => (process.argv.includes('--if-stale') ? buildIfStale() : build()))
    .catch(fail);
}

/** Throws when the build fails; its own words are on standard error by then. */
export async function build() {
  rmSync(stamp, { force: true });
  const before = fingerprint();
  const electronVite = path.join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const code = await run(node, [electronVite, 'build', '--logLevel', 'warn']);
  if (code !== 0) throw new Error(`The build failed (code ${code}).`);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, before);
}

export async function buildIfStale() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  console.log('Building the portal …');
  await build();
}

/** A hash of every source, by content: times say little after a checkout. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesAt(source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} place @returns {string[]} */
function filesAt(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (path.extname(place) !== '') return [place];
  const entries = readdirSync(full, { withFileTypes: true });
  return entries
    .flatMap((entry) => (entry.isDirectory() ? filesAt(path.join(place, entry.name)) : [path.join(place, entry.name)]))
    .toSorted();
}
