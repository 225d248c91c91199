import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/**
 * Portal as it was at a commit, built, in `.cache/` (the second time it is there already).
 * @returns its folder; null where Git does not know the commit.
 */
export function buildBefore(commit: string): string | null {
  const folder = join(root, '.cache', 'builds', commit);
  if (existsSync(join(folder, 'out', '.sources'))) return folder;
  const tree = filesOf(commit);
  if (tree === null) return null;
  process.stdout.write(`Building ${commit} …\n`);
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-x', '-C', folder], { input: tree });
  if (!existsSync(join(folder, 'node_modules'))) symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

function filesOf(commit: string): Buffer | null {
  try {
    return execFileSync('git', ['archive', '--format=tar', commit], { cwd: root, maxBuffer: 2 ** 30 });
  } catch {
    // No repository, or a shallow one.
    return null;
  }
}
