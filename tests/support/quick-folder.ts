import { access, constants, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const IN_MEMORY = '/dev/shm';

/**
 * An empty folder, in memory where the computer has such a place (Linux): matter.js flushes each of hundreds of small
 * files to the disk, and a program that is killed loses nothing there either. What must outlive the power itself is
 * tested in tests/main/crash/.
 */
export async function quickFolder(prefix: string): Promise<string> {
  const isThere = await access(IN_MEMORY, constants.W_OK).then(
    () => true,
    () => false,
  );
  return mkdtemp(join(isThere ? IN_MEMORY : tmpdir(), prefix));
}
