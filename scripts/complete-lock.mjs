/**
 * Completes package-lock.json after `npm install` from a registry mirror that carries Linux packages only.
 *
 * Packages with native parts name one optional package per platform. npm leaves those that the mirror does not have out
 * of the lock file, and then `npm ci` calls the lock file incomplete, here and everywhere. This adds them by name,
 * version and platform; npm skips them where the platform differs and finds them by name where it does not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const systems = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openharmony'];
const processors = ['arm64', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'arm'];

const lockFile = path.join(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../package-lock.json',
);
const lock = JSON.parse(readFileSync(lockFile, 'utf8'));

const added = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {}, dev }]) =>
  Object.entries(optionalDependencies)
    .filter(([name, version]) => /^\d/.test(version) && platformOf(name) !== null && !isLocked(place, name))
    .map(([name, version]) => {
      lock.packages[`node_modules/${name}`] = { version, ...(dev && { dev }), optional: true, ...platformOf(name) };
      return `${name}@${version}`;
    }),
);

if (added.length > 0) {
  const { '': root, ...rest } = lock.packages;
  const sorted = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(
    lockFile,
    `${JSON.stringify({ ...lock, packages: { '': root, ...Object.fromEntries(sorted) } }, null, 2)}\n`,
  );
}
console.log(`${added.length} platform packages added to package-lock.json.`);

function isLocked(place, name) {
  return `${place}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
}

/** What a platform package's name says: `@oxlint/binding-linux-x64-musl`. null for a name that says nothing. */
function platformOf(name) {
  const words = name.split(/[^a-z0-9]+/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) return null;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { os: [os], cpu: [cpu], ...(os === 'linux' && { libc: [libc] }) };
}
